import { describe, expect, it } from "vitest";
import type { CommandError, PrintReason } from "../backend/contract";
import { fieldText, problemOf } from "./errors";

const REASONS: PrintReason[] = [
  "no_system", "vanished", "rejecting", "media", "paused", "paper_empty", "jam", "cover_open", "ink_empty", "offline", "held", "canceled", "aborted", "unknown",
];
const all: CommandError[] = [
  { code: "invalid", fields: [{ field: "name", code: "required", detail: null }] }, { code: "not_found" }, { code: "not_allowed" },
  { code: "precondition", what: "voided", detail: null }, { code: "precondition", what: "log_broken", detail: null }, { code: "signed_out" }, { code: "number_series_frozen" }, { code: "disk_full", complaintsKept: 147 },
  { code: "register_held" }, { code: "register_newer", needs: "1.4" }, { code: "register_damaged", movedTo: "berkas" }, { code: "key_wrong" },
  { code: "attachment", name: "foto.heic", reason: "type" }, ...REASONS.map((reason) => ({ code: "printer" as const, detail: "EPSON", reason })), { code: "internal", reference: "A1" },
];

describe("every failure", () => {
  it.each(all.map((error) => [error.code, error] as const))("%s says what happened, what is safe, what to do", (_, error) => {
    for (const sentence of Object.values(problemOf(error))) {
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence).not.toMatch(/undefined|null|!|\bOK\b|\berror\b|\[object/i);
    }
  });

  it("keeps the warning about a full disk: what is not saved yet", () => {
    const { safe } = problemOf({ code: "disk_full", complaintsKept: 147 });
    expect(safe).toContain("147 aduan terdahulu utuh");
    expect(safe).toContain("jangan tutup jendela ini");
  });
});

describe("a field", () => {
  it("offers the way out when the name is missing", () => {
    expect(fieldText({ field: "name", code: "required", detail: null })).toBe("Isi nama lengkap, atau pilih Tanpa identitas.");
  });

  it("is named in words, in a path as well", () => {
    expect(fieldText({ field: "eventDate", code: "future", detail: null })).toBe("Tanggal kejadian tidak boleh sesudah hari ini.");
    expect(fieldText({ field: "officers.0.pin", code: "required", detail: null })).toBe("Isi PIN.");
    expect(fieldText({ field: "address", code: "too_long", detail: "200" })).toBe("Alamat terlalu panjang: paling banyak 200 huruf.");
  });

  it("has words for a code that is not known yet", () => {
    expect(fieldText({ field: "phone", code: "newcode", detail: null })).toBe("Periksa nomor HP.");
  });
});
