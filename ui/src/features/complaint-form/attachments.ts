/** Attachments as the form shows them. */
import type { AttachmentView, CommandError, TakingFile } from "../../backend/contract";
import { attachmentWords as words } from "../../i18n/complaint-form-errors";

/** A file on its way as the page shows it: what the draft holds already is not attached a second time. */
export type ShownFile = Omit<TakingFile, "state"> & { state: TakingFile["state"] | "already" };

/** As far as the page can know: it sees names and sizes. */
export const isSame = (a: { name: string; size: number }, b: { name: string; size: number }): boolean => a.name === b.name && a.size === b.size;

/** What came in since `before` and stands there twice now. */
export function cameTwice(now: readonly AttachmentView[], before: readonly AttachmentView[]): AttachmentView[] {
  const wasThere = (a: AttachmentView) => before.some(({ id }) => id === a.id);
  return now.filter((a, at) => !wasThere(a) && now.some((b, i) => b.id !== a.id && isSame(a, b) && (wasThere(b) || i < at)));
}

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
