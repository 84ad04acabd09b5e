/** Attachments as the form shows them. */
import type { CommandError, TakingFile } from "../../backend/contract";
import { attachmentWords as words } from "../../i18n/complaint-form-errors";

/** What happened, what is safe, what to do; for one file that was not attached. */
export function attachmentProblem(error: CommandError, name: string): string {
  return words[refusal(error)](error.code === "attachment" ? error.name : name);
}

/** Why a file was not taken, as a file on its way says it. */
export function refusal(error: CommandError): NonNullable<TakingFile["reason"]> {
  if (error.code === "attachment") return error.reason === "uncleaned" ? "other" : error.reason;
  return error.code === "disk_full" ? "disk_full" : "other";
}

/** The bytes of a file for the border to the program. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject({ code: "attachment", name: "", reason: "unreadable" } satisfies CommandError);
    reader.readAsDataURL(file);
  });
}
