import { createRawSnippet } from "svelte";
import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { give, onCommands } from "../commands.svelte";
import Dialog from "./Dialog.svelte";

const body = createRawSnippet(() => ({ render: () => `<div><input id="first" /><button>Lain</button></div>` }));
let invoker: HTMLButtonElement;

beforeEach(() => {
  document.body.innerHTML = "";
  invoker = document.body.appendChild(document.createElement("button"));
  invoker.focus();
});

it("has a name, focuses its first field wherever it lies, and gives the focus back", async () => {
  document.body.className = "body";
  const view = render(Dialog, { open: true, title: "Nomor terakhir di kertas", children: body });
  expect(screen.getByRole("dialog", { name: "Nomor terakhir di kertas" })).toBeTruthy();
  expect(document.activeElement?.id).toBe("first");
  await view.rerender({ open: false });
  expect(document.activeElement).toBe(invoker);
});

it("closes with Esc, unless what opened it wants to keep what was typed", async () => {
  const onclose = vi.fn(() => false);
  const view = render(Dialog, { open: true, title: "Catat", children: body, onclose });
  await fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(onclose).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("dialog")).not.toBeNull();
  await view.rerender({ onclose: undefined });
  await fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("answers its own commands and silences those below", () => {
  const [below, commit] = [vi.fn(), vi.fn()];
  const end = onCommands({ "new-complaint": below });
  render(Dialog, { open: true, title: "Catat", children: body, handlers: { commit } });
  expect(give("new-complaint")).toBe(false);
  expect(give("commit")).toBe(true);
  expect(commit).toHaveBeenCalledTimes(1);
  end();
});
