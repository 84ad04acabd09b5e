import { describe, expect, it } from "vitest";
import { addDays, daysBetween, emptyDate, impossibleDateText, readDate, readMonth, toIso, weekday } from "./dates";

const date = (day: string, month: string, year: string) => ({ day, month, year });

describe("a date in three boxes", () => {
  it("reads figures and names of months", () => {
    expect(readDate(date("17", "11", "2026"))).toEqual({ year: 2026, month: 11, day: 17 });
    expect(readDate(date("1", "agu", "2026"))).toEqual({ year: 2026, month: 8, day: 1 });
    expect(readMonth("ma")).toBeNull();
    expect(readMonth("13")).toBeNull();
  });

  it("tells empty, incomplete and impossible apart", () => {
    expect(readDate(emptyDate())).toBe("empty");
    expect(readDate(date("17", "", "2026"))).toBe("incomplete");
    expect(readDate(date("31", "11", "2026"))).toBe("impossible");
    expect(readDate(date("29", "2", "2027"))).toBe("impossible");
    expect(readDate(date("29", "2", "2028"))).toEqual({ year: 2028, month: 2, day: 29 });
    expect(readDate(date("x", "2", "2028"))).toBe("impossible");
  });

  it("counts days across a year and knows the weekday", () => {
    const monday = { year: 2026, month: 12, day: 28 };
    expect(weekday(monday)).toBe(0);
    expect(daysBetween({ year: 2026, month: 11, day: 17 }, monday)).toBe(41);
    expect(toIso(addDays(monday, 14))).toBe("2027-01-11");
  });

  it("says an impossible date in words, with the year only where the year is the reason", () => {
    expect(impossibleDateText(date("31", "11", "2026"))).toBe("31 November");
    expect(impossibleDateText(date("29", "2", "2027"))).toBe("29 Februari 2027");
  });
});
