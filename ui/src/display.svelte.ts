/** How the window looks for the officer: theme, density, text size. Written as attributes of <html>. */
import type { Preferences } from "./backend/contract";

export const TEXT_STEPS = [90, 100, 110, 125, 150, 175, 200] as const;
const WIDE_FROM = 1201;
const MEDIUM_FROM = 900;

export const display = $state({
  preferences: { textPercent: 100, theme: "system", density: "rapat" } as Preferences,
  width: "wide" as "wide" | "medium" | "narrow",
  /** Pixels that a pane beside the screen takes away (the stories of practice). */
  reserved: 0,
});

/** Room counts in CSS pixels at 100 % text: a window of 1366 px with text at 150 % has 910. */
export function widthClass(pixels: number, textPercent: number): "wide" | "medium" | "narrow" {
  const room = pixels / (Math.max(100, textPercent) / 100);
  return room >= WIDE_FROM ? "wide" : room >= MEDIUM_FROM ? "medium" : "narrow";
}

/** The next larger (+1) or smaller (−1) text size; the same at the ends. */
export function nextTextSize(percent: number, direction: 1 | -1): number {
  const larger = TEXT_STEPS.find((step) => step > percent);
  const smaller = [...TEXT_STEPS].reverse().find((step) => step < percent);
  return (direction > 0 ? larger : smaller) ?? percent;
}

function prefersDark(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Writes the preferences to <html>. Called when they change and when the window changes its size. */
export function applyDisplay(): void {
  const { textPercent, theme, density } = display.preferences;
  const root = document.documentElement;
  root.dataset.theme = theme === "system" ? (prefersDark() ? "dark" : "light") : theme;
  root.dataset.density = density;
  root.style.fontSize = `${textPercent}%`;
  display.width = widthClass(window.innerWidth - display.reserved, textPercent);
  root.dataset.width = display.width;
}

/** Follows the window and the system's theme. Returns the end of following. */
export function followWindow(): () => void {
  const dark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;
  window.addEventListener("resize", applyDisplay);
  dark?.addEventListener("change", applyDisplay);
  applyDisplay();
  return () => {
    window.removeEventListener("resize", applyDisplay);
    dark?.removeEventListener("change", applyDisplay);
  };
}
