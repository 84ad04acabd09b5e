/** Why a registration did not happen, when no field is to blame. Wording of ui.md 13. */
import type { CommandError } from "../../backend/contract";
import { complaints } from "../../i18n/complaints";
import { problemOf, type ProblemText } from "../../i18n/errors";

/** Files that were chosen are still being read. */
export const UNFINISHED = "attachments_unfinished";

const words = complaints.failure;

export function registerProblem(error: CommandError): ProblemText {
  switch (error.code) {
    case "disk_full":
      return { title: words.diskFullTitle, happened: words.diskFullWhat, safe: words.diskFullSafe(error.complaintsKept), todo: words.diskFullDo };
    case "number_series_frozen":
      return { title: words.frozenTitle, happened: words.frozenWhat, safe: words.frozenSafe, todo: words.frozenDo };
    case "not_allowed":
      return { title: words.deniedTitle, happened: words.deniedWhat, safe: words.deniedSafe, todo: words.deniedDo };
    case "signed_out":
      return { title: words.signedOutTitle, happened: words.signedOutWhat, safe: words.signedOutSafe, todo: words.signedOutDo };
    case "precondition":
      if (error.what !== UNFINISHED) return { ...problemOf(error), title: words.otherTitle };
      return { title: words.filesTitle, happened: words.filesWhat(error.detail ?? ""), safe: words.filesSafe, todo: words.filesDo };
    case "internal":
      return { title: words.otherTitle, happened: words.otherWhat, safe: words.otherSafe, todo: words.otherDo };
    default:
      return { ...problemOf(error), title: words.otherTitle };
  }
}
