/** Jejak akses at work: the log of the invented office, filtered, paged, opened, printed, checked, handed on. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app, enter, open } from "../../app.svelte";
import { backend } from "../../backend";
import type { LogCheck, Session } from "../../backend/contract";
import { complaints } from "../../backend/fake/register";
import { listenForKeys } from "../../commands.svelte";
import { display } from "../../display.svelte";
import { testids } from "../../testids";
import { remembered } from "../paper/printing.svelte";
import ReportsScreen from "./ReportsScreen.svelte";

vi.setConfig({ testTimeout: 60_000 });

let session: Session;
let user: UserEvent;
let endKeys: () => void;
const rows = () => [...document.querySelectorAll<HTMLElement>("tbody tr[data-testid^='log-row-']")];
const cells = (row: HTMLElement | undefined) => [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent?.trim() ?? "");
const about = () => screen.getByTestId(testids.logAbout) as HTMLInputElement;
const chip = (name: string) => document.getElementById(`log-${name}`) as HTMLSelectElement;
const asked = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.at(-1);

async function show() {
  render(ReportsScreen, { active: true, session });
  await waitFor(() => expect(rows()).toHaveLength(100));
}

beforeEach(async () => {
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  localStorage.clear();
  const signedIn = await backend.signIn("officer-2", "902741");
  if (!signedIn.ok) throw new Error("the invented officer opens");
  session = signedIn.ok;
  enter({ kind: "open", session });
  open("reports");
  endKeys = listenForKeys();
  user = userEvent.setup({ delay: null });
});

afterEach(() => {
  endKeys();
  vi.restoreAllMocks();
});

describe("the list", () => {
  it("says when, who, what, about which number, and the fingerprint; newest first", async () => {
    await show();
    display.width = "wide";
    await tick();
    expect(cells(rows()[0])).toEqual([expect.stringMatching(/^\d\d-\d\d-2026 \d\d\.\d\d$/), "Bambang Semisal", "Identitas dibuka", complaints[0]?.number, expect.stringMatching(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)]);
    expect(screen.getByTestId(testids.logCount).textContent).toBe("Lebih dari 100 kegiatan");
    expect(document.body.textContent).not.toContain("Contohwati");
  });

  it("keeps, where there is less room, as much of a fingerprint as finds it, and the number beside what was done", async () => {
    await show();
    display.width = "medium";
    await tick();
    expect(cells(rows()[0])[4]).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(screen.getByTestId(testids.report("log"))).toBeTruthy();
    display.width = "narrow";
    await tick();
    expect(cells(rows()[0])[2]).toBe(`${complaints[0]?.number} · Identitas dibuka`);
    expect(screen.queryByTestId(testids.report("log"))).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Laporan");
  });

  it("asks for who, what kind and when, and forgets it all with one button", async () => {
    await show();
    const read = vi.spyOn(backend, "accessLog");
    await user.selectOptions(chip("officer"), "officer-2");
    expect(asked(read)).toEqual([{ officerId: "officer-2", about: "", group: null, from: null, to: null }, null]);
    await user.selectOptions(chip("group"), "access");
    await waitFor(() => expect(rows()).toHaveLength(15));
    expect(new Set(rows().map((row) => cells(row)[2]))).toEqual(new Set(["Identitas dibuka"]));
    await user.selectOptions(chip("period"), "range");
    await user.click(document.getElementById("log-from-day") as HTMLElement);
    await user.keyboard("01112026");
    await user.click(document.getElementById("log-to-day") as HTMLElement);
    await user.keyboard("30112026");
    await user.click(about());
    await waitFor(() => expect(asked(read)).toEqual([{ officerId: "officer-2", about: "", group: "access", from: "2026-11-01", to: "2026-11-30" }, null]));
    await user.click(screen.getByTestId(testids.resetLog));
    await waitFor(() => expect(rows()).toHaveLength(100));
    expect(asked(read)?.[0]).toEqual({ officerId: null, about: "", group: null, from: null, to: null });
  });

  it("looks for a number when it is typed to its end, by Enter or by leaving the field", async () => {
    await show();
    const read = vi.spyOn(backend, "accessLog");
    await user.type(about(), " 147 ");
    expect(read).not.toHaveBeenCalled();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rows().length).toBeLessThan(10));
    expect(read.mock.calls).toEqual([[expect.objectContaining({ about: "147" }), null]]);
    expect(new Set(rows().map((row) => cells(row)[3]))).toEqual(new Set([complaints[0]?.number]));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(rows()).toHaveLength(100));
    const mark = cells(rows()[7])[4] ?? "";
    await user.type(about(), mark.slice(0, 12));
    await user.tab();
    await waitFor(() => expect(rows().map((row) => cells(row)[4])).toEqual([mark]));
    expect(JSON.stringify(localStorage)).not.toContain(mark.slice(0, 12));
  });

  it("says so when there is no such number, keeps what was typed, and teaches what to type", async () => {
    await show();
    await user.type(about(), "0999/Z{Enter}");
    const empty = await screen.findByTestId(testids.emptyLog);
    expect(empty.textContent).toContain("Tidak ada aduan atau sidik “0999/Z”. Periksa angkanya.");
    expect(about().value).toBe("0999/Z");
    expect(screen.getByTestId(testids.logCount).textContent).toBe("");
    await user.keyboard("{Control>}p{/Control}");
    expect(screen.queryByTestId(testids.printLogDialog)).toBeNull();
    await user.click(within(empty).getByRole("button", { name: "Lepas saringan" }));
    await waitFor(() => expect(rows()).toHaveLength(100));
    expect(document.activeElement).toBe(about());
    expect(about().value).toBe("");
  });

  it("says so when nothing fits, and when the log cannot be read", async () => {
    await show();
    await user.selectOptions(chip("officer"), "officer-3");
    expect((await screen.findByTestId(testids.emptyLog)).textContent).toContain("Tidak ada kegiatan yang cocok.");
    vi.spyOn(backend, "accessLog").mockRejectedValueOnce({ code: "internal", reference: "A1" });
    await user.keyboard("{F5}");
    expect((await screen.findByRole("alert")).textContent).toContain("Jejak akses belum dapat dibaca.");
    await user.keyboard("{F5}");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("drops an answer that another filter has overtaken", async () => {
    await show();
    let late: (() => void) | undefined;
    const real = backend.accessLog;
    vi.spyOn(backend, "accessLog").mockImplementationOnce((query, cursor) => new Promise((resolve) => (late = () => void real(query, cursor).then(resolve))));
    await user.selectOptions(chip("officer"), "officer-3");
    await user.selectOptions(chip("officer"), "officer-2");
    await waitFor(() => expect(new Set(rows().map((row) => cells(row)[1]))).toEqual(new Set(["Bambang Semisal"])));
    late?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rows().length).toBeGreaterThan(0);
  });
});

describe("keys", () => {
  it("go from the field into the list, along it, over its end into the next page, and back", async () => {
    await show();
    about().focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(rows()[0]));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]));
    expect(rows().filter((row) => row.tabIndex === 0)).toEqual([rows()[1]]);
    await user.keyboard("{End}");
    await waitFor(() => expect(rows()).toHaveLength(200));
    const keys = rows().map((row) => Number(row.dataset.testid?.replace("log-row-", "")));
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => b - a));
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(about());
  });

  it("open the complaint of a line in Register; a line about none says so", async () => {
    await show();
    await user.click(rows()[0] as HTMLElement);
    await user.keyboard("{Enter}");
    expect(app.screen).toBe("register");
    expect(app.request).toEqual({ to: "register", what: "open", complaintId: complaints[0]?.id });
    open("reports");
    await user.selectOptions(chip("group"), "office");
    await waitFor(() => expect(rows()).toHaveLength(6));
    await user.click(rows()[0] as HTMLElement);
    await user.keyboard("{Enter}");
    expect(app.screen).toBe("reports");
    await waitFor(() => expect(app.announcement).toBe("Kegiatan ini bukan tentang satu aduan."));
  });

  it("read anew on coming back, with as many pages as there were and the same line", async () => {
    const { rerender } = render(ReportsScreen, { active: true, session });
    await waitFor(() => expect(rows()).toHaveLength(100));
    rows()[0]?.focus();
    await user.keyboard("{End}{ArrowDown}");
    await waitFor(() => expect(rows()).toHaveLength(200));
    const chosen = () => document.querySelector("tr[aria-selected=true]")?.getAttribute("data-testid");
    await user.keyboard("{End}");
    const before = chosen();
    await rerender({ active: false, session });
    const read = vi.spyOn(backend, "accessLog");
    await rerender({ active: true, session });
    await waitFor(() => expect(read.mock.calls.length).toBeGreaterThan(1));
    await waitFor(() => expect(rows().length).toBeGreaterThanOrEqual(200));
    expect(chosen()).toBe(before);
  });
});

describe("evidence", () => {
  const report: LogCheck = { holds: true, wrong: "", entries: 1204, logs: 2, partsAbsent: 0, at: "28 Desember 2026, pukul 09.15 WIB" };

  it("prints what is shown, and saves it as a table", async () => {
    await show();
    const [print, save] = [vi.spyOn(backend, "printAccessLog"), vi.spyOn(backend, "saveAccessLog")];
    await user.selectOptions(chip("group"), "access");
    await user.keyboard("{Control>}p{/Control}");
    const dialog = await screen.findByTestId(testids.printLogDialog);
    await within(dialog).findByLabelText("Printer");
    await user.click(within(dialog).getByTestId(testids.saveTable));
    await waitFor(() => expect(save).toHaveBeenCalledWith(expect.objectContaining({ group: "access" }), "csv"));
    await user.click(within(dialog).getByTestId(testids.print));
    await waitFor(() => expect(print).toHaveBeenCalledWith(expect.objectContaining({ group: "access" }), expect.objectContaining({ printer: "EPSON L3210" })));
    await waitFor(() => expect(app.done?.text).toBe("Jejak akses dicetak"));
    expect(remembered("log").printer).toBe("EPSON L3210");
    expect(remembered("list").printer).toBe("");
  });

  it("is found whole, once, however often it is pressed, and says so for as long as the screen is open", async () => {
    await show();
    let answer: (found: LogCheck) => void = () => undefined;
    const check = vi.spyOn(backend, "checkLog").mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const button = screen.getByTestId(testids.checkLog);
    await user.click(button);
    await user.click(button);
    expect(button.textContent).toContain("Memeriksa …");
    expect(check).toHaveBeenCalledTimes(1);
    answer(report);
    const told = await screen.findByTestId(testids.logCheck);
    expect(told.textContent?.trim()).toBe("Utuh. 1.204 entri dalam 2 rantai: sidik, urutan, dan tanda tangan semuanya cocok. Diperiksa 28 Desember 2026, pukul 09.15 WIB.");
    expect(told.getAttribute("role")).toBe("status");
    await user.selectOptions(chip("group"), "office");
    expect(screen.getByTestId(testids.logCheck)).toBe(told);
    await user.click(button);
    answer({ ...report, partsAbsent: 3 });
    await waitFor(() => expect(screen.getByTestId(testids.logCheck).textContent).toContain("WIB. 3 bagian tidak disimpan di komputer ini."));
  });

  it("is found broken, loudly", async () => {
    await show();
    vi.spyOn(backend, "checkLog").mockResolvedValue({ ...report, holds: false, wrong: "Entri ke-41: tanda tangannya tidak cocok" });
    await user.click(screen.getByTestId(testids.checkLog));
    const told = await screen.findByTestId(testids.logCheck);
    expect(told.getAttribute("role")).toBe("alert");
    expect(told.textContent?.trim()).toBe("Tidak utuh. Entri ke-41: tanda tangannya tidak cocok. Jangan menulis lagi ke register ini. Simpan berkasnya, beri tahu admin, lalu pulihkan dari cadangan.");
    vi.spyOn(backend, "checkLog").mockRejectedValue({ code: "internal", reference: "A1" });
    await user.click(screen.getByTestId(testids.checkLog));
    expect((await screen.findByTestId(testids.evidenceProblem)).textContent).toContain("rujukan A1");
    expect(screen.queryByTestId(testids.logCheck)).toBeNull();
  });

  it("is saved as a bundle, or not: cancelled, or refused because the log is broken", async () => {
    await show();
    const save = vi.spyOn(backend, "saveBundle").mockResolvedValueOnce(null);
    const button = screen.getByTestId(testids.saveBundle);
    app.done = null;
    await user.click(button);
    await waitFor(() => expect(button.textContent).toContain("Simpan bukti …"));
    expect(app.done).toBeNull();
    save.mockResolvedValueOnce("bukti-2026-12-28");
    await user.click(button);
    await waitFor(() => expect(app.done?.text).toBe("Bukti verifikasi tersimpan di bukti-2026-12-28"));
    save.mockRejectedValueOnce({ code: "precondition", what: "log_broken", detail: null });
    await user.click(button);
    const problem = await screen.findByTestId(testids.evidenceProblem);
    expect(problem.textContent).toContain("Register ini tidak utuh, jadi buktinya tidak dibuat.");
    expect(problem.textContent).toContain("Periksa rantai lebih dahulu.");
    expect(screen.getByText(/Ombudsman atau Inspektorat/).textContent).toContain("Tidak memuat nama atau uraian.");
  });
});
