/** What the parts of the form share: the value, how it changes, and what is said at its fields. */
import type { ComplaintForm, OfficerBrief, ServiceItem, ZoneCode } from "../../backend/contract";
import type { DayDate } from "./dates";

export type FormContext = {
  form: ComplaintForm;
  edit: (patch: Partial<ComplaintForm>) => void;
  /** The focus left a field that may be put into its usual spelling. */
  leave: (field: "name" | "phone" | "address" | "nik" | "other") => void;
  /** Takes back the usual spelling of a field; false when there is none to take back. */
  respell: (field: "name" | "phone" | "address") => boolean;
  error: (field: string) => string | undefined;
  warning: (field: string) => string | undefined;
  services: readonly ServiceItem[];
  officers: readonly OfficerBrief[];
  zone: ZoneCode;
  now: Date;
  /** The office's day of `now`. */
  today: DayDate;
  /** Where attachments are kept; null where none can be added (a correction). */
  draftId: string | null;
};
