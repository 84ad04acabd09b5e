import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { beforeEach, expect, it } from "vitest";
import ErrorSummary from "./ErrorSummary.svelte";

beforeEach(() => {
  document.body.innerHTML = `<div data-field="name"><input id="name" /></div><fieldset id="eventDate" data-field="eventDate"><input id="eventDate-day" /></fieldset>`;
  document.title = "Aduan baru";
});

const errors = [{ field: "name", text: "Isi nama lengkap." }, { field: "eventDate", text: "Lengkapi tanggal kejadian." }];

it("takes the focus, speaks, and marks the title", async () => {
  render(ErrorSummary, { title: "Belum didaftarkan.", errors });
  await tick();
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  expect(document.title).toBe("Galat: Aduan baru");
});

it("leads to the field, and to the first box of a date", async () => {
  const user = userEvent.setup();
  render(ErrorSummary, { title: "Belum didaftarkan.", errors });
  await user.click(screen.getByRole("link", { name: "Isi nama lengkap." }));
  expect(document.activeElement?.id).toBe("name");
  await user.click(screen.getByRole("link", { name: "Lengkapi tanggal kejadian." }));
  expect(document.activeElement?.id).toBe("eventDate-day");
});

it("is one Enter away from the first field, and loses nothing that is typed", async () => {
  const user = userEvent.setup();
  render(ErrorSummary, { title: "Belum didaftarkan.", errors });
  await tick();
  await user.keyboard("{Enter}");
  expect(document.activeElement?.id).toBe("name");
  screen.getByRole("alert").focus();
  await user.keyboard("melati");
  expect((document.getElementById("name") as HTMLInputElement).value).toBe("melati");
});

it("takes the focus again when the same refusal comes again", async () => {
  const view = render(ErrorSummary, { title: "Belum didaftarkan.", errors });
  document.getElementById("name")?.focus();
  await view.rerender({ errors: [...errors] });
  expect(document.activeElement).toBe(screen.getByRole("alert"));
});

it("is not there without errors, and gives the title back", async () => {
  const view = render(ErrorSummary, { title: "Belum didaftarkan.", errors });
  await view.rerender({ errors: [] });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(document.title).toBe("Aduan baru");
});
