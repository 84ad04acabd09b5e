import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import Combobox from "./Combobox.svelte";

const options = ["Pendaftaran", "Poli umum", "Poli gigi", "Farmasi", "Laboratorium", "KIA", "Gizi", "Sanitasi", "Ambulans", "Rekam medis"].map((label, i) => ({ value: `s${i}`, label }));

function show(extra: Record<string, unknown> = {}) {
  const onchoose = vi.fn();
  render(Combobox, { id: "serviceText", label: "Layanan", value: "", options, onchoose, ...extra });
  return { user: userEvent.setup(), input: screen.getByRole<HTMLInputElement>("combobox"), onchoose };
}

it("makes the best match of a closed list ready for Enter, and says which", async () => {
  const { user, input, onchoose } = show({ closed: true });
  await user.type(input, "gig");
  expect(input.getAttribute("aria-expanded")).toBe("true");
  expect(document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent).toContain("Poli gigi");
  await user.keyboard("{Enter}");
  expect(input.value).toBe("Poli gigi");
  expect(onchoose).toHaveBeenLastCalledWith(options[2]);
  expect(input.getAttribute("aria-expanded")).toBe("false");
});

it("takes the best match of a closed list with Tab as well", async () => {
  const { user, input } = show({ closed: true });
  await user.type(input, "lab");
  await user.tab();
  expect(input.value).toBe("Laboratorium");
});

it("never changes what was typed in an open field unless ↓ was pressed", async () => {
  const { user, input, onchoose } = show();
  await user.type(input, "poli");
  await user.keyboard("{Enter}");
  expect(input.value).toBe("poli");
  await user.type(input, "{ArrowDown}{Enter}");
  expect(input.value).toBe("Poli umum");
  expect(onchoose).toHaveBeenLastCalledWith(options[1]);
});

it("shows at most eight rows and announces how many match", async () => {
  const { user, input } = show();
  await user.click(input);
  expect(screen.getAllByRole("option")).toHaveLength(8);
  await user.type(input, "poli");
  expect(screen.getByRole("status").textContent).toBe("2 pilihan.");
});

it("closes with Esc without losing the text, and keeps Esc from the dialog", async () => {
  const outer = vi.fn();
  document.addEventListener("keydown", outer);
  const { user, input } = show({ closed: true });
  await user.type(input, "gi");
  outer.mockClear();
  await user.keyboard("{Escape}");
  expect(outer).not.toHaveBeenCalled();
  expect(input.value).toBe("gi");
  expect(screen.queryByRole("listbox")).toBeNull();
  document.removeEventListener("keydown", outer);
});

it("forgets the choice when the text is changed by hand", async () => {
  const { user, input, onchoose } = show({ closed: true });
  await user.type(input, "farm{Enter}");
  await user.type(input, "x");
  expect(onchoose).toHaveBeenLastCalledWith(null);
});

/** A search whose answers come when the test says so, in whatever order. */
function late() {
  const answers = new Map<string, (labels: string[]) => void>();
  const search = vi.fn((text: string) => new Promise<{ value: string; label: string }[]>((resolve) => {
    answers.set(text, (labels) => resolve(labels.map((label) => ({ value: label, label }))));
  }));
  const answer = async (text: string, ...labels: string[]) => {
    answers.get(text)?.(labels);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { search, answer };
}

const shown = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

it("asks for options instead of filtering when there is a search", async () => {
  const { search, answer } = late();
  const { user, input } = show({ search });
  await user.type(input, "zz");
  expect(search).toHaveBeenLastCalledWith("zz");
  await answer("zz", "Farmasi", "Gizi");
  expect(shown()).toEqual(["Farmasi", "Gizi"]);
});

it("lists what belongs to the text in the box, however late and in whatever order the answers come", async () => {
  const { search, answer } = late();
  const { user, input } = show({ search, closed: true });
  await user.type(input, "sukam");
  await answer("sukam", "Sukamisal");
  await answer("su", "Sumber Asri", "Suka Umpama");
  expect(shown()).toEqual(["Sukamisal"]);
  await user.keyboard("{Enter}");
  expect(input.value).toBe("Sukamisal");
});

it("takes nothing of an older answer on Enter, but the best of the right one when it comes", async () => {
  const { search, answer } = late();
  const { user, input, onchoose } = show({ search, closed: true, enterStays: true });
  await user.type(input, "su");
  await answer("su", "Sumber Asri", "Sukamisal");
  await user.type(input, "kam");
  expect(shown()).toEqual(["Sukamisal"]);
  expect(input.getAttribute("aria-activedescendant")).toBeNull();
  await user.keyboard("{Enter}");
  expect(input.value).toBe("sukam");
  await answer("sukam", "Sukamaju", "Sukamisal");
  expect(input.value).toBe("Sukamaju");
  expect(onchoose).toHaveBeenLastCalledWith({ value: "Sukamaju", label: "Sukamaju" });
});

it("takes nothing when typing went on after Enter, or when what was typed is in no list", async () => {
  const { search, answer } = late();
  const { user, input } = show({ search, closed: true, enterStays: true });
  await user.type(input, "su{Enter}k");
  await answer("su", "Sumber Asri");
  expect(input.value).toBe("suk");
  await user.keyboard("{Enter}");
  await answer("suk");
  expect(input.value).toBe("suk");
});

it("keeps the row that was pointed at when the answer comes", async () => {
  const { search, answer } = late();
  const { user, input } = show({ search, closed: true });
  await user.type(input, "su");
  await answer("su", "Sumber Asri", "Sukamisal");
  await user.type(input, "ka{ArrowDown}");
  await answer("suka", "Sukamaju", "Sukamisal");
  await user.keyboard("{Enter}");
  expect(input.value).toBe("Sukamisal");
});

it("is not ready with the first of all when the text was emptied", async () => {
  const { user, input } = show({ closed: true });
  await user.type(input, "gi{Backspace}{Backspace}{Enter}");
  expect(input.value).toBe("");
});

it("wraps around the list with the arrows", async () => {
  const { user, input } = show({ options: options.slice(0, 3) });
  await user.click(input);
  await user.keyboard("{ArrowUp}");
  expect(screen.getAllByRole("option")[2]?.getAttribute("aria-selected")).toBe("true");
  await user.keyboard("{ArrowDown}");
  expect(screen.getAllByRole("option")[0]?.getAttribute("aria-selected")).toBe("true");
});
