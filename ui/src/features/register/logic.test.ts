import { beforeEach, describe, expect, it } from "vitest";
import type { ComplaintDetail } from "../../backend/contract";
import { periodDays, periodLabel } from "../filters/period";
import { closedNote, weeksOf, type CalendarDay } from "./calendar";
import { isFiltered, NO_FILTERS, queryOf, rememberedFilters, rememberFilters } from "./filters";
import { hits } from "./list.svelte";
import { forgetStep, keepStep, keptStep, newStep, refusedFields, stepInput, stepProblems } from "./steps";

const today = { year: 2026, month: 12, day: 28 };

describe("filters", () => {
  beforeEach(() => localStorage.clear());

  it("turn periods into days", () => {
    const of = (period: (typeof NO_FILTERS)["period"]) => periodDays({ period, from: null, to: null }, today);
    expect(of("all")).toEqual({ from: null, to: null });
    expect(of("year")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    expect(of("month")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(of("lastMonth")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(of("week")).toEqual({ from: "2026-12-22", to: "2026-12-28" });
    expect(periodDays({ period: "lastMonth", from: null, to: null }, { year: 2027, month: 1, day: 5 })).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  });

  it("say what they are", () => {
    expect(periodLabel({ period: "year", from: null, to: null }, today)).toBe("Tahun 2026");
    expect(periodLabel({ period: "range", from: "2026-11-01", to: "2025-12-24" }, today)).toBe("1 Nov – 24 Des 2025");
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, sort: "number" })).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, channel: "WA" })).toBe(true);
  });

  it("are remembered for the officer, the text that was searched for is not", () => {
    rememberFilters("officer-1", { ...NO_FILTERS, channel: "SR", period: "month" });
    expect(rememberedFilters("officer-1")).toMatchObject({ channel: "SR", period: "month" });
    expect(rememberedFilters("officer-2")).toEqual(NO_FILTERS);
    localStorage.setItem("loket-aduan.register.officer-1", "{broken");
    expect(rememberedFilters("officer-1")).toEqual(NO_FILTERS);
    const query = queryOf("  blangko ktp ", { ...NO_FILTERS, period: "week" }, "50", today);
    expect(query).toMatchObject({ text: "blangko ktp", from: "2026-12-22", cursor: "50", sort: "received", descending: true });
    expect(JSON.stringify(localStorage)).not.toContain("blangko");
  });
});

describe("hits", () => {
  it("are cut out whatever their case and whatever signs they hold", () => {
    expect(hits("Blangko KTP habis", ["blangko", "ktp"])).toEqual([
      { text: "Blangko", hit: true }, { text: " ", hit: false }, { text: "KTP", hit: true }, { text: " habis", hit: false },
    ]);
    expect(hits("0145/DKC (A)", ["(a)"]).filter((part) => part.hit)).toEqual([{ text: "(A)", hit: true }]);
    expect(hits("tanpa", [])).toEqual([{ text: "tanpa", hit: false }]);
  });
});

describe("the calendar of a clock", () => {
  const count = (date: string, number: number | null, closed: string | null = null): ComplaintDetail["dayCounts"][number] =>
    ({ date, number, closed, mark: null, spoken: date });
  const counts = [count("2026-12-23", null), ...Array.from({ length: 14 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 11, 24 + i)).toISOString().slice(0, 10);
    return count(day, i + 1);
  })];

  it("shows whole weeks from Monday, the month where it begins", () => {
    const weeks = weeksOf(counts);
    expect(weeks.map((week) => week.month)).toEqual(["Des", "Jan", ""]);
    expect(weeks.every((week) => week.cells.length === 7)).toBe(true);
    expect(weeks[0]?.cells.map((cell) => cell.outside)).toEqual([true, true, false, false, false, false, false]);
    expect(weeks[2]?.cells.at(-1)?.date).toBe("2027-01-10");
    expect(weeksOf([])).toEqual([]);
  });

  it("gives a reason for a closed day, but not for a weekend", () => {
    const cell = (closed: string | null) => ({ ...count("2026-12-25", 2, closed), day: today, outside: false }) as CalendarDay;
    expect(closedNote(cell("Natal"))).toBe("Natal");
    expect(closedNote(cell("Minggu"))).toBe("");
    expect(closedNote(cell(null))).toBe("");
  });
});

describe("a step", () => {
  it("says what is missing, by field", () => {
    const form = newStep(today, "09.30");
    expect(stepProblems(form, today)).toEqual({ stepText: "Isi catatannya" });
    const answered = { ...form, kind: "answered" as const, time: "25.00", date: { day: "29", month: "12", year: "2026" } };
    expect(Object.keys(stepProblems(answered, today))).toEqual(["stepDate", "stepTime", "recipient", "stepText"]);
    expect(stepProblems(answered, today).stepText).toBe("Isi tanggapannya");
    expect(stepProblems({ ...form, kind: "closed", result: "KTP dicetak" }, today)).toEqual({});
  });

  it("becomes what the program records; agreement counts only at the counter", () => {
    const form = { ...newStep(today, "0930"), kind: "closed" as const, result: " KTP dicetak ", agreed: true };
    expect(stepInput(form)).toMatchObject({ kind: "closed", result: "KTP dicetak", agreed: false });
    expect(stepInput({ ...form, atCounter: true })).toMatchObject({ agreed: true });
    expect(stepInput({ ...form, kind: "answered", recipient: "Melati", answer: "Sudah siap" })).toMatchObject({ time: "09:30", text: "Sudah siap" });
  });

  it("says at its field why the program refused it", () => {
    const at = (field: string, code: string) => refusedFields([{ field, code, detail: null }]);
    expect(at("date", "before_received")).toEqual({ stepDate: "Tanggal ini sebelum aduan diterima" });
    expect(at("time", "impossible")).toEqual({ stepTime: "Tulis pukul seperti 09.30" });
    expect(Object.keys(at("something", "required"))).toEqual(["refusal"]);
  });

  it("is kept for its complaint until it is recorded, when something was typed", () => {
    const fresh = newStep(today, "09.30");
    keepStep("a", { ...fresh, kind: "answered" }, fresh);
    expect(keptStep("a")).toBeNull();
    keepStep("a", { ...fresh, date: { ...fresh.date, day: "27" } }, fresh);
    expect(keptStep("a")?.date.day).toBe("27");
    keepStep("a", { ...fresh, text: "menelepon" }, fresh);
    expect(keptStep("a")?.text).toBe("menelepon");
    expect(keptStep("b")).toBeNull();
    forgetStep("a");
    expect(keptStep("a")).toBeNull();
  });
});
