import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { app } from "../../app.svelte";
import { backend } from "../../backend";
import Wizard from "./Wizard.svelte";

const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;

beforeEach(() => {
  app.state = null;
  vi.restoreAllMocks();
  Element.prototype.scrollTo = () => {};
});

async function fill(user: ReturnType<typeof userEvent.setup>, values: Record<string, string>): Promise<void> {
  for (const [id, text] of Object.entries(values)) await user.type(field(id), text);
}

const OFFICE = { name: "Puskesmas Sukamisal", government: "Pemerintah Kabupaten Contoh", address: "Jl. Umpama 1", city: "Sukamisal", managerName: "Bambang Semisal" };

it("says everything that is missing, at once and at its place", async () => {
  const user = userEvent.setup();
  render(Wizard, { systemKeyStore: true, draft: null });
  await user.click(screen.getByTestId("wizard-next"));
  await waitFor(() => expect(screen.getByTestId("error-summary").querySelectorAll("a")).toHaveLength(5));
  expect(field("name").getAttribute("aria-invalid")).toBe("true");
  expect(heading()).toBe("Kantor apa ini?");
});

it("goes on with Enter and saves what was typed, without PIN", async () => {
  const saved = vi.spyOn(backend, "saveSetupDraft");
  const user = userEvent.setup();
  render(Wizard, { systemKeyStore: true, draft: null });
  await fill(user, OFFICE);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(heading()).toBe("Layanan apa yang diberikan, dan kapan?"));
  expect(saved.mock.calls.at(-1)?.[0].name).toBe("Puskesmas Sukamisal");
});

it("leads from nothing to the first number, and not past an unkept key", async () => {
  const user = userEvent.setup();
  render(Wizard, { systemKeyStore: true, draft: null });
  const next = () => user.click(screen.getByTestId("wizard-next"));
  await fill(user, OFFICE);
  await next();
  await waitFor(() => expect(field("services.0").value).toBe("Pendaftaran"));
  await next();
  await waitFor(() => expect(field("counterCode").value).toBe(""));
  await fill(user, { officeCode: "pkm-skm", counterCode: "a" });
  expect(field("counterCode").value).toBe("A");
  await waitFor(() => expect(screen.getByText("0001/PKM-SKM/A/XII/2026", { selector: ".big" })).toBeTruthy());
  await next();
  await fill(user, { "officers.0.name": "Rina Teladan", "officers.0.pin": "902741", "officers.0.pinAgain": "902741" });
  await next();
  await waitFor(() => expect(heading()).toBe("Di mana cadangan kedua disimpan?"));
  expect([...document.querySelectorAll(".btn.primary")]).toEqual([screen.getByTestId("wizard-next")]);
  await next();
  await waitFor(() => expect(screen.getByTestId("wizard-next").textContent).toContain("Buat register dan kunci"));
  await next();
  const blocks = await waitFor(() => [...screen.getByTestId("recovery-blocks").querySelectorAll(".num")].map((block) => block.textContent ?? ""));
  expect(blocks).toHaveLength(8);
  await next();
  await waitFor(() => expect(screen.getByTestId("error-summary").textContent).toContain("Cetak, simpan, atau salin dahulu"));
  await user.click(field("byHand"));
  await fill(user, { "confirm-3": blocks[2] ?? "", "confirm-7": blocks[3] ?? "" });
  await next();
  await waitFor(() => expect(screen.getByTestId("error-summary").textContent).toContain("Tidak cocok"));
  await user.clear(field("confirm-7"));
  await fill(user, { "confirm-7": blocks[6] ?? "" });
  await next();
  await waitFor(() => expect(heading()).toBe("Loket siap bekerja"));
  expect(document.activeElement).toBe(screen.getByTestId("wizard-finish"));
  expect(screen.getByText(/^Tempat kedua belum dipilih/)).toBeTruthy();
  expect(screen.getByText("Sesudah ini: pilih nama Anda, lalu ketik PIN.")).toBeTruthy();
}, 30_000);

