import { beforeEach, describe, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import type { PrintJob, PrintProgress, Printer } from "../../backend/contract";
import { offeredPrinter, printDesk, remember, remembered } from "./printing.svelte";

const printer = (name: string, isDefault: boolean): Printer => ({ name, description: "", location: "", isDefault, state: "ready", reason: null, media: null, twoSided: null });
const printers = [printer("EPSON L3210", false), printer("Printer TU", true)];
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const job = (copyLabel = ""): PrintJob => ({ job: "j", copyLabel });

/** The program tells these stages, one after the other. */
function tells(...stages: PrintProgress[]): void {
  const told = vi.spyOn(backend, "printProgress");
  for (const stage of stages) told.mockResolvedValueOnce(stage);
}

async function ready() {
  const desk = printDesk("receipt", ["a4_two", "a5"]);
  await settle();
  return desk;
}

beforeEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe("what is offered", () => {
  it("is the last printer of this kind of document, else the system's, else the first", () => {
    expect(offeredPrinter("", printers)?.name).toBe("Printer TU");
    expect(offeredPrinter("EPSON L3210", printers)?.name).toBe("EPSON L3210");
    expect(offeredPrinter("Printer yang dicabut", printers)?.name).toBe("Printer TU");
    expect(offeredPrinter("", [])).toBeUndefined();
  });

  it("is remembered per kind of paper: printer, paper, copies, sides", async () => {
    const desk = await ready();
    expect(desk.choice).toEqual({ printer: "EPSON L3210", copies: 1, twoSided: false, form: "a4_two" });
    desk.change({ printer: "Printer TU", copies: 3, form: "a5" });
    expect((await ready()).choice).toEqual({ printer: "Printer TU", copies: 3, twoSided: false, form: "a5" });
    expect(remembered("list").copies).toBe(1);
  });

  it.each(["", "x", "null", "[]", '{"copies":0}', '{"copies":1e9,"printer":7}', '{"form":"roll_999"}'])("survives a memory of %s", async (kept) => {
    localStorage.setItem("loket-aduan.print.receipt", kept);
    expect((await ready()).choice).toEqual({ printer: "EPSON L3210", copies: 1, twoSided: false, form: "a4_two" });
  });

  it("is another printer when the last one is gone, and nothing without a print system", async () => {
    remember("receipt", { printer: "Printer yang dicabut", copies: 2, twoSided: false, form: "" });
    expect((await ready()).choice).toMatchObject({ printer: "EPSON L3210", copies: 2 });
    vi.spyOn(backend, "printers").mockRejectedValue({ code: "printer", detail: "", reason: "no_system" });
    const desk = await ready();
    expect([desk.noSystem, desk.printers, desk.choice.printer]).toEqual([true, [], ""]);
    expect(await desk.print(async () => job())).toBe(false);
    expect(desk.state).toMatchObject({ kind: "failed", error: { reason: "no_system" } });
  });
});

describe("printing", () => {
  it("says that it failed, and that it worked when tried again", async () => {
    const desk = await ready();
    expect(await desk.print(() => Promise.reject({ code: "printer", detail: "EPSON L3210", reason: "vanished" }))).toBe(false);
    expect(desk.state).toMatchObject({ kind: "failed", error: { reason: "vanished" } });
    tells({ stage: "queued", reason: null }, { stage: "printing", reason: null }, { stage: "printed", reason: null });
    expect(await desk.print(async () => job("Salinan ke-1"))).toBe(true);
    expect(desk.state).toMatchObject({ kind: "printed", label: "Salinan ke-1" });
  });

  it("never calls a paper printed before the print system has reported it", async () => {
    const desk = await ready();
    tells({ stage: "queued", reason: null }, { stage: "sent", reason: "offline" });
    expect(await desk.print(async () => job())).toBe(false);
    expect(desk.state).toMatchObject({ kind: "unknown", reason: "offline" });
    tells({ stage: "failed", reason: "jam" });
    expect(await desk.print(async () => job())).toBe(false);
    expect(desk.state).toMatchObject({ kind: "failed", error: { code: "printer", detail: "EPSON L3210", reason: "jam" } });
  });

  it("does not print a second time while the first press is under way", async () => {
    const desk = await ready();
    let finish: (sent: PrintJob) => void = () => undefined;
    const first = desk.print(() => new Promise((resolve) => (finish = resolve)));
    expect(await desk.print(async () => job())).toBe(false);
    tells({ stage: "printed", reason: null });
    finish(job());
    expect(await first).toBe(true);
  });

  it("takes a paper that waits back before it prints on another printer, so that none comes out twice", async () => {
    const desk = await ready();
    desk.change({ printer: "Printer TU" });
    const first = desk.print((choice) => backend.printReceipt("a", "a4_two", choice, "r"));
    await vi.waitFor(() => expect(desk.state).toMatchObject({ kind: "following", progress: { stage: "waiting", reason: "paused" } }));
    const cancel = vi.spyOn(backend, "cancelPrint");
    desk.change({ printer: "EPSON L3210" });
    expect(await desk.print((choice) => backend.printReceipt("a", "a4_two", choice, "s"))).toBe(true);
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(await first).toBe(false);
    expect(desk.state).toMatchObject({ kind: "printed" });
  });

  it("takes a closed save dialog for no failure", async () => {
    const desk = printDesk("list");
    expect(await desk.save(async () => null)).toBeNull();
    expect(desk.state.kind).toBe("idle");
    expect(await desk.save(() => Promise.reject({ code: "disk_full", complaintsKept: 3 }))).toBeNull();
    expect(desk.state.kind).toBe("not_saved");
    expect(await desk.save(async () => "daftar.pdf")).toBe("daftar.pdf");
    expect(desk.state).toEqual({ kind: "saved", name: "daftar.pdf" });
    desk.turn();
    expect(desk.state.kind).toBe("idle");
  });
});
