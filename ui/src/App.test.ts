import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import App from "./App.svelte";
import { app, enter } from "./app.svelte";
import { backend } from "./backend";
import { office } from "./backend/fake/office";
import { display } from "./display.svelte";

HTMLElement.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
Element.prototype.scrollTo = () => {};

const key = (name: string, init: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...init });
const ctrl = (name: string) => key(name, { ctrlKey: true });

async function start(query: string): Promise<void> {
  history.replaceState(null, "", query);
  render(App);
  await waitFor(() => expect(app.state).not.toBeNull());
}

beforeEach(() => {
  vi.restoreAllMocks();
  Object.assign(app, { state: null, screen: "complaints", status: null, done: null, request: null, notices: [], searchText: "", left: null, justRestored: false, problem: null });
  Object.assign(office, { notices: [], frozen: false, practice: false, clockDoubt: false, signedIn: null, wrongPins: 0 });
  display.preferences = { textPercent: 100, theme: "system", density: "rapat" };
});

describe("each state of the program has its face", () => {
  it.each([
    ["first_start", "Kantor apa ini?"], ["start_password", "Buka register"], ["key_missing", "Kunci register tidak ditemukan"],
    ["damaged", "Berkas register tidak dapat dibaca"], ["newer", "Register ini lebih baru daripada program"], ["held", "Register sedang dipakai"], ["sign_in", "Siapa yang bertugas?"],
  ])("%s", async (state, title) => {
    await start(`?state=${state}`);
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(title));
  });

  it("says so when the program itself does not answer", async () => {
    vi.spyOn(backend, "appState").mockResolvedValue({ kind: "held" });
    await start("?");
    window.dispatchEvent(new ErrorEvent("error", { message: "rusak" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Yang sudah tersimpan tetap aman."));
  });
});

describe("the frame", () => {
  it("opens screens in the order of the tabs", async () => {
    await start("?state=open");
    const current = () => screen.getByRole("navigation", { name: "Layar" }).querySelector("[aria-current=page]")?.textContent?.trim();
    expect(current()).toContain("Aduan baru");
    await ctrl("2");
    await waitFor(() => expect(current()).toContain("Register"));
    await ctrl("3");
    await waitFor(() => expect(current()).toContain("Laporan"));
    await ctrl("4");
    await waitFor(() => expect(current()).toContain("Pengaturan"));
  });

  it("has no Laporan for who may not read the log, and the keys follow the tabs that are there", async () => {
    await start("?state=open&officer=officer-1");
    const tabs = () => within(screen.getByRole("navigation", { name: "Layar" })).getAllByRole("link");
    expect(tabs().map((tab) => [tab.getAttribute("href"), tab.getAttribute("aria-keyshortcuts")])).toEqual([["#complaints", "Control+1"], ["#register", "Control+2"], ["#settings", "Control+3"]]);
    await ctrl("4");
    expect(app.screen).toBe("complaints");
    await ctrl("3");
    await waitFor(() => expect(app.screen).toBe("settings"));
  });

  it("leaves a screen that the next officer does not have", async () => {
    await start("?state=open");
    await ctrl("3");
    expect(await screen.findByTestId("log-about")).toBeTruthy();
    await ctrl("l");
    await waitFor(() => expect(app.state?.kind).toBe("sign_in"));
    const { ok } = await backend.signIn("officer-1", "902741");
    if (!ok) throw new Error("the invented officer opens");
    enter({ kind: "open", session: ok });
    await waitFor(() => expect(document.activeElement?.id).toBe("name"));
    expect(app.screen).toBe("complaints");
    expect(screen.queryByTestId("log-about")).toBeNull();
  });

  it("locks with Ctrl+L and shows neither complaint nor complainant", async () => {
    await start("?state=open");
    await ctrl("l");
    await waitFor(() => expect(app.state?.kind).toBe("sign_in"));
    expect(document.body.textContent).not.toMatch(/PKM-SKM\/A|Antre obat|Melati/);
    expect(screen.getByText(/Pekerjaan Bambang Semisal tersimpan/)).toBeTruthy();
  });

  it("finds with F3 from any screen and hands the words to Register", async () => {
    const user = userEvent.setup();
    await start("?state=open");
    await waitFor(() => expect(document.activeElement?.id).toBe("name"));
    await key("F3");
    expect(document.activeElement).toBe(screen.getByTestId("search"));
    await user.keyboard("antre obat{Enter}");
    await waitFor(() => expect(app.screen).toBe("register"));
    expect(app.searchText).toBe("antre obat");
  });

  it("remembers the size of the text for the officer", async () => {
    const saved = vi.spyOn(backend, "savePreferences");
    await start("?state=open");
    await ctrl("=");
    await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ textPercent: 110 })));
    expect(document.documentElement.style.fontSize).toBe("110%");
    await ctrl("0");
    expect(document.documentElement.style.fontSize).toBe("100%");
  });

  it("shows only commands that exist, and finds them", async () => {
    const user = userEvent.setup();
    await start("?state=open");
    await key("F1");
    const dialog = await screen.findByRole("dialog", { name: "Bantuan" });
    await user.click(within(dialog).getByRole("radio", { name: /Pintasan/ }));
    expect(dialog.textContent).not.toMatch(/Layar (Hari ini|Sinkronisasi)/);
    expect(dialog.textContent).toContain("Layar Laporan");
    await user.type(within(dialog).getByRole("textbox"), "besar");
    expect(within(dialog).getAllByRole("term").map((term) => term.textContent)).toEqual(["Besarkan teks"]);
    await user.click(within(dialog).getByRole("button", { name: "Tutup" }));
  });
});

