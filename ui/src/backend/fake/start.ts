/** Opening, signing in and the first start. The digits 9 0 2 7 4 1 open every invented officer. */
import type { AppState, Backend, OfficeKind, OfficeSetup, OfficerBrief, Role, Session } from "../contract";
import { checkDigit } from "../../recovery";
import { clock, emptyOffice, fail, numberFrom, office, presets, tick, type FakeOfficer } from "./office";
import { paper } from "./papers";
import { send } from "./printing";
import { regions, stories } from "./samples";

const RECOVERY_BLOCKS = ["10293", "47561", "09384", "28374", "56473", "01028", "46574", "01928"].map((five, i) => five + checkDigit(i + 1, five));
const PRACTICE_PIN = "246824";
const LOG_READERS: Role[] = ["complaint_manager", "head", "inspector", "auditor"];
let setupDraft: OfficeSetup | null = null;

export const brief = (o: FakeOfficer): OfficerBrief => ({ id: o.id, name: o.name, post: o.post, roles: o.roles, color: o.color });

function session(): Session {
  const officer = office.signedIn ?? fail({ code: "signed_out" });
  return {
    officer: brief(officer),
    officeName: office.settings.name,
    officeKind: office.settings.kind,
    counterCode: office.settings.numbering.counterCode,
    practice: office.practice,
    numbersFrozen: office.frozen,
    zone: office.settings.zone,
    preferences: { ...office.preferences },
    lockAfterMinutes: 5,
    readsLog: officer.roles.some((role) => LOG_READERS.includes(role)),
  };
}

function signInState(): AppState {
  return {
    kind: "sign_in",
    officeName: office.settings.name,
    counterCode: office.settings.numbering.counterCode,
    practice: office.practice,
    officers: office.officers.filter((o) => o.active).map(brief),
    notices: office.notices,
  };
}

/** The state named in the address (`?state=first_start`), so that a test opens any screen directly. */
function stateFromAddress(): AppState {
  const asked = new URLSearchParams(window.location.search);
  for (const kind of asked.getAll("notice")) office.notices.push({ kind: kind as "witness", detail: null });
  office.frozen = office.notices.some((n) => n.kind === "frozen");
  office.clockDoubt = office.notices.some((n) => n.kind === "clock");
  office.practice = asked.has("practice");
  const kind = asked.get("office") as OfficeKind | null;
  if (kind) office.services = presets[kind].map((name, i) => ({ id: `service-${i + 1}`, name, active: true }));
  switch (asked.get("state")) {
    case "first_start": return { kind: "first_start", systemKeyStore: !asked.has("no_key_store"), draft: setupDraft };
    case "start_password": return { kind: "start_password", officeName: office.settings.name };
    case "key_missing": return { kind: "key_missing", officeName: office.settings.name };
    case "damaged": return { kind: "damaged", movedTo: "register-rusak-2026-12-28.db", snapshots: office.snapshots };
    case "newer": return { kind: "newer", needs: "1.4" };
    case "held": return { kind: "held" };
    case "open":
      office.signedIn = office.officers.find((o) => o.id === (asked.get("officer") ?? "officer-2")) ?? null;
      return { kind: "open", session: session() };
    default: return signInState();
  }
}

function checkSetup(setup: OfficeSetup): void {
  const fields = [
    ...(setup.name.trim() ? [] : [{ field: "name", code: "required", detail: null }]),
    ...(setup.numbering.counterCode ? [] : [{ field: "counterCode", code: "required", detail: null }]),
    ...(setup.officers.length > 0 ? [] : [{ field: "officers", code: "required", detail: null }]),
  ];
  if (fields.length > 0) fail({ code: "invalid", fields });
}

type StartPart = Pick<Backend,
  | "appState" | "openWithPassword" | "openWithRecoveryKey" | "signIn" | "resetPin" | "lock" | "quit" | "enterPractice" | "leavePractice"
  | "stories" | "savePreferences" | "servicePreset" | "previewNumber" | "saveSetupDraft" | "createOffice" | "recoverySheet"
  | "printRecoverySheet" | "saveRecoverySheet" | "confirmRecovery" | "renewRecovery" | "pickFolder" | "pickLogo" | "searchRegions">;

