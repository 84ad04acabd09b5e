/** Why a deed on a complaint was not recorded, in one sentence beside what was typed. */
import type { CommandError } from "../../backend/contract";
import { fieldText, problemOf } from "../../i18n/errors";
import { register } from "../../i18n/register";

const words = register.errors;

export function deedProblem(error: CommandError): string {
  switch (error.code) {
    case "invalid":
      return error.fields.map((field) => (field.field === "reason" ? words.reasonMissing : fieldText(field))).join(" ");
    case "not_allowed":
      return words.notAllowed;
    case "precondition":
      return problemOf(error).happened;
    case "disk_full":
      return words.diskFull;
    case "signed_out":
      return words.signedOut;
    case "not_found":
      return words.notFound;
    default:
      return words.other;
  }
}
