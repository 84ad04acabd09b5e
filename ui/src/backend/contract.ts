/**
 * What the window may ask of the program. Screens use this interface and nothing else; the program behind it is
 * the Rust backend (`tauri.ts`) or, in component tests, `fake.ts`.
 *
 * Codes cross this border, sentences do not, except labels of domain values and texts that are printed as well
 * (`label`, `text`): these come from the backend so that screen and paper cannot disagree.
 * Times are RFC 3339 with offset; dates are `YYYY-MM-DD`. Every failure is a thrown `CommandError`.
 */

import type { ImportFile, ImportItem, ImportMapping, ImportPreview, ImportProgress, ImportReport, ImportUndone } from "./contract-import";
import type { LogCheck, LogPage, LogQuery } from "./contract-log";
import type {
  HelpPaper, NumberPreview, Numbering, OfficeSettings, OfficeSetup, OfficerItem, RegionChoice, ServiceItem, Settings, SetupDone, Story,
} from "./contract-office";
import type {
  AttachmentPicture, AttachmentView, BlankForms, BookQuery, LeavingForm, OpenNumber, PaperPreview, PrintChoice, PrintJob, PrintProgress, PrintReason, Printer, ReceiptForm, ScanLook, TableFormat, Taking,
} from "./contract-papers";
import type { SimilarChoice, SimilarHit, Together } from "./together";

export type * from "./contract-import";
export type * from "./contract-log";
export type * from "./contract-office";
export type * from "./contract-papers";
export type * from "./together";

// ---------------------------------------------------------------- vocabulary
export type ChannelCode =
  | "TM" | "KP" | "SR" | "TL" | "SM" | "WA" | "EM" | "WB" | "MS" | "SP" | "OM" | "DP" | "ME" | "FR" | "LL";
export type IdentityMode = "open" | "confidential" | "none";
export type Capacity = "self" | "proxy" | "group" | "legal_body";
/** petugas, pengelola, pimpinan, pengawas, auditor, admin. */
export type Role = "counter_officer" | "complaint_manager" | "head" | "inspector" | "auditor" | "administrator";
export type ComplaintState = "received" | "answered" | "closed" | "voided";
/** Puskesmas, Kelurahan, Disdukcapil, DPMPTSP, Bagian Setda, other. */
export type OfficeKind = "health_centre" | "kelurahan" | "civil_registry" | "licensing" | "secretariat_division" | "other";
export type ZoneCode = "WIB" | "WITA" | "WIT";
export type ConveyedBy = "in_person" | "registered_post" | "courier" | "email" | "whatsapp" | "sms" | "telephone" | "sp4n" | "notice_board";

// ---------------------------------------------------------------- errors
export type FieldError = { field: string; code: string; detail: string | null };
export type CommandError =
  | { code: "invalid"; fields: FieldError[] }
  | { code: "not_found" }
  | { code: "not_allowed" }
  | { code: "precondition"; what: string; detail: string | null }
  | { code: "signed_out" }
  | { code: "number_series_frozen" }
  | { code: "disk_full"; complaintsKept: number }
  | { code: "register_held" }
  | { code: "register_newer"; needs: string }
  | { code: "register_damaged"; movedTo: string }
  | { code: "key_wrong" }
  | { code: "attachment"; name: string; reason: "empty" | "too_big" | "type" | "unreadable" | "uncleaned" }
  | { code: "printer"; detail: string; reason: PrintReason }
  | { code: "internal"; reference: string };

// ---------------------------------------------------------------- start
export type OfficerBrief = { id: string; name: string; post: string; roles: Role[]; color: number };
export type AppState =
  | { kind: "first_start"; systemKeyStore: boolean; draft: OfficeSetup | null }
  | { kind: "start_password"; officeName: string }
  | { kind: "key_missing"; officeName: string }
  | { kind: "damaged"; movedTo: string; snapshots: Snapshot[] }
  | { kind: "newer"; needs: string }
  | { kind: "held" }
  | { kind: "sign_in"; officeName: string; counterCode: string; practice: boolean; officers: OfficerBrief[]; notices: StartNotice[] }
  | { kind: "open"; session: Session };
