/** What may stand on a tab that the public can see: a first name and an initial, or that there is none. */
import type { ComplaintForm } from "../../backend/contract";
import { identityLabel } from "../../i18n/complaint-form";
import { complaints as words } from "../../i18n/complaints";

export function shortName(form: Pick<ComplaintForm, "name" | "identity">): string {
  if (form.identity === "none") return identityLabel.none;
  if (form.identity === "confidential") return identityLabel.confidential;
  const [first = "", ...rest] = form.name.trim().split(/\s+/);
  const last = rest.at(-1)?.[0]?.toUpperCase();
  const name = last ? `${first} ${last}.` : first;
  return name === "" ? words.nameless : name.charAt(0).toUpperCase() + name.slice(1);
}
