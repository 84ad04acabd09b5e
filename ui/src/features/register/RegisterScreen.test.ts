/** Register at work: find, understand, act, against sixty invented complaints. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app, enter, open } from "../../app.svelte";
import { backend } from "../../backend";
import type { Session } from "../../backend/contract";
import { complaints } from "../../backend/fake/register";
import { join } from "../../backend/fake/together";
import { listenForKeys } from "../../commands.svelte";
import { testids } from "../../testids";
import { closeIdentity, pane } from "./detail.svelte";
import { NO_FILTERS } from "./filters";
import { enterList, list } from "./list.svelte";
import RegisterScreen from "./RegisterScreen.svelte";

vi.setConfig({ testTimeout: 60_000 });

let session: Session;
let user: UserEvent;
let endKeys: () => void;
const searchField = () => screen.getByTestId(testids.searchField) as HTMLInputElement;
const rows = () => [...document.querySelectorAll<HTMLElement>("tbody tr[data-testid^='row-']")];
const field = (id: string) => document.getElementById(id) as HTMLInputElement;

async function showScreen() {
  render(RegisterScreen, { active: true, session });
  await waitFor(() => expect(rows()).toHaveLength(50));
  await waitFor(() => expect(pane.detail?.row.id).toBe(list.selectedId));
}

/** Selects the first complaint that fits, and waits for the pane. */
async function choose(fits: (c: (typeof complaints)[number]) => boolean) {
  const complaint = complaints.find(fits);
  if (!complaint) throw new Error("no such invented complaint");
  await user.click(await screen.findByTestId(testids.row(complaint.id)));
  await waitFor(() => expect(pane.detail?.row.id).toBe(complaint.id));
  return complaint;
}

beforeEach(async () => {
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  localStorage.clear();
  const signedIn = await backend.signIn("officer-2", "902741");
  if (!signedIn.ok) throw new Error("the invented officer opens");
  session = signedIn.ok;
  enter({ kind: "open", session });
  open("register");
  enterList("nobody");
  list.filters = { ...NO_FILTERS };
  Object.assign(pane, { id: null, detail: null, tab: "summary" });
  endKeys = listenForKeys();
  user = userEvent.setup({ delay: null });
});

afterEach(() => {
  endKeys();
  closeIdentity();
  vi.restoreAllMocks();
});