describe("frozen numbers", () => {
  it("run again after the last number on paper", async () => {
    const resumed = vi.spyOn(backend, "resumeNumbers");
    const user = userEvent.setup();
    await start("?state=open&notice=frozen");
    await user.click(await screen.findByTestId("resume-numbers"));
    await user.click(screen.getByTestId("save"));
    expect(document.getElementById("lastOnPaper")?.getAttribute("aria-invalid")).toBe("true");
    await user.type(document.getElementById("lastOnPaper") as HTMLElement, "152");
    await ctrl("Enter");
    await waitFor(() => expect(screen.queryByTestId("notice-frozen")).toBeNull());
    expect(resumed).toHaveBeenCalledWith(152);
    await waitFor(() => expect(screen.getByTestId("status-saved").textContent).toContain("Nomor register berjalan lagi"));
  });

  it("are asked for by themselves after a restore", async () => {
    app.justRestored = true;
    await start("?state=open&notice=frozen");
    expect(await screen.findByTestId("resume-numbers-dialog")).toBeTruthy();
  });
});

describe("practice", () => {
  it("says LATIHAN, tells stories, and can be left", async () => {
    const user = userEvent.setup();
    await start("?state=open&practice");
    expect(screen.getByText(/^LATIHAN/).textContent).toContain("Kantor latihan");
    if (!screen.queryByText("Cerita 1 dari 10")) await user.click(screen.getByRole("button", { name: "Cerita latihan" }));
    expect(await screen.findByText("Cerita 1 dari 10")).toBeTruthy();
    await ctrl("4");
    await user.click(await screen.findByTestId("section-practice"));
    await user.click(screen.getByTestId("practice-leave"));
    await waitFor(() => expect(app.state?.kind === "sign_in" && !app.state.practice).toBe(true));
  });
});

describe("roles", () => {
  it("show a counter officer only what is hers in Pengaturan", async () => {
    await start("?state=open&officer=officer-1");
    await ctrl("3");
    const nav = await screen.findByRole("navigation", { name: "Bagian pengaturan" });
    expect(within(nav).getAllByRole("button").map((button) => button.textContent)).toEqual(["Tampilan", "Latihan"]);
  });
});