/** Things a person must know after opening. `witness`: acknowledged entries are gone; `restored`; `clock`: set back. */
export type StartNotice = { kind: "witness" | "restored" | "clock" | "frozen" | "recovery_unconfirmed"; detail: string | null };
export type Session = {
  officer: OfficerBrief;
  officeName: string;
  officeKind: OfficeKind;
  counterCode: string;
  practice: boolean;
  numbersFrozen: boolean;
  zone: ZoneCode;
  preferences: Preferences;
  lockAfterMinutes: number;
  readsLog: boolean;
};
export type Preferences = { textPercent: number; theme: "system" | "light" | "dark"; density: "rapat" | "lapang" };

// ---------------------------------------------------------------- registering
export type DateFields = { day: string; month: string; year: string };
export type ComplaintForm = {
  channel: ChannelCode;
  /** Letter number, Tracking ID, account, plate of the box … as the channel asks. */
  channelRef: string;
  /** Date of the letter, or of the opening of the box. */
  channelDate: DateFields;
  /** Received, when earlier than now: local `YYYY-MM-DDTHH:MM`; empty means now. */
  receivedAt: string;
  /** The reserved number on the paper form that is typed in; empty or absent (older drafts) means the next one. */
  formNumber?: string;
  identity: IdentityMode;
  restricted: boolean;
  capacity: Capacity;
  /** Giver of the proxy, name of the group or body. */
  onBehalfOf: string;
  proxyDate: DateFields;
  name: string;
  salutation: "ibu" | "bapak" | "unknown";
  phone: string;
  email: string;
  nik: string;
  address: string;
  villageCode: string;
  villageText: string;
  occupation: string;
  serviceId: string;
  serviceText: string;
  eventDate: DateFields;
  eventPlace: string;
  subject: string;
  subjectEdited: boolean;
  description: string;
  loss: string;
  settlement: string;
  accusedOfficerId: string;
  accusedText: string;
  readBack: boolean;
  attachments: AttachmentView[];
};
export type Draft = {
  id: string;
  form: ComplaintForm;
  startedAt: string;
  savedAt: string | null;
  /** "Sulastri C." or "" while there is no name. */
  title: string;
  olderThanWorkday: boolean;
};
export type CompletenessItem = { key: string; label: string; state: "present" | "missing" | "automatic" | "when_printed" | "withheld" };
export type Warning = { field: string; code: string; text: string };
export type FormCheck = {
  completeness: CompletenessItem[];
  receipt: { ready: boolean; missing: string[]; noAnswerPossible: boolean };
  warnings: Warning[];
  subjectProposal: string;
  /** A forecast; the number is given in the saving transaction. Null while the series is frozen. */
  nextNumber: string | null;
  formatted: { name: string; address: string; phone: string; nik: string };
};
/** `date` is `YYYY-MM-DD`; `dateText` and `workDay` are words. */
export type RunningDeadline = { date: string; dateText: string; what: string; span: string; basis: string; workDay: string; closedReason: string | null };
export type Registered = {
  /** Of the complaint, or of the further reporter: printing, signing and handing over take it. */
  id: string;
  /** Of the complaint in any case. */
  complaintId: string;
  /** "Pelapor ke-2 dari 3" for a further reporter. */
  reporter: string | null;
  number: string;
  trackingCode: string;
  savedAt: string;
  receipt: "receipt" | "record_slip"; // tanda terima | bukti pencatatan
  missing: string[];
  deadlines: RunningDeadline[];
  messages: { whatsapp: string; sms: string };
  stampOffice: string;
  stampTime: string;
  receivedText: string;
};

