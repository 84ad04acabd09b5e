import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { backend } from "../../backend";
import ImportSection from "./ImportSection.svelte";

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

it("names the column that is missing", async () => {
  const user = userEvent.setup();
  render(ImportSection);
  await user.click(screen.getByTestId("import-choose"));
  await waitFor(() => expect(select("import-field-description")).toBeTruthy());
  await user.selectOptions(select("import-field-description"), "");
  await user.click(screen.getByTestId("import-look"));
  await waitFor(() => expect(screen.getAllByRole("alert").some(({ textContent }) => textContent?.includes("Isi aduan"))).toBe(true));
});
