import { describe, expect, it } from "vitest";
import { defaultYear, fullYear, isFull, monthNumber, pastedDate, relativeDate } from "./dates";

const today = new Date(2026, 11, 28);

describe("a date as it is typed", () => {
  it("h, k and -3 count back from today", () => {
    expect(relativeDate("h", today)).toEqual({ day: "28", month: "12", year: "2026" });
    expect(relativeDate("K", today)).toEqual({ day: "27", month: "12", year: "2026" });
    expect(relativeDate("-28", today)).toEqual({ day: "30", month: "11", year: "2026" });
    expect(relativeDate("17", today)).toBeNull();
    expect(relativeDate("k", new Date(2027, 0, 1))).toEqual({ day: "31", month: "12", year: "2026" });
  });

  it("takes names of months, whole, cut short, and in the old spelling", () => {
    expect(["nov", "November", "nopember", "des", "agu", "ags", "mei"].map(monthNumber)).toEqual(["11", "11", "11", "12", "8", "8", "5"]);
    expect(["11", "xyz", "ju"].map(monthNumber)).toEqual(["11", "xyz", "ju"]);
  });

  it("guesses the year by whether the day lies behind or ahead", () => {
    expect(defaultYear("17", "11", today, "past")).toBe("2026");
    expect(defaultYear("29", "12", today, "past")).toBe("2025");
    expect(defaultYear("28", "12", today, "past")).toBe("2026");
    expect(defaultYear("1", "2", today, "future")).toBe("2027");
  });

  it("reads what is pasted", () => {
    expect(pastedDate("17/11/2026")).toEqual({ day: "17", month: "11", year: "2026" });
    expect(pastedDate(" 7-1-27 ")).toEqual({ day: "7", month: "1", year: "2027" });
    expect(pastedDate("17 november 2026")).toEqual({ day: "17", month: "11", year: "2026" });
    expect(pastedDate("2026-11-17")).toEqual({ day: "17", month: "11", year: "2026" });
    expect(pastedDate("besok")).toBeNull();
  });

  it("knows when a box is full", () => {
    expect(isFull("day", "3")).toBe(false);
    expect(isFull("day", "4")).toBe(true);
    expect(isFull("month", "1")).toBe(false);
    expect(isFull("month", "2")).toBe(true);
    expect(isFull("year", "2026")).toBe(true);
    expect(isFull("year", "26")).toBe(false);
    expect(fullYear("26")).toBe("2026");
  });
});
