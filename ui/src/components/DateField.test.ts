import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import DateField from "./DateField.svelte";
import { noDate } from "./dates";

const today = new Date(2026, 11, 28);
const value = (part: string) => (document.getElementById(`eventDate-${part}`) as HTMLInputElement).value;

function show(extra: Record<string, unknown> = {}) {
  render(DateField, { id: "eventDate", label: "Tanggal kejadian", value: noDate(), today, ...extra });
  return { user: userEvent.setup(), day: screen.getByLabelText("Tanggal"), month: screen.getByLabelText("Bulan"), year: screen.getByLabelText("Tahun") };
}

it("advances from box to box and fills in the year", async () => {
  const { user, day, year } = show();
  await user.click(day);
  await user.keyboard("1711");
  expect(document.activeElement).toBe(year);
  expect([value("day"), value("month"), value("year")]).toEqual(["17", "11", "2026"]);
});

it("lets the guessed year be typed over", async () => {
  const { user, day } = show();
  await user.click(day);
  await user.keyboard("17112024");
  expect(value("year")).toBe("2024");
});

it("takes h for today at once and -3 on leaving", async () => {
  const { user, day } = show();
  await user.click(day);
  await user.keyboard("h");
  expect([value("day"), value("month"), value("year")]).toEqual(["28", "12", "2026"]);
  await user.clear(day);
  await user.type(day, "-3");
  await user.tab();
  expect([value("day"), value("month"), value("year")]).toEqual(["25", "12", "2026"]);
});

it("takes no more than a date needs", async () => {
  const { user, day, month, year } = show();
  await user.type(day, "tanggal sembilan");
  expect(value("day")).toBe("");
  await user.type(day, "-1234x");
  expect(value("day")).toBe("-123");
  await user.clear(day);
  await user.type(month, "nov3ember dan seterusnya");
  expect(value("month")).toBe("novemberd");
  await user.type(year, "20x26789");
  expect(value("year")).toBe("2026");
});

it("goes back with Backspace from an empty box", async () => {
  const { user, day, month } = show();
  await user.click(month);
  await user.keyboard("{Backspace}");
  expect(document.activeElement).toBe(day);
});

it("tells the form only when all three boxes are left", async () => {
  const onleave = vi.fn();
  const { user, day } = show({ onleave });
  await user.click(day);
  await user.tab();
  expect(onleave).not.toHaveBeenCalled();
  await user.tab();
  await user.tab();
  expect(onleave).toHaveBeenCalledTimes(1);
});

it("names the error at every box", () => {
  show({ error: "Tanggal kejadian ini tidak ada dalam kalender." });
  for (const part of ["day", "month", "year"]) {
    const box = document.getElementById(`eventDate-${part}`);
    expect(box?.getAttribute("aria-invalid")).toBe("true");
    expect(box?.getAttribute("aria-describedby")).toBe("eventDate-error");
  }
});
