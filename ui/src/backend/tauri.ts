/** The program behind the window: each method of `Backend` is a command of the same name in snake_case. */
import { invoke } from "@tauri-apps/api/core";
import type { Backend } from "./contract";

/** The names of the arguments, in order. A method that is missing here does not compile. */
const commandArguments: { [M in keyof Backend]: readonly string[] } = {
  appState: [],
  openWithPassword: ["password"],
  openWithRecoveryKey: ["digits", "newPassword"],
  signIn: ["officerId", "pin"],
  lock: [],
  quit: [],
  enterPractice: [],
  leavePractice: [],
  stories: [],
  savePreferences: ["p"],
  servicePreset: ["kind"],
  previewNumber: ["n"],
  saveSetupDraft: ["setup"],
  createOffice: ["setup"],
  recoverySheet: ["blocks"],
  printRecoverySheet: ["blocks", "printer"],
  saveRecoverySheet: ["blocks"],
  confirmRecovery: ["groups"],
  pickFolder: [],
  pickLogo: [],
  searchRegions: ["query"],
  drafts: [],
  newDraft: [],
  saveDraft: ["id", "form"],
  deleteDraft: ["id", "reason"],
  checkForm: ["form"],
  services: [],
  officers: [],
  suggestions: ["field", "text"],
  attachFromDialog: ["draftId"],
  attachBytes: ["draftId", "name", "base64"],
  detach: ["draftId", "attachmentId"],
  register: ["draftId", "form", "requestId"],
  receiptPreview: ["id"],
  printers: [],
  printReceipt: ["id", "printer", "requestId"],
  saveReceipt: ["id", "requestId"],
  recordSigned: ["id"],
  recordHandedOver: ["id", "by"],
  list: ["query"],
  detail: ["id"],
  openIdentity: ["id", "reason"],
  correctionForm: ["id"],
  correct: ["id", "form", "requestId"],
  void: ["id", "reason"],
  unvoid: ["id", "reason"],
  step: ["id", "input", "requestId"],
  attachmentPicture: ["attachmentId"],
  saveAttachment: ["id", "attachmentId"],
  listPreview: ["query"],
  printList: ["query", "printer"],
  saveList: ["query"],
  status: [],
  copyNow: [],
  setSecondPlace: [],
  snapshotsIn: ["folder"],
  restore: ["path", "recoveryDigits", "newPassword"],
  resumeNumbers: ["lastOnPaper"],
  settings: [],
  saveOffice: ["o"],
  saveServices: ["s"],
  saveOfficer: ["o", "pin"],
  addHoliday: ["date", "name"],
};

/** "openWithPassword" → "open_with_password". */
export function commandName(method: string): string {
  return method.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The arguments of a call under their names. */
export function namedArguments(method: keyof Backend, values: unknown[]): Record<string, unknown> {
  return Object.fromEntries(commandArguments[method].map((name, i) => [name, values[i]]));
}

export function tauriBackend(): Backend {
  const methods = Object.keys(commandArguments) as (keyof Backend)[];
  const calls = methods.map((method) => [
    method,
    (...values: unknown[]) => invoke(commandName(method), namedArguments(method, values)),
  ]);
  return Object.fromEntries(calls) as Backend;
}
