import { describe, expect, it } from "vitest";
import { addPart, inWords, movePart, readTemplate, removePart, sketch, withSeparator, writeTemplate } from "./template";

const USUAL = "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}";
const parts = readTemplate(USUAL) ?? [];

describe("a number template", () => {
  it("is read and written back the same", () => {
    for (const template of [USUAL, "{KODE}-{LOKET}-{TAHUN}-{URUT:4}", "{LOKET}{URUT:3}/{TAHUN}"]) {
      expect(writeTemplate(readTemplate(template) ?? [])).toBe(template);
    }
  });

  it("is left to the text field when chips cannot show it", () => {
    expect([readTemplate("NO. {URUT}"), readTemplate("{URUT"), readTemplate(""), readTemplate("{URUT}/x")]).toEqual([null, null, null, null]);
  });

  it("moves, removes and adds parts, and leaves the signs in place", () => {
    expect(writeTemplate(movePart(parts, 0, 1))).toBe("{KODE}/{URUT:4}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}");
    expect(writeTemplate(movePart(parts, 0, -1))).toBe(USUAL);
    expect(writeTemplate(removePart(parts, 0))).toBe("{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}");
    expect(writeTemplate(addPart(removePart(parts, 4), "TAHUN"))).toBe(USUAL);
    expect(writeTemplate(withSeparator(parts, "-"))).toBe("{URUT:4}-{KODE}-{LOKET}-{BULAN_ROMAWI}-{TAHUN}");
  });

  it("is said in the names of its parts", () => {
    expect(inWords(USUAL)).toBe("Urut, 4 angka / Kode kantor / Loket / Bulan Romawi / Tahun");
    expect(inWords("{LOKET}{URUT:3}-{TAHUN}")).toBe("Loket Urut, 3 angka - Tahun");
    expect(inWords("NO. {URUT}")).toBe("NO. Urut");
  });

  it("is sketched for the cards", () => {
    expect(sketch(USUAL, "PKM", "B", new Date(2026, 11, 28))).toBe("0001/PKM/B/XII/2026");
    expect(sketch(USUAL, "", "", new Date(2026, 0, 1))).toBe("0001/KODE/A/I/2026");
  });
});