export const start: StartPart = {
  appState: async () => stateFromAddress(),
  openWithPassword: async (password) => (password === "rahasia loket" ? signInState() : fail({ code: "key_wrong" })),
  openWithRecoveryKey: async (digits) => (digits === RECOVERY_BLOCKS.join("") ? signInState() : fail({ code: "key_wrong" })),
  signIn: async (officerId, pin) => {
    const officer = office.officers.find((o) => o.id === officerId) ?? fail({ code: "not_found" });
    if (pin !== (office.practice ? PRACTICE_PIN : officer.pin)) {
      office.wrongPins += 1;
      const triesLeft = Math.max(0, 4 - office.wrongPins);
      return { ok: null, triesLeft, waitSeconds: triesLeft === 0 ? 60 : 0 };
    }
    office.wrongPins = 0;
    office.signedIn = officer;
    return { ok: session(), triesLeft: 4, waitSeconds: 0 };
  },
  resetPin: async (officerId, digits, pin) => {
    if (digits !== RECOVERY_BLOCKS.join("")) return fail({ code: "key_wrong" });
    (office.officers.find((o) => o.id === officerId) ?? fail({ code: "not_found" })).pin = pin;
  },
  lock: async () => {
    office.signedIn = null;
    return signInState();
  },
  quit: async () => {},
  enterPractice: async () => {
    office.practice = true;
    office.signedIn = null;
    return signInState();
  },
  leavePractice: async () => {
    office.practice = false;
    office.signedIn = null;
    return signInState();
  },
  stories: async () => stories,
  savePreferences: async (p) => void (office.preferences = p),
  servicePreset: async (kind) => [...presets[kind]],
  previewNumber: async (n) => {
    if (!n.template.includes("{LOKET}")) fail({ code: "invalid", fields: [{ field: "template", code: "counter_missing", detail: null }] });
    if (!/\{URUT/.test(n.template)) fail({ code: "invalid", fields: [{ field: "template", code: "sequence_missing", detail: null }] });
    const after = n.reset === "yearly" ? new Date(2027, 0, 1) : new Date(2027, 0, 1);
    return {
      first: numberFrom(n, n.lastPaperNumber + 1, clock.now),
      next: numberFrom(n, n.lastPaperNumber + 2, clock.now),
      afterReset: numberFrom(n, 1, after),
      resetOn: "2027-01-01",
    };
  },
  saveSetupDraft: async (setup) => {
    setupDraft = { ...setup, officers: setup.officers.map((o) => ({ ...o, pin: "" })), startPassword: null };
  },
  createOffice: async (setup) => {
    checkSetup(setup);
    office.settings = { ...emptyOffice(), ...setup };
    office.services = setup.services.map((name, i) => ({ id: `service-${i + 1}`, name, active: true }));
    office.officers = setup.officers.map((o, i) => ({ ...o, id: `officer-${i + 1}`, active: true, color: i + 1 }));
    office.nextSequence = setup.numbering.lastPaperNumber + 1;
    tick();
    return { blocks: RECOVERY_BLOCKS, confirmBlocks: [3, 7] };
  },
  recoverySheet: async (blocks) => paper("Kunci pemulihan", blocks.map((b, i) => `Blok ${i + 1}: ${b}`)),
  printRecoverySheet: async (_blocks, choice) => send(choice),
  saveRecoverySheet: async () => "USB CADANGAN (E:)",
  renewRecovery: async () => ({ blocks: RECOVERY_BLOCKS, confirmBlocks: [3, 7] }),
  confirmRecovery: async (groups) => groups.every((g) => RECOVERY_BLOCKS[g.block - 1] === g.digits),
  pickFolder: async () => "USB CADANGAN (E:)",
  pickLogo: async () => null,
  searchRegions: async (query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return regions.filter((r) => r.code === query || words.every((w) => r.label.toLowerCase().includes(w))).slice(0, 8);
  },
};