// ---------------------------------------------------------------- register
export type RegisterQuery = {
  text: string;
  from: string | null;
  to: string | null;
  channel: ChannelCode | null;
  serviceId: string | null;
  state: ComplaintState | null;
  officerId: string | null;
  sort: "received" | "deadline" | "number";
  descending: boolean;
  cursor: string | null;
};
export type DeadlineMark = { kind: "late" | "today" | "soon" | "later" | "done" | "done_late" | "none"; text: string; legal: string | null; workDay: string | null };
export type RegisterRow = {
  id: string;
  number: string;
  /** From an old register: the number is the old one, and may be empty. */
  imported: boolean;
  received: string;
  receivedShort: string;
  subject: string; // service only, when restricted
  person: string; // "Sulastri C.", "Identitas dirahasiakan", "Tanpa identitas"
  service: string;
  state: ComplaintState;
  stateLabel: string;
  deadline: DeadlineMark;
  restricted: boolean;
  hasTwoVersions: boolean;
};
export type RegisterPage = {
  rows: RegisterRow[];
  next: string | null;
  terms: string[]; // to underline
};
/** `count` is exact to 1,000, then `more` is true. */
export type RegisterCount = { count: number; more: boolean; all: number; outsideFilter: number };
export type Fact = { label: string; value: string; field: string };
export type TimelineItem = {
  entry: string;
  at: string;
  atText: string;
  kind: string;
  title: string;
  detail: string;
  officer: string;
  access: boolean;
  /** Old and new value of corrected fields; empty else. */
  changes: { label: string; before: string; after: string }[];
};
export type ComplaintDetail = {
  row: RegisterRow;
  /** Closed to this officer: number, day of receipt, stage and next date are all that is told. */
  closed: boolean;
  trackingCode: string;
  facts: Fact[];
  reporter: Fact[];
  identityHidden: boolean;
  mayOpenIdentity: boolean;
  identityNeedsReason: boolean;
  description: string;
  deadlines: RunningDeadline[];
  dayCounts: { date: string; number: number | null; closed: string | null; mark: "received" | "today" | "due" | null; spoken: string }[];
  attachments: AttachmentView[];
  timeline: TimelineItem[];
  completeness: CompletenessItem[];
  handedOver: boolean;
  signed: boolean;
  printed: number;
  may: { correct: boolean; void: boolean; unvoid: boolean; step: boolean; classify: boolean; print: boolean; why: string | null };
  receipt: "receipt" | "record_slip";
  messages: { whatsapp: string; sms: string };
  voidReason: string | null;
  together: Together;
};
export type Classification = "ordinary" | "supervisory" | "aspiration" | "information_request";
export type StepInput =
  | { kind: "note"; text: string }
  | { kind: "answered"; date: DateFields; time: string; by: ConveyedBy; recipient: string; text: string }
  | { kind: "closed"; date: DateFields; result: string; atCounter: boolean; agreed: boolean }
  | { kind: "classified"; classification: Classification };

// ---------------------------------------------------------------- copies, settings, status
export type Snapshot = { path: string; takenAt: string; takenAtText: string; complaints: number; place: "local" | "second" | "other" };
export type CopyStatus = { last: Snapshot | null; lastSecond: Snapshot | null; secondPlace: string | null; secondPlaceReachable: boolean; text: string };
export type Status = {
  savedAt: string | null;
  lastCopy: string | null; // "Cadangan terakhir 23 Des, 16.00"
  copyOld: boolean;
  unsentEntries: number;
  openDrafts: number;
  clockDoubt: boolean;
  numbersFrozen: boolean;
};

export interface Backend {
  // start
  appState(): Promise<AppState>;
  openWithPassword(password: string): Promise<AppState>;
  openWithRecoveryKey(digits: string, newPassword: string | null): Promise<AppState>;
  signIn(officerId: string, pin: string): Promise<{ ok: Session | null; triesLeft: number; waitSeconds: number }>;
  resetPin(officerId: string, digits: string, pin: string): Promise<void>;
  lock(): Promise<AppState>;
  quit(): Promise<void>;
  enterPractice(): Promise<AppState>;
  leavePractice(): Promise<AppState>;
  stories(): Promise<Story[]>;
  savePreferences(p: Preferences): Promise<void>;

