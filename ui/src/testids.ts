/**
 * Stable hooks for tests that drive the window. Fields have the `id` of their name in `backend/contract.ts`
 * ("name", "description", "eventDate-day"); what is no field carries one of these as `data-testid`.
 */
export const testids = {
  // frame
  tab: (screen: string) => `tab-${screen}`,
  search: "search",
  officerButton: "officer",
  statusSaved: "status-saved",
  help: "help",
  helpDialog: "help-dialog",
  notice: (kind: string) => `notice-${kind}`,
  resumeNumbers: "resume-numbers",
  resumeNumbersDialog: "resume-numbers-dialog",
  errorSummary: "error-summary",
  // sign-in and start
  signInOfficer: (n: number) => `sign-in-officer-${n}`,
  pin: "pin",
  signInProblem: "sign-in-problem",
  openWithPassword: "open-with-password",
  openWithRecovery: "open-with-recovery",
  restoreOpen: "restore-open",
  practiceEnter: "practice-enter",
  practiceLeave: "practice-leave",
  // first start
  wizardNext: "wizard-next",
  wizardBack: "wizard-back",
  wizardStep: (name: string) => `wizard-step-${name}`,
  officerAdd: "officer-add",
  recoveryBlocks: "recovery-blocks",
  recoveryPrint: "recovery-print",
  recoverySave: "recovery-save",
  recoveryByHand: "recovery-by-hand",
  chooseSecondPlace: "choose-second-place",
  wizardFinish: "wizard-finish",
  // restore
  restoreFolder: "restore-folder",
  restoreSnapshot: (n: number) => `restore-snapshot-${n}`,
  restoreStart: "restore-start",
  // settings
  section: (name: string) => `section-${name}`,
  saveOffice: "save-office",
  copyNow: "copy-now",
  // complaint form, receipt, register
  register: "register",
  print: "print",
  save: "save",
} as const;
