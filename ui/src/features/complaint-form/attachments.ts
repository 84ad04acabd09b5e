/** Attachments as the form shows them. */
import type { CommandError } from "../../backend/contract";
import { attachmentWords as words } from "../../i18n/complaint-form-errors";

/** What happened, what is safe, what to do; for one file that was not attached. */
export function attachmentProblem(error: CommandError, name: string): string {
  if (error.code === "attachment") return words[error.reason](error.name);
  if (error.code === "disk_full") return words.diskFull(name);
  return words.other(name);
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
