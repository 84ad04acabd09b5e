import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { backend } from "../../backend";
import type { Printer } from "../../backend/contract";
import { testids } from "../../testids";
import PrintDialog from "./PrintDialog.svelte";

beforeEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

const job = { job: "1", copyLabel: "" };
const preview = { title: "Daftar", text: "Daftar", copyLabel: "", pages: [] };

function show() {
  const print = vi.fn(async () => job);
  const save = vi.fn(async () => "daftar.pdf");
  render(PrintDialog, {
    open: true, kind: "list", title: "Daftar", printLabel: "Cetak daftar", testid: testids.printListDialog,
    load: async () => preview, print, save, problemTitle: "Belum tercetak", safe: "", onclose: () => undefined,
  });
  return { print, save };
}

/** The one primary button, which stands last. */
function primary() {
  const row = [...document.querySelectorAll("footer .btn")];
  expect(row.filter((button) => button.classList.contains("primary"))).toEqual(row.slice(-1));
  return row.at(-1);
}

it("prints with Enter where a printer is", async () => {
  const { print, save } = show();
  expect(primary()).toBe(screen.getByTestId(testids.print));
  await screen.findByLabelText("Printer");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testids.print)));
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(save).not.toHaveBeenCalled();
});

it("saves with Enter where there is no printer, also when that is known late", async () => {
  let answer: (printers: Printer[]) => void = () => undefined;
  vi.spyOn(backend, "printers").mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const { print, save } = show();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testids.print)));
  answer([]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testids.save)));
  expect(primary()).toBe(screen.getByTestId(testids.save));
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  expect(print).not.toHaveBeenCalled();
});
