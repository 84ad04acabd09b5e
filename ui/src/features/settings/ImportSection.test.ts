import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import type { ImportProgress } from "../../backend/contract";
import ImportSection from "./ImportSection.svelte";

beforeEach(() => vi.restoreAllMocks());

const select = (id: string) => screen.getByTestId(id) as HTMLSelectElement;

it("asks for the zone before it imports, tells what was refused, and takes an import back", async () => {
  const user = userEvent.setup();
  const run = vi.spyOn(backend, "runImport");
  render(ImportSection);
  await user.click(screen.getByTestId("import-choose"));
  await waitFor(() => expect(screen.getByText("Tanggal diterima tidak terbaca; Isi aduan kosong")).toBeTruthy());
  expect(screen.getByText(/Ada jam tanpa zona waktu, mulai baris 3/)).toBeTruthy();
  expect(select("import-field-received").value).toBe("Tanggal");
  expect([...select("import-field-received").options].map(({ value }) => value)).not.toContain("Selisih Hari");
  expect((screen.getByTestId("import-run") as HTMLButtonElement).disabled).toBe(true);

  await user.selectOptions(select("import-zone"), "UTC");
  await waitFor(() => expect(screen.getByText(/periksa lagi sebelum mengimpor/)).toBeTruthy());
  await user.click(screen.getByTestId("import-look"));
  await waitFor(() => expect((screen.getByTestId("import-run") as HTMLButtonElement).disabled).toBe(false));
  await user.click(screen.getByTestId("import-run"));
  await waitFor(() => expect(screen.getByTestId("import-result").textContent).toContain("3 tidak dimasukkan"));
  expect(screen.getByTestId("import-result").textContent).toContain("buku-2024-ditolak.csv");
  expect(run.mock.calls[0]?.[0].zone).toBe("UTC");

  await waitFor(() => expect(screen.getByTestId("import-undo")).toBeTruthy());
  await user.click(screen.getByTestId("import-undo"));
  await user.click(screen.getByTestId("import-undo-confirm"));
  await waitFor(() => expect(screen.getByText("Isi alasan.")).toBeTruthy());
  await user.type(document.getElementById("import-reason") as HTMLElement, "Salah berkas");
  await user.click(screen.getByTestId("import-undo-confirm"));
  await waitFor(() => expect(screen.getByText("dibatalkan")).toBeTruthy());
});

it("takes no import back without a reason, asks for it where it is typed, and can be asked again however it was closed", async () => {
  const user = userEvent.setup();
  const item = { id: "import-9", fileName: "buku-2023.csv", madeAtText: "28 Desember 2026", officer: "Bambang Semisal", rows: 5, complaints: 5, undone: false };
  vi.spyOn(backend, "imports").mockResolvedValue([item]);
  const undone = vi.spyOn(backend, "undoImport").mockRejectedValueOnce({ code: "invalid", fields: [{ field: "reason", code: "too_long", detail: null }] });
  render(ImportSection);
  const reason = () => document.getElementById("import-reason") as HTMLTextAreaElement;
  const closed = () => waitFor(() => expect(screen.queryByTestId("import-undo-dialog")).toBeNull());
  const ways = [
    () => user.keyboard("{Escape}"),
    () => user.click(screen.getByText("Jangan batalkan")),
    () => user.click(screen.getByRole("button", { name: "Tutup" })),
    // Past the keys: the window closes a modal dialog by itself.
    () => (screen.getByTestId("import-undo-dialog") as HTMLDialogElement).close(),
  ];
  for (const close of ways) {
    await user.click(await screen.findByTestId("import-undo"));
    await screen.findByTestId("import-undo-dialog");
    expect(screen.queryByText("Isi alasan.")).toBeNull();
    await user.click(screen.getByTestId("import-undo-confirm"));
    await screen.findByText("Isi alasan.");
    await waitFor(() => expect(document.activeElement).toBe(reason()));
    await user.keyboard("sal");
    expect(reason().value).toBe("sal");
    expect(screen.queryByText("Isi alasan.")).toBeNull();
    await close();
    await closed();
  }
  expect(undone).not.toHaveBeenCalled();

  await user.click(screen.getByTestId("import-undo"));
  expect(reason().value).toBe("");
  await user.type(reason(), "salah berkas");
  await user.click(screen.getByTestId("import-undo-confirm"));
  await waitFor(() => expect(reason().getAttribute("aria-invalid")).toBe("true"));
  expect(document.activeElement).toBe(reason());
  await user.keyboard("{Escape}");
  await closed();
});

it("says of a check how much can be taken in, and nothing of it is left when the check is over", async () => {
  const user = userEvent.setup();
  render(ImportSection);
  await user.click(screen.getByTestId("import-choose"));
  await screen.findByText("Tanggal diterima tidak terbaca; Isi aduan kosong");
  const look = backend.previewImport;
  let finish = () => {};
  vi.spyOn(backend, "previewImport").mockImplementation(async (mapping) => {
    await new Promise<void>((resolve) => (finish = resolve));
    return look(mapping);
  });
  const answers: ((progress: ImportProgress) => void)[] = [];
  vi.spyOn(backend, "importProgress").mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  const checking: ImportProgress = { writing: false, percent: 100, rows: 8, imported: 5 };
  await user.click(screen.getByTestId("import-look"));
  await waitFor(() => expect(answers.length).toBeGreaterThan(1));
  answers[0]?.(checking);
  await screen.findByText(/8 baris diperiksa, 5 dapat dimasukkan/);
  finish();
  await waitFor(() => expect(screen.queryByTestId("import-cancel")).toBeNull());
  answers.at(-1)?.(checking);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.queryByTestId("import-cancel")).toBeNull();
});

it("names the column that is missing", async () => {
  const user = userEvent.setup();
  render(ImportSection);
  await user.click(screen.getByTestId("import-choose"));
  await waitFor(() => expect(select("import-field-description")).toBeTruthy());
  await user.selectOptions(select("import-field-description"), "");
  await user.click(screen.getByTestId("import-look"));
  await waitFor(() => expect(screen.getAllByRole("alert").some(({ textContent }) => textContent?.includes("Isi aduan"))).toBe(true));
});