  // first start
  servicePreset(kind: OfficeKind): Promise<string[]>;
  previewNumber(n: Numbering): Promise<NumberPreview>;
  saveSetupDraft(setup: OfficeSetup): Promise<void>; // PINs and passwords are not written
  createOffice(setup: OfficeSetup): Promise<SetupDone>;
  recoverySheet(blocks: string[]): Promise<PaperPreview>;
  printRecoverySheet(blocks: string[], choice: PrintChoice): Promise<PrintJob>;
  saveRecoverySheet(blocks: string[]): Promise<string | null>; // asks for a place; null = cancelled
  /** A new recovery key, shown once; only an administrator. */
  renewRecovery(): Promise<SetupDone>;
  confirmRecovery(groups: { block: number; digits: string }[]): Promise<boolean>;
  pickFolder(): Promise<string | null>;
  pickLogo(): Promise<string | null>; // base64 PNG
  searchRegions(query: string): Promise<RegionChoice[]>;

  // drafts and form
  drafts(): Promise<Draft[]>;
  newDraft(): Promise<Draft>;
  saveDraft(id: string, form: ComplaintForm): Promise<string>; // time saved
  deleteDraft(id: string, reason: string): Promise<void>; // reason obligatory once it holds a description
  checkForm(form: ComplaintForm): Promise<FormCheck>;
  services(): Promise<ServiceItem[]>;
  officers(): Promise<OfficerBrief[]>;
  suggestions(field: "loss" | "settlement" | "eventPlace", text: string): Promise<string[]>;
  attachFromDialog(draftId: string): Promise<Taking>; // begins; `taking` tells how far it is
  attachDropped(draftId: string): Promise<Taking>; // what was dropped on the window last
  /** Files over the window, or dropped on it. Where they lie the page never learns. Returns the end of telling. */
  onDrop(told: (what: "over" | "left" | "dropped") => void): () => void;
  attachBytes(draftId: string, name: string, base64: string): Promise<AttachmentView>;
  detach(draftId: string, attachmentId: string): Promise<void>;
  taking(draftId: string): Promise<Taking>;
  cancelTaking(draftId: string): Promise<Taking>; // what is taken stays
  dismissTaking(draftId: string): Promise<Taking>; // forgets what was told of finished files
  chooseScanFolder(draftId: string): Promise<ScanLook | null>; // null = cancelled
  lookIntoScanFolder(draftId: string): Promise<ScanLook>;
  takeScans(draftId: string, names: string[]): Promise<Taking>;
  /** One press of the button is one `requestId`; a retry is the same request. */
  register(draftId: string, form: ComplaintForm, requestId: string): Promise<Registered>;

  // complaints that belong together
  similar(draftId: string, form: ComplaintForm): Promise<SimilarHit[]>;
  chooseSimilar(draftId: string, complaintId: string, choice: SimilarChoice): Promise<void>;
  /** The person of the form joins a complaint. One press is one `requestId`. */
  merge(draftId: string, form: ComplaintForm, complaintId: string, requestId: string): Promise<Registered>;
  separate(reporterId: string, reason: string, requestId: string): Promise<Registered>;
  unlink(complaintId: string, otherId: string): Promise<void>;

  // receipt
  receiptPreview(id: string, form: ReceiptForm): Promise<PaperPreview>;
  /** Fails with `printer` and `no_system` where no print system runs. */
  printers(): Promise<Printer[]>;
  /** Answers once it differs from what was seen, or after some seconds. */
  printProgress(job: string, seen: PrintProgress | null): Promise<PrintProgress>;
  cancelPrint(job: string): Promise<void>;
  printReceipt(id: string, form: ReceiptForm, choice: PrintChoice, requestId: string): Promise<PrintJob>;
  saveReceipt(id: string, form: ReceiptForm, requestId: string): Promise<string | null>;
  recordSigned(id: string): Promise<void>;
  recordHandedOver(id: string, by: ConveyedBy): Promise<void>;