it("goes one step with one Enter where a step has no field, also on coming back to it", async () => {
  const create = vi.spyOn(backend, "createOffice");
  const user = userEvent.setup();
  const draft = { ...(await import("./setup")).emptySetup(), ...OFFICE };
  Object.assign(draft.numbering, { officeCode: "PKM", counterCode: "A" });
  render(Wizard, { systemKeyStore: false, draft });
  await fill(user, { "officers.0.name": "Rina Teladan", "officers.0.pin": "902741", "officers.0.pinAgain": "902741" });
  await user.keyboard("{Enter}");
  const atCopies = () => waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("wizard-next")));
  await waitFor(() => expect(heading()).toBe("Di mana cadangan kedua disimpan?"));
  for (let i = 0; i < 2; i++) {
    await atCopies();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement?.id).toBe("startPassword"));
    expect(screen.queryByTestId("error-summary")).toBeNull();
    await user.click(screen.getByTestId("wizard-back"));
  }
  await atCopies();
  // From the heading the key is used up by going on: what takes the focus then gets nothing of it.
  const title = screen.getByRole("heading", { level: 1 });
  title.focus();
  expect(await fireEvent.keyDown(title, { key: "Enter" })).toBe(false);
  await waitFor(() => expect(document.activeElement?.id).toBe("startPassword"));
  expect(await fireEvent.keyDown(document.activeElement as Element, { key: "Enter", repeat: true })).toBe(false);
  expect(create).not.toHaveBeenCalled();
});

it("goes back to the step that the program refuses", async () => {
  vi.spyOn(backend, "createOffice").mockRejectedValue({ code: "invalid", fields: [{ field: "city", code: "too_long", detail: null }] });
  const user = userEvent.setup();
  const draft = { ...(await import("./setup")).emptySetup(), ...OFFICE };
  Object.assign(draft.numbering, { officeCode: "PKM", counterCode: "A" });
  render(Wizard, { systemKeyStore: true, draft });
  await user.click(screen.getByTestId("wizard-step-officers"));
  await fill(user, { "officers.0.name": "Rina Teladan", "officers.0.pin": "902741", "officers.0.pinAgain": "902741" });
  for (let i = 0; i < 3; i++) await user.click(screen.getByTestId("wizard-next"));
  await waitFor(() => expect(heading()).toBe("Kantor apa ini?"));
  expect(screen.getByTestId("error-summary").textContent).toContain("terlalu panjang");
});

it("lets an error leave at the keystroke that cures it, and the focus where it types", async () => {
  const user = userEvent.setup();
  render(Wizard, { systemKeyStore: true, draft: null });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("error-summary")));
  await user.keyboard("Puskesmas");
  expect(field("name").value).toBe("Puskesmas");
  expect(field("name").getAttribute("aria-invalid")).toBeNull();
  expect(screen.getByTestId("error-summary").querySelectorAll("a")).toHaveLength(4);
  expect(document.activeElement).toBe(field("name"));
});

it("begins each step in its first field, and goes on where something is missing", async () => {
  const user = userEvent.setup();
  const draft = { ...(await import("./setup")).emptySetup(), ...OFFICE };
  const view = render(Wizard, { systemKeyStore: true, draft });
  await waitFor(() => expect(heading()).toBe("Bagaimana kantor Anda memberi nomor?"));
  expect(document.activeElement?.getAttribute("name")).toBe("pattern");
  const check = (step: string) => screen.getByTestId(`wizard-step-${step}`).textContent?.includes("sudah");
  expect([check("office"), check("services"), check("numbering")]).toEqual([true, true, false]);
  await user.click(screen.getByTestId("wizard-step-services"));
  await waitFor(() => expect(document.activeElement?.id).toBe("workWeek-5"));
  await user.click(screen.getByTestId("wizard-step-office"));
  await waitFor(() => expect(document.activeElement?.id).toMatch(/^kind-/));
  await user.clear(field("city"));
  await user.click(screen.getByTestId("wizard-step-numbering"));
  expect(check("office")).toBe(false);
  view.unmount();
  Object.assign(draft.numbering, { officeCode: "PKM", counterCode: "A" });
  render(Wizard, { systemKeyStore: true, draft });
  await waitFor(() => expect(document.activeElement?.id).toBe("officers.0.name"));
});