describe("finding", () => {
  it("searches while typing, underlines the hits, and says how many of all", async () => {
    await showScreen();
    await user.type(searchField(), "antre obat");
    await waitFor(() => expect(rows()).toHaveLength(6));
    await waitFor(() => expect(screen.getByTestId(testids.count).textContent).toBe(`6 dari ${complaints.length}`));
    expect(rows()[0]?.querySelectorAll("mark").length).toBe(2);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(rows()).toHaveLength(50));
    expect(searchField().value).toBe("");
  });

  it("shows the short name where a complaint was found by it", async () => {
    await showScreen();
    await user.type(searchField(), "melati");
    await waitFor(() => expect(rows().length).toBeLessThan(50));
    expect([...(rows()[0]?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual(["Melati"]);
    expect(rows()[0]?.textContent).toContain("Melati C.");
    expect(rows()[0]?.textContent).not.toContain("Contohwati");
  });

  it("moves the selection with the arrow keys, the pane follows, and the next page comes at the end", async () => {
    await showScreen();
    searchField().focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(rows()[0]));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]));
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
    await waitFor(() => expect(pane.detail?.row.id).toBe(list.rows[1]?.id));
    await user.keyboard("{End}");
    await waitFor(() => expect(rows()).toHaveLength(complaints.length));
  });

  it("filters with a chip, remembers it, and says what it hides when nothing is found", async () => {
    await showScreen();
    await user.selectOptions(field("filter-state"), "voided");
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(localStorage.getItem(`loket-aduan.register.${session.officer.id}`)).toContain("voided");
    await user.type(searchField(), "imunisasi");
    const empty = await screen.findByTestId(testids.emptyList);
    expect(empty.textContent).toContain("Tidak ada aduan yang cocok dengan “imunisasi”");
    expect(empty.textContent).toMatch(/Lepas saringan Dibatalkan, di luarnya ada 6 aduan/);
    await user.click(within(empty).getByRole("button", { name: "Lepas saringan" }));
    await waitFor(() => expect(rows()).toHaveLength(6));
  });

  it("teaches when the register is empty", async () => {
    vi.spyOn(backend, "list").mockResolvedValue({ rows: [], next: null, terms: [] });
    vi.spyOn(backend, "count").mockResolvedValue({ count: 0, more: false, all: 0, outsideFilter: 0 });
    render(RegisterScreen, { active: true, session });
    expect((await screen.findByTestId(testids.emptyList)).textContent).toContain("Daftarkan aduan pertama dengan Ctrl+N.");
  });

  it("sorts by a header and says so to a screen reader", async () => {
    await showScreen();
    await user.click(screen.getByRole("button", { name: "Nomor" }));
    await waitFor(() => expect(list.filters).toMatchObject({ sort: "number", descending: true }));
    expect(screen.getByRole("columnheader", { name: "Nomor" }).getAttribute("aria-sort")).toBe("descending");
  });

  it("opens the complaint that another screen asks for, although the filter hides it", async () => {
    await showScreen();
    await user.selectOptions(field("filter-state"), "voided");
    await waitFor(() => expect(rows()).toHaveLength(1));
    const wanted = complaints[5];
    open("register", { to: "register", what: "open", complaintId: wanted?.id ?? "" });
    await waitFor(() => expect(pane.detail?.row.number).toBe(wanted?.number));
  });
});

