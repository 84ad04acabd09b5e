import { describe, expect, it } from "vitest";
import { matching, oneSlip, score } from "./matching";

const services = ["KTP elektronik: perekaman", "KTP elektronik: pencetakan", "Kartu keluarga", "Akta kelahiran", "Surat pindah"].map((label) => ({ label }));
const labels = (typed: string) => matching(typed, services).map(({ label }) => label);

describe("choosing by what was typed", () => {
  it("matches any part of any word, in any order", () => {
    expect(labels("cetak")).toEqual(["KTP elektronik: pencetakan"]);
    expect(labels("rekam ktp")).toEqual(["KTP elektronik: perekaman"]);
    expect(labels("kel")).toEqual(["Kartu keluarga", "Akta kelahiran"]);
  });

  it("forgives one slip in a longer word, none in a short one", () => {
    expect(labels("kelahirna")).toEqual(["Akta kelahiran"]);
    expect(labels("kaetu")).toEqual(["Kartu keluarga"]);
    expect(labels("ktx")).toEqual([]);
  });

  it("keeps all for an empty text and none for nonsense", () => {
    expect(labels("  ")).toHaveLength(5);
    expect(labels("paspor")).toEqual([]);
  });

  it("ranks the beginning of the label first", () => {
    expect(score("kartu", "Kartu keluarga")).toBeGreaterThan(score("kel", "Kartu keluarga"));
    expect(score("kartu kel", "Kartu keluarga")).toBeGreaterThan(score("kartu kel", "Kelas kartu"));
  });

  it("ranks what was typed exactly, and then the shorter one", () => {
    const losses = ["Waktu dan ongkos", "Ongkos dan waktu", "Waktu", "Waktu kerja"].map((label) => ({ label }));
    expect(matching("wak", losses).map(({ label }) => label)).toEqual(["Waktu", "Waktu kerja", "Waktu dan ongkos", "Ongkos dan waktu"]);
  });

  it("counts one letter put in, left out, changed, or swapped as one slip", () => {
    expect([oneSlip("surat", "surrat"), oneSlip("surat", "suat"), oneSlip("surat", "surot"), oneSlip("surat", "suart")]).toEqual([true, true, true, true]);
    expect(oneSlip("surat", "ruast")).toBe(false);
  });
});
