import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import Segmented from "./Segmented.svelte";

const options = [{ value: "open", label: "Terbuka" }, { value: "confidential", label: "Dirahasiakan" }, { value: "none", label: "Tanpa identitas" }];

it("is a named group of native radios that tells its change once", async () => {
  const onchange = vi.fn();
  render(Segmented, { id: "identity", legend: "Keterbukaan identitas", value: "open", options, onchange });
  expect(screen.getByRole("group", { name: "Keterbukaan identitas" })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Terbuka" }).checked).toBe(true);
  await userEvent.setup().click(screen.getByText("Tanpa identitas"));
  expect(onchange.mock.calls).toEqual([["none"]]);
  expect(document.querySelector<HTMLInputElement>("#identity-none")?.checked).toBe(true);
});
