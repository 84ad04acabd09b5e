/** Files on their way into a draft, as the field shows them: many at once, refused ones, the scanner's folder. */
import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import type { AttachmentView, TakingFile } from "../../backend/contract";
import { takings } from "../../backend/fake/files";
import { complaintForm as words } from "../../i18n/complaint-form";
import { testids } from "../../testids";
import AttachmentField from "./AttachmentField.svelte";
import { pastesSettled, pastesUnfinished } from "./pasted.svelte";

vi.setConfig({ testTimeout: 30_000 });

const file = (name: string) => new File(["isi"], name, { type: "image/jpeg" });
const onItsWay = (id: number, name: string, state: TakingFile["state"], more: Partial<TakingFile> = {}): TakingFile => ({
  id, name, state, percent: 0, reason: null, unseen: null, ...more,
});

let draftId: string;
let attached: AttachmentView[];
let field: ReturnType<typeof render<typeof AttachmentField>>;

beforeEach(async () => {
  takings.files = [];
  takings.chosen = [{ name: "Foto antrean.jpg", size: 421_888 }];
  takings.look = { folder: "Pindaian", trouble: null, files: [], more: 0 };
  draftId = (await backend.newDraft()).id;
  attached = [];
  const onchange = (attachments: AttachmentView[]) => {
    attached = attachments;
    void field.rerender({ draftId, attachments, onchange });
  };
  field = render(AttachmentField, { draftId, attachments: [], onchange });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const names = () => attached.map((a) => a.name);

describe("files on their way", () => {
  it("come from the dialog, all at once, and a refused one says why beside those that are taken", async () => {
    takings.chosen = [{ name: "antrean.jpg", size: 1000 }, { name: "foto-loket.heic", size: 1000 }, { name: "resi.pdf", size: 1000 }];
    await userEvent.click(screen.getByTestId(testids.attach));
    await waitFor(() => expect(names()).toEqual(["antrean.jpg", "resi.pdf"]));
    expect((await screen.findByRole("alert")).textContent).toContain("jenis berkas ini tidak dapat dibuka. Isian lain tetap.");
    expect(screen.getByTestId(testids.takingList).textContent).toContain("2 berkas tersimpan, 1 belum dilampirkan.");
    await userEvent.click(screen.getByTestId(testids.takingDismiss));
    await waitFor(() => expect(screen.queryByTestId(testids.takingList)).toBeNull());
    expect(document.activeElement).toBe(screen.getByTestId(testids.attach));
  });

  it("show how far they are, and cancelling stops the rest", async () => {
    vi.spyOn(backend, "attachFromDialog").mockImplementation(async () => {
      takings.files = [onItsWay(1, "a.jpg", "taken"), onItsWay(2, "b.jpg", "reading", { percent: 40 }), onItsWay(3, "c.jpg", "waiting")];
      return backend.taking(draftId);
    });
    await userEvent.click(screen.getByTestId(testids.attach));
    const list = await screen.findByTestId(testids.takingList);
    expect(list.textContent).toMatch(/1 dari 3 berkas tersimpan.*tersimpan.*dibaca 40%.*menunggu/s);
    await userEvent.click(screen.getByTestId(testids.takingCancel));
    await waitFor(() => expect(list.textContent).toContain(words.taking.cancelled));
    expect(takings.files.map((f) => f.state)).toEqual(["taken", "cancelled", "cancelled"]);
  });

  it("are not attached a second time, and say so", async () => {
    takings.chosen = [{ name: "resi.pdf", size: 1000 }, { name: "ktp.jpg", size: 3 }];
    await userEvent.click(screen.getByTestId(testids.attach));
    await waitFor(() => expect(names()).toEqual(["resi.pdf", "ktp.jpg"]));
    takings.chosen = [{ name: "resi.pdf", size: 1000 }, { name: "resi.pdf", size: 1001 }];
    await userEvent.click(screen.getByTestId(testids.attach));
    await waitFor(() => expect(names()).toEqual(["resi.pdf", "ktp.jpg", "resi.pdf"]));
    const rows = () => [...screen.getByTestId(testids.takingList).querySelectorAll("li")].map((row) => [...row.children].map(({ textContent }) => textContent).join(" "));
    expect(rows()).toEqual(["resi.pdf sudah terlampir"]);
    await waitFor(async () => expect((await backend.taking(draftId)).attachments).toHaveLength(3));
    field.component.take([new File(["foo"], "ktp.jpg", { type: "image/jpeg" })]);
    await waitFor(() => expect(rows()).toContain("ktp.jpg sudah terlampir"));
    expect(names()).toHaveLength(3);
  });

  it("stay attached twice where the second cannot be let go", async () => {
    takings.chosen = [{ name: "resi.pdf", size: 1000 }, { name: "resi.pdf", size: 1000 }];
    const detach = vi.spyOn(backend, "detach").mockRejectedValue({ code: "internal", reference: "x" });
    await userEvent.click(screen.getByTestId(testids.attach));
    await waitFor(() => expect(names()).toEqual(["resi.pdf", "resi.pdf"]));
    expect(detach).toHaveBeenCalledTimes(1);
    expect(screen.queryByTestId(testids.takingList)).toBeNull();
  });

  it("say of a broken photo that it is kept", async () => {
    takings.files = [onItsWay(1, "rusak.jpg", "taken", { unseen: "broken" })];
    await userEvent.click(screen.getByTestId(testids.attach));
    expect((await screen.findByRole("alert")).textContent).toContain("rusak.jpg tersimpan utuh, tetapi gambarnya rusak");
  });

  it("are taken when dropped on the window, wherever", async () => {
    takings.told?.("over");
    expect(await screen.findByText(words.attachDropHere)).toBeTruthy();
    takings.told?.("dropped");
    await waitFor(() => expect(names()).toEqual(["Surat keterangan.pdf"]));
    expect(screen.queryByText(words.attachDropHere)).toBeNull();
  });

  it("are pasted one after the other; a refused one stops no other, and registering waits for them", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const attach = backend.attachBytes;
    vi.spyOn(backend, "attachBytes").mockImplementation(async (...args) => {
      await held;
      return attach(...args);
    });
    field.component.take([file("satu.jpg"), file("dua.heic"), file("tiga.jpg")]);
    await waitFor(() => expect(screen.getByTestId(testids.takingList).textContent).toContain("0 dari 3"));
    expect(pastesUnfinished(draftId)).toEqual(["satu.jpg", "dua.heic", "tiga.jpg"]);
    release();
    expect(await pastesSettled(draftId)).toEqual([]);
    await waitFor(() => expect(names()).toEqual(["satu.jpg", "tiga.jpg"]));
    expect(screen.getByRole("alert").textContent).toContain("dua.heic belum dilampirkan");
  });
});

describe("the scanner's folder", () => {
  const scan = (name: string, state: "ready" | "being_written" | "taken") => ({ name, size: 204_800, atText: "09.14", state });

  it("offers what is ready: Enter takes one, Shift+Enter all, Esc closes", async () => {
    takings.look.files = [scan("pindai 2.jpg", "ready"), scan("pindai 1.jpg", "ready"), scan("pindai 3.jpg", "being_written")];
    await userEvent.click(screen.getByTestId(testids.scansOpen));
    const panel = await screen.findByTestId(testids.scansPanel);
    expect(document.activeElement).toBe(panel);
    expect((await screen.findByText("masih ditulis")).closest("li")?.textContent).toContain("pindai 3.jpg");
    screen.getByRole("button", { name: "Ambil pindai 2.jpg" }).focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(names()).toEqual(["pindai 2.jpg"]));
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    await waitFor(() => expect(names()).toEqual(["pindai 2.jpg", "pindai 1.jpg"]));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByTestId(testids.scansPanel)).toBeNull();
    expect(document.activeElement).toBe(screen.getByTestId(testids.scansOpen));
  });

  it("is chosen once, and says when it is gone", async () => {
    takings.look = { folder: null, trouble: null, files: [], more: 0 };
    await userEvent.click(screen.getByTestId(testids.scansOpen));
    const choose = await screen.findByTestId(testids.scansChoose);
    takings.look = { folder: "Pindaian", trouble: "gone", files: [], more: 0 };
    await userEvent.click(choose);
    expect((await screen.findByRole("alert")).textContent).toContain("Folder Pindaian tidak ditemukan. Isian dan lampiran lain tetap.");
  });

  it("is not looked into while the list is closed", async () => {
    const look = vi.spyOn(backend, "lookIntoScanFolder");
    await userEvent.click(screen.getByTestId(testids.scansOpen));
    await waitFor(() => expect(look).toHaveBeenCalled());
    await userEvent.click(screen.getByTestId(testids.scansOpen));
    const before = look.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 2_300));
    expect(look.mock.calls.length).toBe(before);
  });
});
