/** The counter at work: the keys of the sixty-second registration against the invented backend, and what may go wrong. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app, enter, open } from "../../app.svelte";
import { backend } from "../../backend";
import type { Session } from "../../backend/contract";
import { office, presets } from "../../backend/fake/office";
import { complaints as register } from "../../backend/fake/register";
import { listenForKeys } from "../../commands.svelte";
import { display } from "../../display.svelte";
import { testids } from "../../testids";
import { desk, enterDesk } from "./drafts.svelte";
import { CTRL, DOWN, ENTER, KEYSTROKES, RELEASE, TAB } from "./keystrokes";

// A hundred and sixty-seven keys in jsdom take their time; the limit only ends what hangs.
vi.setConfig({ testTimeout: 60_000 });

const NAMES: Record<string, string> = { [ENTER]: "{Enter}", [TAB]: "{Tab}", [DOWN]: "{ArrowDown}", [CTRL]: "{Control>}", [RELEASE]: "{/Control}" };
const typed = (keys: string) => [...keys].map((key) => NAMES[key] ?? (/[{[]/.test(key) ? key + key : key)).join("");
const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

let session: Session;
let endKeys: () => void;
let user: UserEvent;

async function showScreen() {
  const { default: Harness } = await import("./ScreenHarness.test.svelte");
  render(Harness, { session });
  await waitFor(() => expect(document.activeElement).toBe(field("name")));
}

beforeEach(async () => {
  // The next field is sought among what is drawn; jsdom draws nothing.
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  office.services = presets.civil_registry.map((name, i) => ({ id: `service-${i}`, name, active: true }));
  office.frozen = false;
  const signedIn = await backend.signIn("officer-2", "902741");
  if (!signedIn.ok) throw new Error("the invented officer opens");
  session = signedIn.ok;
  for (const draft of await backend.drafts()) await backend.deleteDraft(draft.id, "uji");
  enterDesk("nobody");
  enter({ kind: "open", session });
  endKeys = listenForKeys();
  user = userEvent.setup({ delay: null });
});

afterEach(() => {
  endKeys();
  display.width = "wide";
  vi.restoreAllMocks();
});

it("takes an earlier time of receipt figure by figure", async () => {
  await showScreen();
  await user.click(screen.getByRole("button", { name: /[Uu]bah waktu/ }));
  await user.click(field("receivedAt-day"));
  await user.keyboard("18112026");
  expect(["day", "month", "year"].map((part) => field(`receivedAt-${part}`).value)).toEqual(["18", "11", "2026"]);
  await user.click(field("receivedAt-time"));
  await user.keyboard("0930");
  expect(field("receivedAt-time").value).toBe("0930");
  await waitFor(() => expect(desk.open[0]?.form.receivedAt).toBe("2026-11-18T09:30"));
});

it("asks a person who stays unknown for nothing but a way to answer, and brings back what was typed", async () => {
  await showScreen();
  await user.type(field("name"), "Melati Contohwati");
  await user.click(field("identity-none"));
  for (const hidden of ["name", "nik", "address", "villageCode", "occupation", "phone"]) expect(field(hidden), hidden).toBeNull();
  await waitFor(() => expect(screen.getByTestId(testids.completeness).textContent).toContain("tanpa identitas"));
  await user.click(screen.getByTestId(testids.addContact));
  expect(document.activeElement).toBe(field("phone"));
  await user.type(field("phone"), "0899{Enter}");
  await waitFor(() => expect(screen.getByTestId(testids.warnings).textContent).toContain("tidak lazim"));
  expect(screen.getByTestId(testids.receiptReadiness).textContent).toContain("tenggat kepada pelapor tidak berjalan");
  await user.click(field("identity-open"));
  expect(field("name").value).toBe("Melati Contohwati");
});

it("goes on at the button of the empty page after a deletion, with the way back beside it", async () => {
  await showScreen();
  await user.type(field("name"), "Melati");
  await user.click(screen.getByTestId(testids.deleteDraft));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Aduan baru"));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByTestId(testids.blankForms));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByTestId(testids.undoDelete));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(field("name").value).toBe("Melati"));
});

it("goes to the day when the time of receipt is changed", async () => {
  await showScreen();
  await user.click(screen.getByRole("button", { name: /[Uu]bah waktu/ }));
  await waitFor(() => expect(document.activeElement).toBe(field("receivedAt-day")));
});

describe("Aduan baru by keyboard alone", () => {
  it("replays the keystroke budget from Ctrl+N to the printed receipt", async () => {
    await showScreen();
    const print = vi.spyOn(backend, "printReceipt");
    for (const step of KEYSTROKES) {
      await user.keyboard(typed(step.keys));
      await settle();
      if (step.field === "new draft") await waitFor(() => expect(document.activeElement).toBe(field("name")));
      if (step.field === "settlement") {
        const form = desk.open[0]?.form;
        expect(form).toMatchObject({
          name: "Sulastri Contohwati", phone: "0899-0000-0139", villageCode: "99.01.01.2002", serviceText: "KTP elektronik: pencetakan",
          loss: "Waktu", settlement: "KTP-el dicetak pekan ini",
        });
        expect(form?.eventDate).toMatchObject({ day: "17", month: "11" });
      }
      if (step.field === "register") await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testids.print)));
    }
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    expect(screen.getByTestId(testids.registerNumber).textContent).toContain(register[0]?.number ?? "?");
    await waitFor(() => expect(screen.getByTestId(testids.printState).textContent).toMatch(/Dicetak 2 rangkap/));
  });

  it("passes Hal by on Enter, stops there on Tab, and keeps Enter in the description", async () => {
    await showScreen();
    field("eventPlace").focus();
    await user.keyboard("{Escape}{Enter}");
    expect(document.activeElement).toBe(field("description"));
    await user.keyboard("satu{Enter}dua");
    expect(field("description").value).toBe("satu\ndua");
    await user.keyboard("{Shift>}{Tab}{/Shift}");
    expect(document.activeElement).toBe(field("subject"));
  });

  it("proposes Hal until somebody edits it", async () => {
    await showScreen();
    await user.type(field("description"), "blangko habis");
    await waitFor(() => expect(field("subject").value).toBe("blangko habis"));
    await user.type(field("subject"), " lagi");
    await user.type(field("description"), " sejak pagi");
    await waitFor(() => expect(desk.open[0]?.save.kind).toBe("saved"));
    expect(field("subject").value).toBe("blangko habis lagi");
  });

  it("puts a ready sentence where / was typed", async () => {
    await showScreen();
    await user.type(field("description"), "/bl{Enter}");
    expect((field("description") as unknown as HTMLTextAreaElement).value).toMatch(/^Blangko habis\./);
  });

  it("takes the best village when Enter came before the answer, and leaves what matches nothing as it was typed", async () => {
    await showScreen();
    let answer: () => void = () => undefined;
    vi.spyOn(backend, "searchRegions").mockImplementation((query) =>
      new Promise((resolve) => (answer = () => resolve(query === "muara" ? [{ code: "99.01.01.2002", village: "Muara Asri", label: "Muara Asri, Kec. Umpama" }] : []))));
    await user.type(field("villageCode"), "muara{Enter}");
    expect(document.activeElement).toBe(field("occupation"));
    answer();
    await waitFor(() => expect(desk.open[0]?.form).toMatchObject({ villageCode: "99.01.01.2002", villageText: "Muara Asri, Kec. Umpama" }));
    await user.clear(field("villageCode"));
    await user.type(field("villageCode"), "entah{Enter}");
    answer();
    await waitFor(() => expect(document.getElementById("villageCode-hint")?.textContent).toContain("ditulis apa adanya"));
    expect(desk.open[0]?.form).toMatchObject({ villageCode: "", villageText: "entah" });
  });

  it("masks the NIK when the field is left and shows it on demand", async () => {
    await showScreen();
    await user.type(field("nik"), "9901010101990007{Enter}");
    expect(field("nik").value).toBe("9901••••••••0007");
    await user.click(screen.getByRole("button", { name: "Tampilkan NIK" }));
    expect(field("nik").value).toBe("9901010101990007");
  });
});

describe("refusals", () => {
  it("puts the focus on the summary, offers the way without a name, and forgets each error when it is cured", async () => {
    await showScreen();
    await user.keyboard("{Control>}{Enter}{/Control}");
    const summary = await screen.findByTestId(testids.errorSummary);
    await waitFor(() => expect(document.activeElement).toBe(summary));
    expect(summary.getAttribute("role")).toBe("alert");
    expect(document.title).toMatch(/^Galat: /);
    expect(within(summary).getAllByRole("link")).toHaveLength(2);
    await user.type(field("description"), "a");
    expect(document.activeElement).toBe(field("description"));
    expect(within(summary).getAllByRole("link")).toHaveLength(1);
    await user.click(screen.getByTestId(testids.registerNameless));
    await screen.findByTestId(testids.trackingCode);
    expect(register[0]?.form.identity).toBe("none");
  });

  it("says that the disk is full, keeps the form, and registers the same request when it is tried again", async () => {
    await showScreen();
    await user.type(field("name"), "melati contohwati");
    await user.type(field("description"), "antre lama");
    const spy = vi.spyOn(backend, "register").mockRejectedValueOnce({ code: "disk_full", complaintsKept: 147 });
    await user.keyboard("{Control>}{Enter}{/Control}");
    const problem = await screen.findByTestId(testids.registerProblem);
    expect(problem.textContent).toContain("penyimpanan penuh");
    expect(problem.textContent).toContain("147 aduan terdahulu utuh");
    expect(field("description").value).toBe("antre lama");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId(testids.registerNumber);
    expect(spy.mock.calls[0]?.[2]).toBe(spy.mock.calls[1]?.[2]);
  });

  it("shows that a draft could not be written and keeps the typing", async () => {
    await showScreen();
    vi.spyOn(backend, "saveDraft").mockRejectedValue({ code: "disk_full", complaintsKept: 3 });
    await user.type(field("name"), "budi{Enter}");
    await waitFor(() => expect(screen.getByTestId(testids.draftState).textContent).toContain("penyimpanan penuh"));
    expect(field("name").value.toLowerCase()).toBe("budi");
  });
});

describe("drafts", () => {
  it("opens another with Ctrl+N, goes between them with Ctrl+Tab, closes with Ctrl+W and keeps the draft", async () => {
    await showScreen();
    await user.type(field("name"), "sulastri contohwati{Enter}");
    await user.keyboard("{Control>}n{/Control}");
    await waitFor(() => expect(screen.getAllByRole("tab")).toHaveLength(2));
    expect(field("name").value).toBe("");
    await user.keyboard("{Control>}{Tab}{/Control}");
    await waitFor(() => expect(field("name").value).toBe("Sulastri Contohwati"));
    expect(document.activeElement).toBe(field("phone"));
    await user.keyboard("{Control>}w{/Control}");
    await waitFor(() => expect(screen.getAllByRole("tab")).toHaveLength(1));
    expect((await backend.drafts()).map((d) => d.title)).toContain("Sulastri C.");
    await user.click(screen.getByTestId(testids.shelf));
    await user.click(await screen.findByTestId(testids.reopenDraft));
    await waitFor(() => expect(field("name").value).toBe("Sulastri Contohwati"));
  });

  it("drops no channel and no next number where the text is larger", async () => {
    await showScreen();
    for (const width of ["wide", "medium", "narrow"] as const) {
      display.width = width;
      await tick();
      const row = [...document.querySelectorAll("#channel input")].map(({ id }) => id.replace("channel-", ""));
      expect(row, width).toEqual(["TM", "SR", "KP", "TL", "WA", "SP", "other"]);
      expect((await screen.findByTestId(testids.nextNumber)).closest(".only-wide"), width).toBeNull();
    }
  });

  it("offers blank forms beside the drafts, and asks for the next number again when they took some", async () => {
    await showScreen();
    await user.click(screen.getByTestId(testids.blankForms));
    const dialog = await screen.findByTestId(testids.blanksDialog);
    const check = backend.checkForm;
    vi.spyOn(backend, "checkForm").mockImplementation(async (form) => ({ ...(await check(form)), nextNumber: "0199/PKM-SKM/A/XII/2026" }));
    vi.spyOn(backend, "openNumbers").mockResolvedValue([{ number: "0198/PKM-SKM/A/XII/2026", reservedOn: "28 Desember 2026", doubtful: false }]);
    await user.click(within(dialog).getByText("Tutup"));
    await waitFor(() => expect(screen.getByTestId(testids.nextNumber).textContent).toBe("0199/PKM-SKM/A/XII/2026"));
    await waitFor(() => expect([...(field("formNumber") as unknown as HTMLSelectElement).options].map(({ value }) => value)).toContain("0198/PKM-SKM/A/XII/2026"));
  });

  it("uses a blank draft again instead of opening one more", async () => {
    await showScreen();
    await user.keyboard("{Control>}n{/Control}{Control>}n{/Control}");
    await settle();
    expect(screen.getAllByRole("tab")).toHaveLength(1);
  });

  it("asks why a draft with a description is deleted, and lets that be taken back", async () => {
    await showScreen();
    await user.type(field("description"), "antre lama");
    await user.click(screen.getByTestId(testids.deleteDraft));
    const dialog = await screen.findByTestId(testids.deleteDraftDialog);
    await user.click(within(dialog).getByTestId(testids.deleteDraftConfirm));
    expect(dialog.textContent).toContain("Isi alasannya");
    await user.type(within(dialog).getByLabelText("Alasan"), "salah orang");
    await user.click(within(dialog).getByTestId(testids.deleteDraftConfirm));
    await waitFor(() => expect(desk.open).toHaveLength(0));
    app.done?.action?.run();
    await waitFor(() => expect(field("description").value).toBe("antre lama"));
  });

  it("writes what is typed before the screen locks", async () => {
    await showScreen();
    await user.type(field("description"), "belum sempat");
    const { lock } = await import("../../app.svelte");
    await lock();
    await tick();
    await backend.signIn("officer-2", "902741");
    expect((await backend.drafts()).some((d) => d.form.description === "belum sempat")).toBe(true);
    open("complaints");
  });
});

describe("Aduan terdaftar", () => {
  it("names what is missing, prints again after a failed printer, and records both checks", async () => {
    await showScreen();
    await user.type(field("description"), "toilet rusak");
    await user.click(document.getElementById("identity-none") as HTMLElement);
    await user.keyboard("{Control>}{Enter}{/Control}");
    const view = await screen.findByTestId(testids.registered);
    expect(view.textContent).toContain("Bukan tanda terima.");
    expect(view.textContent).toContain("Catatkan kode ini untuk pelapor.");
    vi.spyOn(backend, "printReceipt").mockRejectedValueOnce({ code: "printer", detail: "EPSON L3210", reason: "vanished" });
    await user.click(screen.getByTestId(testids.print));
    const problem = await screen.findByTestId(testids.printProblem);
    expect(problem.textContent).toContain("sudah terdaftar dan tersimpan");
    await user.click(within(problem).getByRole("button", { name: "Cetak lagi" }));
    await waitFor(() => expect(screen.queryByTestId(testids.printProblem)).toBeNull());
    const signed = vi.spyOn(backend, "recordSigned");
    const handed = vi.spyOn(backend, "recordHandedOver");
    await user.click(field("signed"));
    await user.selectOptions(field("handedOverBy"), "whatsapp");
    await user.click(field("handedOver"));
    expect(signed).toHaveBeenCalledTimes(1);
    expect(handed).toHaveBeenCalledWith(expect.any(String), "whatsapp");
    expect(field("signed").disabled).toBe(true);
  });
});
