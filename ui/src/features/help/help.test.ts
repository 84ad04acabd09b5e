import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { app } from "../../app.svelte";
import { backend } from "../../backend";
import { askHelp, help, onHelp } from "../../help.svelte";
import { helpIds, helpPages, searchHelp } from "../../i18n/help";
import { keyTable } from "../../keys";
import { testids } from "../../testids";
import HelpSheet from "./HelpSheet.svelte";
import { findShortcuts, shortcutGroups } from "./shortcuts";

const keysOf = (roles: Parameters<typeof shortcutGroups>[0]) => shortcutGroups(roles, ["complaints", "register", "settings"]);
const texts = (groups: ReturnType<typeof shortcutGroups>) => groups.flatMap(({ rows }) => rows.map(({ text }) => text));

describe("every page", () => {
  it.each(helpIds)("%s says what for, how, and what to do when something goes wrong", (id) => {
    const { title, what, steps, troubles, law = "" } = helpPages[id];
    expect(title.length).toBeGreaterThan(3);
    expect(steps.length).toBeGreaterThan(0);
    expect(troubles.length).toBeGreaterThan(0);
    const all = [what, ...steps.map(({ text }) => text), ...troubles.flatMap(({ when, then }) => [when, then]), ...(law ? [law] : [])];
    for (const sentence of all) expect(sentence).toMatch(/[.]$/);
    expect(all.join(" ")).not.toMatch(/!|\bOK\b|\bSubmit\b|user|error|backup|email|\bHP Anda\b|dibawah|ijin|resiko/i);
  });

  it("names no key that the program does not know", () => {
    const known = [...Object.values(keyTable).flatMap(({ keys }) => keys as readonly string[]), "Enter", "Esc", "Spasi", "↑", "↓", "/", "1", "…", "9", "Ctrl+−"];
    for (const id of helpIds) for (const { keys = [] } of helpPages[id].steps) for (const key of keys) expect(known, id).toContain(key);
  });

  it("is found by any of its words", () => {
    expect(searchHelp("kertas habis")).toContain("registered");
    expect(searchHelp("KUNCI pemulihan")).toContain("restore");
    expect(searchHelp("katayangtidakada")).toEqual([]);
    expect(searchHelp("(*[")).toEqual([]);
  });
});

describe("the keys of a role", () => {
  it("are those that the role may give", () => {
    expect(texts(keysOf(["counter_officer"]))).toContain("Catat langkah");
    expect(texts(keysOf(["auditor"]))).not.toContain("Catat langkah");
    expect(texts(keysOf(["auditor"]))).toContain("Jelaskan tenggat");
    expect(texts(keysOf(["auditor", "complaint_manager"]))).toContain("Daftarkan dan beri nomor");
    expect(texts(keysOf(null))).not.toContain("Aduan baru");
    expect(texts(keysOf(null))).toContain("Besarkan teks");
  });

  it("name the screens that the officer has, in the order of the tabs", () => {
    const keys = (screens: Parameters<typeof shortcutGroups>[1]) => shortcutGroups(["auditor"], screens).flatMap(({ rows }) => rows).filter(({ text }) => text.startsWith("Layar ")).map(({ text, keys }) => [text, ...keys]);
    expect(keys(["complaints", "register", "settings"])).toEqual([["Layar Aduan baru", "Ctrl+1"], ["Layar Register", "Ctrl+2"], ["Layar Pengaturan", "Ctrl+3"]]);
    expect(keys(["complaints", "register", "reports", "settings"]).slice(2)).toEqual([["Layar Laporan", "Ctrl+3"], ["Layar Pengaturan", "Ctrl+4"]]);
  });

  it("are searched in text, place and key", () => {
    expect(texts(findShortcuts(keysOf(["counter_officer"]), "ctrl+t"))).toContain("Catat langkah");
    expect(findShortcuts(keysOf(["counter_officer"]), "(")).toEqual([]);
  });
});

describe("F1", () => {
  beforeEach(() => {
    help.open = false;
    app.state = null;
  });

  it("opens the page of what is in front, the newest first, and goes back with it", async () => {
    const screenEnds = onHelp(() => "register");
    const dialogEnds = onHelp(() => "step");
    render(HelpSheet);
    askHelp();
    expect((await screen.findByTestId(testids.helpPage)).textContent).toContain("Catat langkah");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId(testids.helpDialog)).toBeNull());
    dialogEnds();
    askHelp();
    expect((await screen.findByTestId(testids.helpPage)).textContent).toContain("Menemukan aduan");
    screenEnds();
  });

  it("searches the pages, shows the keys, and prints the guide after it was seen", async () => {
    render(HelpSheet);
    askHelp();
    const sheet = await screen.findByTestId(testids.helpDialog);
    await userEvent.type(within(sheet).getByLabelText("Cari dalam bantuan"), "lupa pin");
    expect(within(sheet).getByTestId(testids.helpPage).textContent).toContain("PIN baru");
    await userEvent.click(within(sheet).getByLabelText("Pintasan"));
    expect(within(sheet).getByLabelText("Cari perintah")).toBeTruthy();
    await userEvent.click(within(sheet).getByLabelText("Layar ini"));
    const print = vi.spyOn(backend, "printHelp");
    await userEvent.click(within(sheet).getByTestId(testids.printGuide));
    const dialog = await screen.findByTestId(testids.helpPrintDialog);
    await within(dialog).findByLabelText("Printer");
    await userEvent.click(within(dialog).getByTestId(testids.print));
    await waitFor(() => expect(print).toHaveBeenCalledWith({ kind: "guide" }, expect.objectContaining({ printer: "EPSON L3210" })));
    expect((await within(dialog).findByTestId(testids.printState)).textContent).toContain("Tercetak");
  });
});