  // register
  list(query: RegisterQuery): Promise<RegisterPage>;
  count(query: RegisterQuery): Promise<RegisterCount>;
  detail(id: string): Promise<ComplaintDetail>;
  openIdentity(id: string, reason: string): Promise<Fact[]>;
  correctionForm(id: string): Promise<ComplaintForm>;
  correct(id: string, form: ComplaintForm, requestId: string): Promise<void>;
  void(id: string, reason: string): Promise<void>;
  unvoid(id: string, reason: string): Promise<void>;
  step(id: string, input: StepInput, requestId: string): Promise<void>;
  attachmentPicture(attachmentId: string): Promise<AttachmentPicture>;
  saveAttachment(id: string, attachmentId: string, form: LeavingForm): Promise<string | null>;
  listPreview(query: RegisterQuery): Promise<PaperPreview>;
  printList(query: RegisterQuery, choice: PrintChoice): Promise<PrintJob>;
  saveList(query: RegisterQuery, format: TableFormat): Promise<string | null>;
  bookPreview(query: BookQuery): Promise<PaperPreview>;
  printBook(query: BookQuery, choice: PrintChoice): Promise<PrintJob>;
  saveBook(query: BookQuery, format: TableFormat): Promise<string | null>;

  // the log as evidence
  accessLog(query: LogQuery, cursor: string | null): Promise<LogPage>;
  accessLogPreview(query: LogQuery): Promise<PaperPreview>;
  printAccessLog(query: LogQuery, choice: PrintChoice): Promise<PrintJob>;
  saveAccessLog(query: LogQuery, format: TableFormat): Promise<string | null>;
  checkLog(): Promise<LogCheck>;
  saveBundle(): Promise<string | null>; // asks for a folder; null = cancelled

  // complaint forms on paper, numbers reserved on them
  openNumbers(): Promise<OpenNumber[]>;
  dropNumber(number: string, reason: string): Promise<void>;
  confirmNumber(number: string): Promise<void>;
  printBlanks(forms: BlankForms, choice: PrintChoice, requestId: string): Promise<PrintJob>;
  saveBlanks(forms: BlankForms, requestId: string): Promise<string | null>;
  formPreview(id: string): Promise<PaperPreview>;
  printForm(id: string, choice: PrintChoice): Promise<PrintJob>;
  saveForm(id: string): Promise<string | null>;

  // copies, settings
  status(): Promise<Status>;
  copyNow(): Promise<CopyStatus>;
  setSecondPlace(): Promise<CopyStatus | null>;
  snapshotsIn(folder: string | null): Promise<Snapshot[]>; // null asks for a folder
  restore(path: string, recoveryDigits: string, newPassword: string | null): Promise<AppState>;
  resumeNumbers(lastOnPaper: number): Promise<void>;
  settings(): Promise<Settings>;
  saveOffice(o: OfficeSettings): Promise<void>;
  saveServices(s: ServiceItem[]): Promise<void>;
  saveOfficer(o: OfficerItem, pin: string | null): Promise<void>;
  addHoliday(date: DateFields, name: string): Promise<void>;

  // old registers
  chooseImport(): Promise<ImportFile | null>; // asks for the file; null = cancelled
  previewImport(mapping: ImportMapping): Promise<ImportPreview>;
  runImport(mapping: ImportMapping, requestId: string): Promise<ImportReport>;
  importProgress(): Promise<ImportProgress>;
  cancelImport(): Promise<void>;
  undoImport(importId: string, reason: string): Promise<ImportUndone>;
  imports(): Promise<ImportItem[]>;

  // papers of the help, also before anybody has signed in
  helpPreview(paper: HelpPaper): Promise<PaperPreview>;
  printHelp(paper: HelpPaper, choice: PrintChoice): Promise<PrintJob>;
  saveHelp(paper: HelpPaper): Promise<string | null>;
}