describe("understanding", () => {
  it("shows the deadline day by day, as a list on demand, and the timeline", async () => {
    await showScreen();
    await choose((c) => c.state === "received");
    await user.keyboard("{Control>}j{/Control}");
    const calendar = await screen.findByTestId(testids.calendar);
    expect(within(calendar).getAllByText("tenggat")).toHaveLength(1);
    expect(within(calendar).getByText("14")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Sebagai daftar" }));
    expect(screen.queryByTestId(testids.calendar)).toBeNull();
    expect(screen.getByTestId(testids.timeline).textContent).toContain("Terdaftar di Loket A");
  });

  it("keeps its tab when the row changes", async () => {
    await showScreen();
    await user.click(screen.getByTestId(testids.paneTab("reporter")));
    await choose((c) => c.id === list.rows[3]?.id);
    expect(screen.getByTestId(testids.paneTab("reporter")).getAttribute("aria-selected")).toBe("true");
  });

  it("asks why a confidential identity is opened, and closes it when the row changes", async () => {
    await showScreen();
    await choose((c) => c.hidden);
    const spy = vi.spyOn(backend, "openIdentity");
    await user.keyboard("{Control>}i{/Control}");
    const dialog = await screen.findByTestId(testids.identityDialog);
    await user.click(within(dialog).getByTestId(testids.commit));
    expect(dialog.textContent).toContain("Isi alasannya");
    expect(spy).not.toHaveBeenCalled();
    await user.type(field("reason"), "Menelepon pelapor{Escape}{Enter}");
    const facts = await screen.findByTestId(testids.identityFacts);
    expect(facts.textContent).toContain("Wati Seandainya");
    await choose((c) => c.id === list.rows[0]?.id);
    expect(screen.queryByTestId(testids.identityFacts)).toBeNull();
  });

  it("closes an opened identity after two minutes", async () => {
    await showScreen();
    await choose((c) => !c.hidden && c.name !== "");
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      await user.keyboard("{Control>}i{/Control}");
      await screen.findByTestId(testids.identityFacts);
      await vi.advanceTimersByTimeAsync(120_000);
      await waitFor(() => expect(screen.queryByTestId(testids.identityFacts)).toBeNull());
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("acting", () => {
  it("voids a number only with a reason, and takes that back", async () => {
    await showScreen();
    const complaint = await choose((c) => c.state === "received");
    await user.click(screen.getByTestId(testids.void));
    const dialog = await screen.findByTestId(testids.voidDialog);
    await user.click(within(dialog).getByTestId(testids.commit));
    expect(complaint.state).toBe("received");
    await user.type(field("reason"), "rangkap");
    await user.click(within(dialog).getByTestId(testids.commit));
    await waitFor(() => expect(screen.getByTestId(testids.pane).textContent).toContain("Dibatalkan: rangkap"));
    await user.click(screen.getByTestId(testids.unvoid));
    await user.type(field("reason"), "keliru dibatalkan");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(complaint.state).toBe("received"));
    expect(app.done?.text).toContain("dicabut");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testids.step)));
  });

  it("opens the step of a row that was selected just now, and takes what is typed at once", async () => {
    await showScreen();
    rows()[0]?.focus();
    await user.keyboard("{ArrowDown}{Control>}t{/Control}");
    const dialog = await screen.findByTestId(testids.stepDialog);
    expect(dialog.textContent).toContain(list.rows[1]?.number);
    await user.keyboard("menelepon");
    expect(field("stepText").value).toBe("menelepon");
  });

  it("asks to tell the complainant when a number is voided whose receipt was handed over", async () => {
    const real = backend.detail.bind(backend);
    vi.spyOn(backend, "detail").mockImplementation(async (id) => ({ ...(await real(id)), handedOver: true }));
    await showScreen();
    await choose((c) => c.state === "received");
    await user.click(screen.getByTestId(testids.void));
    const dialog = await screen.findByTestId(testids.voidDialog);
    expect(dialog.textContent).toContain("beri tahu pelapor");
  });

  it("records that the answer was conveyed: when, how, to whom", async () => {
    await showScreen();
    await choose((c) => c.state === "received");
    const spy = vi.spyOn(backend, "step");
    await user.keyboard("{Control>}t{/Control}");
    await screen.findByTestId(testids.stepDialog);
    await user.click(field("stepKind-answered"));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(spy).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field("recipient"));
    await user.type(field("recipient"), "Melati Contohwati");
    await user.selectOptions(field("by"), "whatsapp");
    await user.type(field("stepText"), "Loket sudah ditambah");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(spy).toHaveBeenCalledTimes(1));
    expect(spy.mock.calls[0]?.[1]).toMatchObject({ kind: "answered", by: "whatsapp", recipient: "Melati Contohwati", text: "Loket sudah ditambah" });
  });

  it("keeps a half-written step for its complaint when Esc is pressed", async () => {
    await showScreen();
    await user.keyboard("{Control>}t{/Control}");
    await screen.findByTestId(testids.stepDialog);
    await user.type(field("stepText"), "menunggu kabar");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId(testids.stepDialog)).toBeNull());
    await user.keyboard("{Control>}t{/Control}");
    await waitFor(() => expect(field("stepText").value).toBe("menunggu kabar"));
  });

  it("corrects after showing what changes, and does not throw typing away at the first Esc", async () => {
    await showScreen();
    const complaint = await choose((c) => c.state === "received" && !c.hidden);
    await user.keyboard("{F2}");
    const dialog = await screen.findByTestId(testids.correctDialog);
    await waitFor(() => expect(document.activeElement).toBe(field("name")));
    await user.clear(field("phone"));
    await user.type(field("phone"), "0899-0000-0140");
    expect(dialog.textContent).toContain("1 isian diubah");
    expect(within(dialog).getByText("0899-0000-0139").tagName).toBe("DEL");
    await user.keyboard("{Escape}");
    expect(screen.getByTestId(testids.correctDialog).textContent).toContain("Tekan Esc sekali lagi");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(complaint.form.phone).toBe("0899-0000-0140"));
    await waitFor(() => expect(screen.queryByTestId(testids.correctDialog)).toBeNull());
  });

  it("prints the list from the list and the receipt from the pane, with Ctrl+P", async () => {
    await showScreen();
    searchField().focus();
    await user.keyboard("{Control>}p{/Control}");
    const listDialog = await screen.findByTestId(testids.printListDialog);
    const printList = vi.spyOn(backend, "printList");
    await waitFor(() => expect(within(listDialog).getByLabelText("Printer")).toBeTruthy());
    await user.click(within(listDialog).getByTestId(testids.print));
    await waitFor(() => expect(printList).toHaveBeenCalledWith(expect.objectContaining({ text: "" }), expect.objectContaining({ printer: "EPSON L3210", copies: 1 })));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId(testids.printListDialog)).toBeNull());
    screen.getByTestId(testids.paneTab("summary")).focus();
    await user.keyboard("{Control>}p{/Control}");
    expect(await screen.findByTestId(testids.printDialog)).toBeTruthy();
  });

  it("makes the register book and tables from the same dialog", async () => {
    await showScreen();
    searchField().focus();
    await user.keyboard("{Control>}p{/Control}");
    const dialog = await screen.findByTestId(testids.printListDialog);
    const saveList = vi.spyOn(backend, "saveList");
    await user.click(within(dialog).getByTestId(testids.saveTable));
    await waitFor(() => expect(saveList).toHaveBeenCalledWith(expect.objectContaining({ text: "" }), "csv"));
    await user.click(within(dialog).getByLabelText("Buku register"));
    await user.click(within(dialog).getByLabelText("Tahun ini"));
    await user.click(within(dialog).getByLabelText("Versi publik"));
    await user.click(within(dialog).getByLabelText("Koma"));
    const saveBook = vi.spyOn(backend, "saveBook");
    await user.click(within(dialog).getByTestId(testids.saveTable));
    const year = expect.objectContaining({ from: expect.stringMatching(/-01-01$/), to: expect.stringMatching(/-12-31$/), version: "public" });
    await waitFor(() => expect(saveBook).toHaveBeenCalledWith(year, "csv_comma"));
    await user.click(within(dialog).getByTestId(testids.save));
    await waitFor(() => expect(saveBook).toHaveBeenCalledWith(year, "pdf"));
    const state = within(dialog).getByTestId(testids.printState);
    await waitFor(() => expect(state.textContent).toContain("Disimpan sebagai buku-register.pdf"));
    await user.click(within(dialog).getByLabelText("Daftar tenggat"));
    await waitFor(() => expect(state.textContent).not.toContain("Disimpan"));
    saveList.mockRejectedValueOnce({ code: "disk_full", complaintsKept: 60 });
    await user.click(within(dialog).getByTestId(testids.saveTable));
    const problem = await within(dialog).findByTestId(testids.printProblem);
    for (const said of ["Penyimpanan penuh", "60 aduan terdahulu utuh", "Berkas belum tersimpan"]) expect(problem.textContent).toContain(said);
    await user.click(within(problem).getByRole("button", { name: "Coba lagi" }));
    await waitFor(() => expect(saveList).toHaveBeenLastCalledWith(expect.objectContaining({ text: "" }), "csv_comma"));
    await waitFor(() => expect(state.textContent).toContain("Disimpan sebagai daftar-tenggat.csv"));
  });

  it("offers to print the new receipt after a reporter was separated", async () => {
    const into = complaints.find((c) => c.state === "received");
    if (!into) throw new Error("no such invented complaint");
    join({ ...into.form, name: "Sulastri Contohwati", description: "Sudah tiga kali datang." }, into.id);
    await showScreen();
    await choose((c) => c.id === into.id);
    await user.click(screen.getByTestId(testids.paneTab("reporter")));
    await user.click(await screen.findByTestId(testids.separate));
    const dialog = await screen.findByTestId(testids.separateDialog);
    await user.type(within(dialog).getByLabelText("Alasan"), "peristiwa lain");
    await user.click(within(dialog).getByTestId(testids.commit));
    const next = await screen.findByTestId(testids.openSeparated);
    await waitFor(() => expect(document.activeElement).toBe(next));
    expect(next.textContent?.trim()).toMatch(/^Buka 0\d+\/.* dan cetak (tanda terima|bukti pencatatan)$/);
    await user.click(next);
    await screen.findByTestId(testids.printDialog);
    expect(pane.detail?.row.id).not.toBe(into.id);
    expect(next.textContent).toContain(pane.detail?.row.number);
    expect(screen.queryByTestId(testids.openSeparated)).toBeNull();
  });

  it("says once when a complaint was received, and gives voiding the look of a destroying act", async () => {
    await showScreen();
    await choose((c) => c.state === "received");
    const labels = () => [...document.querySelectorAll("#pane-panel dt")].map(({ textContent }) => textContent);
    await waitFor(() => expect(labels().filter((label) => /terima|penerimaan/i.test(label ?? ""))).toEqual(["Waktu penerimaan"]));
    expect(screen.getByTestId(testids.void).classList.contains("danger")).toBe(true);
  });

  it("offers each attachment the forms that it has", async () => {
    await showScreen();
    const complaint = await choose((c) => c.state === "received");
    const file = (name: string, mime: string) => ({ id: name, name, size: 1000, mime });
    complaint.form.attachments = [file("foto.jpg", "image/jpeg"), file("surat.pdf", "application/pdf"), file("rekaman.mp3", "audio/mpeg")];
    await user.keyboard("{F5}");
    await user.click(screen.getByTestId(testids.paneTab("files")));
    const save = vi.spyOn(backend, "saveAttachment");
    await user.click(await screen.findByRole("button", { name: "Simpan tanpa data kamera: foto.jpg" }));
    await user.click(screen.getByRole("button", { name: "Simpan salinan: surat.pdf" }));
    await waitFor(() => expect(save.mock.calls.map(([, name, form]) => [name, form])).toEqual([["foto.jpg", "clean"], ["surat.pdf", "clean"]]));
    expect(screen.getAllByTestId(testids.saveOriginal)).toHaveLength(1);
    // Of a recording only the original can leave, and that is asked.
    await user.click(screen.getByRole("button", { name: "Simpan salinan: rekaman.mp3" }));
    await user.click(within(await screen.findByTestId(testids.originalDialog)).getByTestId(testids.commit));
    await waitFor(() => expect(save).toHaveBeenLastCalledWith(complaint.id, "rekaman.mp3", "original"));
    await user.click(screen.getByRole("button", { name: "Tampilkan surat.pdf" }));
    expect(within(await screen.findByTestId(testids.attachmentView)).getByTestId(testids.saveOriginal)).toBeTruthy();
  });

  it("shows an attachment inside the program and closes it with Esc before anything else", async () => {
    await showScreen();
    const complaint = await choose((c) => c.state === "received");
    complaint.form.attachments = [{ id: "a1", name: "resi.jpg", size: 421_888, mime: "image/jpeg" }];
    await user.keyboard("{F5}");
    await user.click(screen.getByTestId(testids.paneTab("files")));
    await user.click(await screen.findByRole("button", { name: "Tampilkan resi.jpg" }));
    const view = await screen.findByTestId(testids.attachmentView);
    await waitFor(() => expect(document.activeElement).toBe(view));
    // The log has one more entry, so the complaint is read again; what is being looked at stays.
    const before = pane.detail;
    await user.click(screen.getByRole("button", { name: "Simpan tanpa data kamera: resi.jpg" }));
    await waitFor(() => expect(pane.detail).not.toBe(before));
    await tick();
    expect(screen.getByTestId(testids.attachmentView)).toBe(view);
    view.focus();
    await user.keyboard("{Escape}");
    expect(screen.queryByTestId(testids.attachmentView)).toBeNull();
    expect(screen.getByTestId(testids.paneTab("files")).getAttribute("aria-selected")).toBe("true");
  });
});
