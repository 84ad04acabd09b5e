/** An empty setup, what each step asks for before going on, and where an error of the program belongs. */
import type { OfficeSetup, OfficerSetup, ZoneCode } from "../../backend/contract";
import { fieldText } from "../../i18n/errors";
import { keyText, officersText, STEPS, type Step } from "../../i18n/id/wizard";
import { pinProblem } from "../office-form/pin";

export type StepError = { field: string; text: string };
/** What is typed twice and never sent: it only guards against a slip. */
export type Repeats = { pins: string[]; password: string };

export const MIN_PASSWORD = 10;
export const PATTERNS = [
  { template: "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}", reset: "yearly" },
  { template: "{KODE}-{LOKET}-{TAHUN}-{URUT:4}", reset: "yearly" },
  { template: "{LOKET}{URUT:3}/{BULAN_ROMAWI}/{TAHUN}", reset: "monthly" },
] as const;

const ZONE_OF_SYSTEM: Record<string, ZoneCode> = {
  "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Ujung_Pandang": "WITA", "Asia/Jayapura": "WIT",
};

export function emptyOfficer(first: boolean): OfficerSetup {
  return { name: "", post: "", nip: "", roles: first ? ["counter_officer", "complaint_manager", "administrator"] : ["counter_officer"], pin: "" };
}

export function emptySetup(): OfficeSetup {
  return {
    kind: "health_centre", name: "", parentAgency: "", government: "", address: "", phone: "", email: "", logoPng: null, city: "",
    villageCode: "", zone: ZONE_OF_SYSTEM[Intl.DateTimeFormat().resolvedOptions().timeZone] ?? "WIB", workWeek: 5,
    managerName: "", managerPhone: "", pdpOfficer: "", pdpContact: "", serviceHours: "", services: [],
    numbering: { template: PATTERNS[0].template, reset: "yearly", officeCode: "", counterCode: "", lastPaperNumber: 0 },
    officers: [emptyOfficer(true)], startPassword: null, secondPlace: null,
  };
}

const REQUIRED: Partial<Record<Step, (keyof OfficeSetup)[]>> = { office: ["name", "government", "address", "city", "managerName"] };

function required(setup: OfficeSetup, step: Step): StepError[] {
  return (REQUIRED[step] ?? [])
    .filter((field) => String(setup[field] ?? "").trim() === "")
    .map((field) => ({ field, text: sentence(field, "required") }));
}

/** An office's name is no complainant's: the generic sentence for "name" would offer "Tanpa identitas". */
function sentence(field: string, code: string, detail: string | null = null): string {
  return field === "name" && code === "required" ? "Isi nama kantor." : fieldText({ field, code, detail });
}

function officerErrors(setup: OfficeSetup, repeats: Repeats): StepError[] {
  const errors: StepError[] = [];
  setup.officers.forEach((officer, i) => {
    const at = (field: string) => `officers.${i}.${field}`;
    if (officer.name.trim() === "") errors.push({ field: at("name"), text: `Isi nama ${officersText.officer(i + 1).toLowerCase()}.` });
    if (officer.roles.length === 0) errors.push({ field: at("roles"), text: officersText.noRole });
    const problem = pinProblem(officer.pin);
    if (problem) errors.push({ field: at("pin"), text: fieldText({ field: "pin", code: problem, detail: null }) });
    else if (repeats.pins[i] !== officer.pin) errors.push({ field: at("pinAgain"), text: officersText.pinDiffers });
  });
  if (!setup.officers.some(({ roles }) => roles.includes("administrator"))) errors.push({ field: "officers.0.roles", text: officersText.noAdministrator });
  return errors;
}

function passwordErrors(setup: OfficeSetup, repeats: Repeats, must: boolean): StepError[] {
  const password = setup.startPassword ?? "";
  if (password === "" && !must) return [];
  if (password.length < MIN_PASSWORD) return [{ field: "startPassword", text: keyText.passwordShort }];
  return password === repeats.password ? [] : [{ field: "startPasswordAgain", text: keyText.passwordDiffers }];
}

/** What keeps a step from going on; the rest the program says when the office is made. */
export function stepErrors(step: Step, setup: OfficeSetup, repeats: Repeats, systemKeyStore: boolean): StepError[] {
  if (step === "officers") return officerErrors(setup, repeats);
  if (step === "key") return passwordErrors(setup, repeats, !systemKeyStore);
  if (step === "numbering") {
    const codes = (["officeCode", "counterCode"] as const).filter((field) => setup.numbering[field].trim() === "");
    return codes.map((field) => ({ field, text: sentence(field, "required") }));
  }
  return required(setup, step);
}

/** What stands in a field, whatever it is: an error leaves with the keystroke that changes it. */
export function valueOf(field: string, setup: OfficeSetup, repeats: Repeats): string {
  if (field === "startPasswordAgain") return repeats.password;
  const again = /^officers\.(\d+)\.pinAgain$/.exec(field);
  if (again) return repeats.pins[Number(again[1])] ?? "";
  const found = field.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], field in setup.numbering ? setup.numbering : setup);
  return JSON.stringify(found ?? null);
}

/** The first step before the recovery key that still lacks something. */
export function firstUnfinished(setup: OfficeSetup, repeats: Repeats, systemKeyStore: boolean): number {
  const before = STEPS.slice(0, STEPS.indexOf("key"));
  const at = before.findIndex((step) => stepErrors(step, setup, repeats, systemKeyStore).length > 0);
  return at < 0 ? before.length : at;
}

/** The step that holds a field of the setup. */
export function stepOf(field: string): Step {
  if (field.startsWith("officers")) return "officers";
  if (["template", "officeCode", "counterCode", "lastPaperNumber", "reset"].includes(field)) return "numbering";
  if (["services", "serviceHours", "workWeek"].includes(field)) return "services";
  if (field === "startPassword") return "key";
  return field === "secondPlace" ? "copies" : "office";
}

/** Errors of the program in the words of the wizard. */
export function programErrors(fields: { field: string; code: string; detail: string | null }[]): StepError[] {
  return fields.map(({ field, code, detail }) => ({ field: field === "officers" ? "officers.0.roles" : field, text: sentence(field, code, detail) }));
}
