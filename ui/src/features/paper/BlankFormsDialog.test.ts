import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import { blanks as words } from "../../i18n/blanks";
import { testids } from "../../testids";
import BlankFormsDialog from "./BlankFormsDialog.svelte";

const user = userEvent.setup();

async function show() {
  render(BlankFormsDialog, { open: true, onclose: () => undefined });
  const dialog = await screen.findByTestId(testids.blanksDialog);
  await waitFor(() => expect(within(dialog).getByRole("combobox")).toBeTruthy());
  return dialog;
}

describe("blank forms", () => {
  beforeEach(() => vi.restoreAllMocks());

  it("reserves a number for each form and tells why one is not used", async () => {
    const dialog = await show();
    const count = within(dialog).getByLabelText(words.count, { exact: false });
    await user.clear(count);
    await user.type(count, "2");
    await user.click(within(dialog).getByLabelText(words.reserve));
    await user.click(within(dialog).getByTestId(testids.print));
    const list = within(dialog).getByTestId(testids.openNumbers);
    await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(2));
    expect(within(dialog).getByTestId(testids.reservedNow).textContent).toContain("Dicadangkan: 0061–0062");
    // A second press takes no numbers silently.
    expect(within(dialog).getByLabelText<HTMLInputElement>(words.reserve).checked).toBe(false);
    await user.click(within(dialog).getByTestId(testids.save));
    await waitFor(() => expect(within(dialog).getByTestId(testids.printState).textContent).toContain("Disimpan sebagai formulir-pengaduan.pdf"));
    expect(within(list).getAllByRole("listitem")).toHaveLength(2);
    expect(within(dialog).queryByTestId(testids.reservedNow)).toBeNull();
    await user.click(within(list).getAllByRole("button", { name: /Tidak dipakai/ })[0]!);
    await user.click(within(list).getByRole("button", { name: words.confirmUnused }));
    expect(list.textContent).toContain(words.reasonMissing);
    const drop = vi.spyOn(backend, "dropNumber");
    await user.type(within(list).getByLabelText(/Mengapa/), "terkena tinta");
    await user.click(within(list).getByRole("button", { name: words.confirmUnused }));
    await waitFor(() => expect(drop).toHaveBeenCalledWith("0061/ADU/L1/XI/2026", "terkena tinta"));
    await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(1));
  });

  it("asks nothing of the printer for a count that makes no sense", async () => {
    const dialog = await show();
    const print = vi.spyOn(backend, "printBlanks");
    const count = within(dialog).getByLabelText(words.count, { exact: false });
    for (const wrong of ["0", "51", "x", " "]) {
      await user.clear(count);
      await user.type(count, wrong);
      await user.click(within(dialog).getByTestId(testids.print));
      expect(dialog.textContent).toContain(words.countWrong);
    }
    expect(print).not.toHaveBeenCalled();
  });

  it("tries a failed stack again under the same request, so that no second numbers are taken", async () => {
    const dialog = await show();
    const print = vi.spyOn(backend, "printBlanks").mockRejectedValueOnce({ code: "printer", detail: "EPSON" });
    await user.click(within(dialog).getByTestId(testids.print));
    const problem = await screen.findByTestId(testids.printProblem);
    await user.click(within(problem).getByRole("button", { name: "Cetak lagi" }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(2));
    expect(print.mock.calls[0]![2]).toBe(print.mock.calls[1]![2]);
  });
});
