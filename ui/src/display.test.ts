import { expect, it } from "vitest";
import { applyDisplay, display, nextTextSize, widthClass } from "./display.svelte";

it("counts the size of the text against the room", () => {
  expect(widthClass(1366, 100)).toBe("wide");
  expect(widthClass(1093, 100)).toBe("medium");
  expect(widthClass(1366, 125)).toBe("medium");
  expect(widthClass(1366, 175)).toBe("narrow");
  expect(widthClass(1366, 90)).toBe("wide");
});

it("steps between 90 and 200 per cent and stays at the ends", () => {
  expect(nextTextSize(100, 1)).toBe(110);
  expect(nextTextSize(100, -1)).toBe(90);
  expect(nextTextSize(200, 1)).toBe(200);
  expect(nextTextSize(90, -1)).toBe(90);
});

it("writes theme, density and size where the styles read them", () => {
  display.preferences = { textPercent: 150, theme: "dark", density: "lapang" };
  applyDisplay();
  const root = document.documentElement;
  expect([root.dataset.theme, root.dataset.density, root.style.fontSize]).toEqual(["dark", "lapang", "150%"]);
});
