import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import { FORMS } from "./forms";
import PrintPanel from "./PrintPanel.svelte";
import { printDesk } from "./printing.svelte";

beforeEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

const show = (pages = 1) => {
  const desk = printDesk("receipt", FORMS.receipt.map(({ value }) => value));
  render(PrintPanel, { desk, id: "printer", forms: FORMS.receipt, each: 2, pages });
  return desk;
};

it("shows the printers with their state, the papers of the document, and both sheets of a receipt", async () => {
  const desk = show();
  const list = await screen.findByLabelText<HTMLSelectElement>("Printer");
  expect([...list.options].map((o) => o.text)).toEqual(["EPSON L3210 · siap", "Printer ruang TU (Lantai 2) · dijeda"]);
  expect([...screen.getByLabelText<HTMLSelectElement>("Kertas").options].map((o) => o.text)).toEqual(["A4 · 2 lembar", "A4 · huruf besar", "A5"]);
  await userEvent.selectOptions(screen.getByLabelText("Rangkap"), "6");
  expect(desk.choice.copies).toBe(3);
});

it("says before the press that a printer is paused, and that it lacks the paper", async () => {
  show();
  await userEvent.selectOptions(await screen.findByLabelText("Printer"), "Printer TU");
  expect(screen.getByRole("status").textContent).toContain("Printer ini dijeda. Cetakan akan menunggu.");
  await userEvent.selectOptions(screen.getByLabelText("Kertas"), "a5");
  expect(screen.getByRole("status").textContent).toContain("tidak mengenal kertas itu");
});

it("offers both sides only where there are two pages and a printer that can", async () => {
  show(3);
  await screen.findByLabelText("Printer");
  expect(screen.queryByLabelText("Bolak-balik")).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText("Printer"), "Printer TU");
  await userEvent.click(screen.getByLabelText("Bolak-balik"));
});

it("offers the PDF where there is no printer and where no print system runs", async () => {
  vi.spyOn(backend, "printers").mockResolvedValueOnce([]);
  show();
  expect(await screen.findByText("Tidak ada printer")).toBeTruthy();
  vi.spyOn(backend, "printers").mockRejectedValueOnce({ code: "printer", detail: "", reason: "no_system" });
  show();
  expect(await screen.findByText(/Sistem cetak tidak berjalan/)).toBeTruthy();
});
