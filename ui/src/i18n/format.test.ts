import { describe, expect, it } from "vitest";
import { clockSeconds, clockTime, fileSize, formatNumber, initials, longDate, longDay, shortDate } from "./format";

const at = "2026-12-28T02:14:22Z";

describe("figures and times", () => {
  it("writes the same moment in each zone", () => {
    expect(longDate(at, "WIB")).toBe("Senin, 28 Desember 2026");
    expect(shortDate(at, "WIB")).toBe("28 Des");
    expect([clockTime(at, "WIB"), clockTime(at, "WITA"), clockTime(at, "WIT")]).toEqual(["09.14", "10.14", "11.14"]);
    expect(clockSeconds(at, "WIB")).toBe("09.14.22");
  });

  it("writes midnight as 00 and changes the day with the zone", () => {
    expect(clockTime("2026-12-31T17:00:00Z", "WIB")).toBe("00.00");
    expect(longDate("2026-12-31T16:30:00Z", "WIB")).toBe("Kamis, 31 Desember 2026");
    expect(longDate("2026-12-31T16:30:00Z", "WITA")).toBe("Jumat, 1 Januari 2027");
  });

  it("writes a day of the calendar without a zone", () => {
    expect(longDay("2027-01-01")).toBe("Jumat, 1 Januari 2027");
  });

  it("groups thousands with a point", () => {
    expect(formatNumber(1204)).toBe("1.204");
    expect([fileSize(512), fileSize(421_888), fileSize(1_468_006)]).toEqual(["512 B", "412 KB", "1,4 MB"]);
  });

  it("takes the first and the last initial of a name", () => {
    expect([initials("Rina Teladan"), initials("Ni Wayan Ibarat"), initials("Melati"), initials("  ")]).toEqual(["RT", "NI", "M", ""]);
  });
});
