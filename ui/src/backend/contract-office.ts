/** The part of the contract that is about the office: first start, settings, help. */
import type { OfficeKind, Role, ZoneCode, CopyStatus } from "./contract";

// ---------------------------------------------------------------- first start
export type OfficerSetup = { name: string; post: string; nip: string; roles: Role[]; pin: string };
export type Numbering = {
  template: string;
  reset: "yearly" | "monthly";
  officeCode: string;
  counterCode: string;
  /** Last number used in the paper book of the running period, 0 when none. */
  lastPaperNumber: number;
};
export type OfficeSetup = {
  kind: OfficeKind;
  name: string;
  parentAgency: string;
  government: string;
  address: string;
  phone: string;
  email: string;
  logoPng: string | null; // base64
  city: string;
  villageCode: string;
  zone: ZoneCode;
  workWeek: 5 | 6;
  managerName: string;
  managerPhone: string;
  pdpOfficer: string;
  pdpContact: string;
  serviceHours: string;
  services: string[];
  numbering: Numbering;
  officers: OfficerSetup[];
  /** Password asked at each start; obligatory where the system has no key store. */
  startPassword: string | null;
  secondPlace: string | null;
};
export type NumberPreview = { first: string; next: string; afterReset: string; resetOn: string };
/** Recovery key: 48 digits in eight blocks of six, the last digit of each block being its check digit. */
export type SetupDone = { blocks: string[]; confirmBlocks: number[] };

// ---------------------------------------------------------------- settings, help
export type ServiceItem = { id: string; name: string; active: boolean };
export type OfficerItem = { id: string; name: string; post: string; nip: string; roles: Role[]; active: boolean };
export type OfficeSettings = Omit<OfficeSetup, "officers" | "services" | "startPassword" | "secondPlace">;
export type Settings = {
  office: OfficeSettings;
  services: ServiceItem[];
  officers: OfficerItem[];
  holidays: { date: string; name: string }[];
  /** How far each role carries each right, in the order of the roles. */
  rights: { label: string; reaches: string[] }[];
  rules: { label: string; span: string; basis: string; certainty: string }[];
  copies: CopyStatus;
  startPassword: boolean;
  program: string;
  dataPlace: string;
};
/** A paper of the help: the quick guide, or the keys of a role. */
export type HelpPaper = { kind: "guide" } | { kind: "shortcuts"; groups: { title: string; rows: { text: string; keys: string }[] }[] };
export type RegionChoice = { code: string; village: string; label: string };
export type Story = { id: string; title: string; spoken: string; hint: string };
