/** The log: what the invented officers did with the invented complaints, newest first. `?broken` in the address breaks it. */
import type { Backend, LogGroup, LogLine, LogQuery } from "../contract";
import { clock, fail, office } from "./office";
import { paper } from "./papers";
import { send } from "./printing";
import { complaints } from "./register";

type Deed = LogLine & { time: string; group: LogGroup; officerId: string };

const PAGE = 100;
const MINUTE_MS = 60_000;
const broken = () => new URLSearchParams(window.location.search).has("broken");

/** Twenty digits in groups of four, the same for the same number. */
function fingerprint(seed: number): string {
  let state = seed;
  const four = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16).toString(16).toUpperCase().padStart(4, "0");
  };
  return Array.from({ length: 5 }, four).join("-");
}

function deeds(): Deed[] {
  const all: Deed[] = [];
  const tell = (time: Date, by: number, group: LogGroup, what: string, about?: { id: string; number: string }) => {
    const officer = office.officers[by];
    const [day = "", clockText = ""] = new Date(time.getTime() + 7 * 60 * MINUTE_MS).toISOString().split("T");
    all.push({
      key: "", at: `${day.split("-").reverse().join("-")} ${clockText.slice(0, 5).replace(":", ".")}`, time: time.toISOString(), group, what,
      officer: officer?.name ?? "", officerId: officer?.id ?? "", number: about?.number ?? "", complaintId: about?.id ?? null, fingerprint: "",
    });
  };
  complaints.forEach((complaint, i) => {
    const after = (minutes: number) => new Date(new Date(complaint.received).getTime() + minutes * MINUTE_MS);
    tell(after(0), 0, "complaints", "Terdaftar di Loket A, tatap muka", complaint);
    tell(after(2), 0, "access", "Tanda terima dicetak, salinan ke-1", complaint);
    tell(after(3), 0, "complaints", "Lembar 1 diserahkan: langsung", complaint);
    if (i % 4 === 0) tell(after(95), 1, "access", "Identitas dibuka", complaint);
    if (complaint.state === "closed") tell(after(240), 1, "complaints", "Dinyatakan selesai", complaint);
    if (i % 10 === 3) tell(after(300), 1, "office", "Cadangan dibuat");
  });
  all.sort((a, b) => b.time.localeCompare(a.time));
  return all.map((deed, i) => ({ ...deed, key: String(all.length - i), fingerprint: fingerprint(all.length - i) }));
}

const hexOf = (text: string) => text.replaceAll(/[- ]/g, "").toUpperCase();

function matching(query: LogQuery): Deed[] {
  const about = query.about.trim();
  const known = complaints.find(({ number }) => number === about || (/^\d+$/.test(about) && Number(number.slice(0, 4)) === Number(about)));
  if (about && !known && !/^[0-9A-F]{8,}$/.test(hexOf(about))) fail({ code: "not_found" });
  return deeds().filter((deed) =>
    (!about || (known ? deed.complaintId === known.id : hexOf(deed.fingerprint).startsWith(hexOf(about))))
    && (!query.officerId || deed.officerId === query.officerId) && (!query.group || deed.group === query.group)
    && (!query.from || deed.time.slice(0, 10) >= query.from) && (!query.to || deed.time.slice(0, 10) <= query.to));
}

type LogPart = Pick<Backend, "accessLog" | "accessLogPreview" | "printAccessLog" | "saveAccessLog" | "checkLog" | "saveBundle">;

export const log: LogPart = {
  accessLog: async (query, cursor) => {
    const found = matching(query).filter(({ key }) => cursor === null || Number(key) < Number(cursor));
    const lines = found.slice(0, PAGE).map(({ time: _time, group: _group, officerId: _officer, ...line }) => line);
    return { lines, next: found.length > PAGE ? (lines.at(-1)?.key ?? null) : null };
  },
  accessLogPreview: async (query) => paper("Daftar jejak akses", matching(query).map(({ at, officer, what, number }) => [at, officer, what, number].join(" · "))),
  printAccessLog: async (_query, choice) => send(choice),
  saveAccessLog: async (_query, format) => `jejak-akses-2026-12-28.${format === "pdf" ? "pdf" : "csv"}`,
  checkLog: async () => {
    const at = `28 Desember 2026, pukul 09.${String(clock.now.getMinutes()).padStart(2, "0")} WIB`;
    if (broken()) return { holds: false, wrong: "Entri ke-41: isinya tidak cocok dengan sidiknya", entries: 0, logs: 0, partsAbsent: 0, at };
    return { holds: true, wrong: "", entries: deeds().length, logs: 2, partsAbsent: 0, at };
  },
  saveBundle: async () => (broken() ? fail({ code: "precondition", what: "log_broken", detail: null }) : "bukti-2026-12-28"),
};
