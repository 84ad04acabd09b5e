/** Copies, settings and the status bar. */
import type { AppState, Backend, Settings } from "../contract";
import { copyStatus, fail, office, tick } from "./office";
import { forms } from "./forms";
import { start } from "./start";

async function settings(): Promise<Settings> {
  return structuredClone({
    office: office.settings,
    services: office.services,
    officers: office.officers.map(({ pin: _pin, color: _color, ...item }) => item),
    holidays: office.holidays,
    rights: [
      { label: "Mendaftarkan aduan dan menyisihkan nomor", reaches: ["ya", "ya", "–", "berkadar pengawasan saja", "–", "–"] },
      { label: "Membuka identitas", reaches: ["miliknya, sampai ditangani pengelola", "ya", "ya", "berkadar pengawasan saja", "–", "–"] },
    ],
    rules: [
      { label: "Memberi tahu lengkap atau belum lengkap", span: "14 hari kalender", basis: "UU 25/2009 Pasal 44 ayat (3)", certainty: "pasti" },
      { label: "Pelapor melengkapi berkas", span: "30 hari kalender", basis: "UU 25/2009 Pasal 44 ayat (4)", certainty: "pasti" },
      { label: "Memutuskan aduan", span: "60 hari kalender", basis: "UU 25/2009 Pasal 50 ayat (1)", certainty: "pasti" },
      { label: "Menyampaikan keputusan", span: "14 hari kalender", basis: "UU 25/2009 Pasal 50 ayat (2)", certainty: "pasti" },
      { label: "SP4N: verifikasi dan salurkan", span: "3 hari kerja", basis: "PermenPANRB 5/2025", certainty: "angka belum dipastikan" },
    ],
    copies: copyStatus(),
    startPassword: false,
    program: "Loket Aduan 0.1.0",
    dataPlace: "Folder data pengguna Windows ini",
  });
}

type SettingsPart = Pick<Backend,
  | "status" | "copyNow" | "setSecondPlace" | "snapshotsIn" | "restore" | "resumeNumbers" | "settings" | "saveOffice"
  | "saveServices" | "saveOfficer" | "addHoliday">;

export const settingsPart: SettingsPart = {
  status: async () => ({
    savedAt: office.savedAt,
    lastCopy: office.snapshots.length > 0 ? "Cadangan terakhir 23 Des, 16.00" : null,
    copyOld: false,
    unsentEntries: 0,
    openDrafts: (await forms.drafts()).length,
    clockDoubt: office.clockDoubt,
    numbersFrozen: office.frozen,
  }),
  copyNow: async () => {
    const takenAt = tick();
    office.snapshots.unshift({ path: `snapshot-${office.snapshots.length + 1}`, takenAt, takenAtText: "Senin, 28 Desember 2026, 09.16", complaints: 147, place: "second" });
    return copyStatus();
  },
  setSecondPlace: async () => {
    office.secondPlace = "USB CADANGAN (E:)";
    return copyStatus();
  },
  snapshotsIn: async () => structuredClone(office.snapshots),
  restore: async (_path, digits): Promise<AppState> => {
    if (digits.length !== 48) fail({ code: "key_wrong" });
    office.frozen = true;
    office.notices = [{ kind: "restored", detail: "Rabu, 23 Desember 2026, 16.00" }, { kind: "frozen", detail: null }];
    return start.lock();
  },
  resumeNumbers: async (lastOnPaper) => {
    if (lastOnPaper < 0) fail({ code: "invalid", fields: [{ field: "lastOnPaper", code: "required", detail: null }] });
    office.nextSequence = Math.max(office.nextSequence, lastOnPaper + 1);
    office.frozen = false;
    office.notices = office.notices.filter((n) => n.kind !== "frozen");
  },
  settings,
  saveOffice: async (o) => {
    if (!o.name.trim()) fail({ code: "invalid", fields: [{ field: "name", code: "required", detail: null }] });
    office.settings = structuredClone(o);
    tick();
  },
  saveServices: async (s) => void (office.services = structuredClone(s)),
  saveOfficer: async (o, pin) => {
    const known = office.officers.find((x) => x.id === o.id);
    if (known) Object.assign(known, o, pin ? { pin } : {});
    else office.officers.push({ ...o, id: `officer-${office.officers.length + 1}`, pin: pin ?? "", color: office.officers.length });
  },
  addHoliday: async (date, name) => {
    const iso = `${date.year}-${date.month.padStart(2, "0")}-${date.day.padStart(2, "0")}`;
    office.holidays = [...office.holidays, { date: iso, name }].sort((a, b) => a.date.localeCompare(b.date));
  },
};
