import { beforeEach, describe, expect, it } from "vitest";
import type { Printer } from "../../backend/contract";
import { offeredPrinter, printDesk, rememberPrinter } from "./printing.svelte";

const printers: Printer[] = [
  { name: "EPSON L3210", isDefault: false, state: "idle" },
  { name: "Printer TU", isDefault: true, state: "idle" },
];
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the printer that is offered", () => {
  beforeEach(() => localStorage.clear());

  it("is the last one of this kind of document, else the system's, else the first", () => {
    expect(offeredPrinter("receipt", printers)).toBe("Printer TU");
    rememberPrinter("receipt", "EPSON L3210");
    expect(offeredPrinter("receipt", printers)).toBe("EPSON L3210");
    expect(offeredPrinter("list", printers)).toBe("Printer TU");
    rememberPrinter("receipt", "Printer yang dicabut");
    expect(offeredPrinter("receipt", printers)).toBe("Printer TU");
    expect(offeredPrinter("receipt", [])).toBeNull();
  });
});

describe("printing", () => {
  beforeEach(() => localStorage.clear());

  it("says that it failed, and that it worked when tried again", async () => {
    const desk = printDesk("receipt");
    await settle();
    expect(await desk.print(() => Promise.reject({ code: "printer", detail: "" }))).toBe(false);
    expect(desk.state).toMatchObject({ kind: "failed", error: { code: "printer" } });
    expect(await desk.print(async () => "Salinan ke-1")).toBe(true);
    expect(desk.state).toMatchObject({ kind: "printed", label: "Salinan ke-1" });
  });

  it("does not print a second time while the first press is under way", async () => {
    const desk = printDesk("receipt");
    await settle();
    let finish: (label: string) => void = () => undefined;
    const first = desk.print(() => new Promise((resolve) => (finish = resolve)));
    expect(await desk.print(async () => "")).toBe(false);
    finish("");
    expect(await first).toBe(true);
  });

  it("takes a closed save dialog for no failure", async () => {
    const desk = printDesk("list");
    expect(await desk.save(async () => null)).toBe(false);
    expect(desk.state.kind).toBe("idle");
    expect(await desk.save(() => Promise.reject({ code: "disk_full", complaintsKept: 3 }))).toBe(false);
    expect(desk.state.kind).toBe("not_saved");
  });
});
