import { describe, expect, it } from "vitest";
import type { ComplaintForm, FormCheck } from "../../backend/contract";
import { emptyForm } from "../../backend/fake/blank";
import { changesOf } from "./changes";
import { channelAsk, FIRST_CHANNELS, OTHER_CHANNELS, withChannel } from "./channels";
import { errorText, inFormOrder, isCured } from "./errors";
import { maskNik } from "./nik";
import { composeReceived, readTime, splitReceived } from "./received";
import { noRespelling, respelled, takenBack } from "./respell";
import { matchSnippets, snippetQuery, SNIPPETS } from "./snippets";

const form = (patch: Partial<ComplaintForm> = {}): ComplaintForm => ({ ...emptyForm(), ...patch });
const today = { year: 2026, month: 12, day: 28 };
const required = (field: string) => ({ field, code: "required", detail: null });

describe("channels", () => {
  it("offers each channel once", () => {
    const all = [...FIRST_CHANNELS, ...OTHER_CHANNELS];
    expect(new Set(all).size).toBe(15);
    expect(all.length).toBe(15);
  });

  it("asks what belongs to the channel", () => {
    expect(channelAsk("SR")).toMatchObject({ ref: "Nomor surat", date: "Tanggal surat" });
    expect(channelAsk("SP").ref).toBe("Tracking ID");
    expect(channelAsk("KP").date).toBe("Tanggal kotak dibuka");
    expect(channelAsk("TM")).toMatchObject({ ref: null, date: null });
    expect(channelAsk("EM").email).toBe(true);
  });

  it("takes a slip from the box for nameless, and takes that back with the channel", () => {
    const box = withChannel(form(), "KP");
    expect(box.identity).toBe("none");
    expect(withChannel(box, "SR").identity).toBe("open");
    expect(withChannel(form({ name: "Melati Contohwati" }), "KP").identity).toBe("open");
    expect(withChannel(form({ identity: "confidential" }), "KP").identity).toBe("confidential");
  });
});

describe("errors", () => {
  it("says a missing name with its way out, an impossible date by its name", () => {
    expect(errorText(required("name"), form())).toBe("Isi nama lengkap, atau pilih Tanpa identitas");
    const november = form({ eventDate: { day: "31", month: "11", year: "2026" } });
    expect(errorText({ field: "eventDate", code: "impossible_date", detail: null }, november)).toBe("31 November tidak ada");
    const tomorrow = form({ eventDate: { day: "29", month: "12", year: "2026" } });
    expect(errorText({ field: "eventDate", code: "future_date", detail: null }, tomorrow)).toBe("Tanggal ini belum tiba");
  });

  it("lets an error go at the keystroke that cures it, and not before", () => {
    const before = form();
    expect(isCured(required("name"), before, form({ name: " " }), today)).toBe(false);
    expect(isCured(required("name"), before, form({ name: "M" }), today)).toBe(true);
    expect(isCured(required("name"), before, form({ identity: "none" }), today)).toBe(true);
    const bad = { field: "eventDate", code: "impossible_date", detail: null };
    expect(isCured(bad, before, form({ eventDate: { day: "3", month: "13", year: "2026" } }), today)).toBe(false);
    expect(isCured(bad, before, form({ eventDate: { day: "30", month: "12", year: "2026" } }), today)).toBe(false);
    expect(isCured(bad, before, form({ eventDate: { day: "30", month: "11", year: "2026" } }), today)).toBe(true);
  });

  it("lists errors as the eye meets the fields", () => {
    const fields = inFormOrder([required("description"), required("unknown"), required("name"), required("villageText")]).map((e) => e.field);
    expect(fields).toEqual(["name", "villageText", "description", "unknown"]);
  });
});

describe("received time", () => {
  it("reads times as they are typed", () => {
    expect(["930", "9:30", "09.30", "9", "2415"].map(readTime)).toEqual(["09:30", "09:30", "09:30", "09:00", "2415"]);
  });

  it("never turns an incomplete time into now", () => {
    expect(composeReceived({ date: { day: "", month: "", year: "" }, time: "" })).toBe("");
    expect(composeReceived({ date: { day: "21", month: "12", year: "2026" }, time: "0930" })).toBe("2026-12-21T09:30");
    expect(composeReceived({ date: { day: "21", month: "", year: "" }, time: "" })).toBe("--21T");
    expect(splitReceived("2026-12-21T09:30")).toEqual({ date: { day: "21", month: "12", year: "2026" }, time: "09.30" });
  });
});

describe("ready sentences", () => {
  it("open after a slash at the beginning of a word", () => {
    expect(snippetQuery("/bl", 3)).toEqual({ start: 0, query: "bl" });
    expect(snippetQuery("datang /b", 9)).toEqual({ start: 7, query: "b" });
    expect(snippetQuery("RT 04/RW", 8)).toBeNull();
  });

  it("have keys of their own, and two letters are enough for the commonest", () => {
    expect(new Set(SNIPPETS.map((s) => s.key)).size).toBe(SNIPPETS.length);
    expect(matchSnippets("bl")[0]?.text).toMatch(/^Blangko habis/);
    expect(matchSnippets("antrean").length).toBeGreaterThan(0);
    expect(matchSnippets("zz")).toEqual([]);
  });
});

describe("usual spelling", () => {
  const check = { formatted: { name: "Sulastri Contohwati", address: "", phone: "", nik: "" } } as unknown as FormCheck;

  it("comes on leaving, goes with Ctrl+Z, and does not come again for what was kept", () => {
    const memory = noRespelling();
    const typed = form({ name: "sulastri contohwati" });
    expect(respelled(memory, "name", "sulastri contohwati", typed, check)).toEqual({ name: "Sulastri Contohwati" });
    expect(takenBack(memory, "name")).toEqual({ name: "sulastri contohwati" });
    expect(takenBack(memory, "name")).toBeNull();
    expect(respelled(memory, "name", "sulastri contohwati", typed, check)).toBeNull();
  });

  it("leaves alone what was typed on in the meantime", () => {
    expect(respelled(noRespelling(), "name", "sulastri", form({ name: "sulastri c" }), check)).toBeNull();
  });
});

describe("a correction", () => {
  it("names the changed fields with old and new value, the NIK masked", () => {
    const before = form({ phone: "0899-0000-0139", nik: "9901010101990007" });
    const after = { ...before, phone: "0899-0000-0140", nik: "9901010101990008", eventDate: { day: "17", month: "11", year: "2026" } };
    const changes = changesOf(before, after, { services: [], officers: [] });
    expect(changes).toEqual([
      { field: "phone", label: "Nomor HP atau WhatsApp", before: "0899-0000-0139", after: "0899-0000-0140" },
      { field: "nik", label: "NIK", before: "9901••••••••0007", after: "9901••••••••0008" },
      { field: "eventDate", label: "Tanggal kejadian", before: "", after: "17 November 2026" },
    ]);
    expect(changesOf(before, { ...before }, { services: [], officers: [] })).toEqual([]);
  });

  it("masks a NIK whatever its length", () => {
    expect(maskNik("9901010101990007")).toBe("9901••••••••0007");
    expect(maskNik("99010")).toBe("•••••");
    expect(maskNik("")).toBe("");
  });
});
