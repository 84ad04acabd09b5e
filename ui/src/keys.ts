/**
 * Every key of the program, in one table. Screens name commands, never keys.
 *
 * A key is written as the user reads it: "Ctrl+Enter", "F6", "Shift+F6". `matches` compares an event with it; on macOS
 * Ctrl reads ⌘, except with Tab. `keys.test.ts` asserts that no two commands of one context share a key and that none
 * is forbidden (Alt belongs to the window, Ctrl+Alt is AltGr, editing keys are the system's, F7 F10 F11 F12 the host's).
 */

/** Where a command can be given. `everywhere` is added to each of the others. */
export type Context = "everywhere" | "form" | "registered" | "complaint" | "list" | "dialog";

type Entry = { keys: readonly string[]; contexts: readonly Context[] };

export const keyTable = {
  help: { keys: ["F1"], contexts: ["everywhere"] },
  search: { keys: ["F3", "Ctrl+F"], contexts: ["everywhere"] },
  "screen-1": { keys: ["Ctrl+1"], contexts: ["everywhere"] },
  "screen-2": { keys: ["Ctrl+2"], contexts: ["everywhere"] },
  "screen-3": { keys: ["Ctrl+3"], contexts: ["everywhere"] },
  "screen-4": { keys: ["Ctrl+4"], contexts: ["everywhere"] },
  "new-complaint": { keys: ["Ctrl+N", "F8"], contexts: ["everywhere"] },
  lock: { keys: ["Ctrl+L"], contexts: ["everywhere"] },
  "next-pane": { keys: ["F6"], contexts: ["everywhere"] },
  "previous-pane": { keys: ["Shift+F6"], contexts: ["everywhere"] },
  "text-larger": { keys: ["Ctrl++"], contexts: ["everywhere"] },
  "text-smaller": { keys: ["Ctrl+-"], contexts: ["everywhere"] },
  "text-normal": { keys: ["Ctrl+0"], contexts: ["everywhere"] },
  register: { keys: ["Ctrl+Enter"], contexts: ["form"] },
  "confirm-saved": { keys: ["Ctrl+S"], contexts: ["form"] },
  "next-draft": { keys: ["Ctrl+Tab", "F9"], contexts: ["form"] },
  "previous-draft": { keys: ["Ctrl+Shift+Tab", "Shift+F9"], contexts: ["form"] },
  "close-draft": { keys: ["Ctrl+W"], contexts: ["form"] },
  attach: { keys: ["Ctrl+O"], contexts: ["form"] },
  link: { keys: ["Ctrl+G"], contexts: ["form"] },
  scans: { keys: ["Ctrl+Shift+O"], contexts: ["form"] },
  print: { keys: ["Ctrl+P"], contexts: ["registered", "complaint", "list"] },
  step: { keys: ["Ctrl+T"], contexts: ["complaint"] },
  identity: { keys: ["Ctrl+I"], contexts: ["complaint"] },
  explain: { keys: ["Ctrl+J"], contexts: ["complaint"] },
  correct: { keys: ["F2"], contexts: ["complaint"] },
  refresh: { keys: ["F5"], contexts: ["list"] },
  commit: { keys: ["Ctrl+Enter"], contexts: ["dialog"] },
} as const satisfies Record<string, Entry>;

export type CommandId = keyof typeof keyTable;
/** The tabs in their order, as many as an officer can have. */
export const screenCommands = ["screen-1", "screen-2", "screen-3", "screen-4"] as const satisfies CommandId[];
export const commandIds = Object.keys(keyTable) as CommandId[];

/** Spellings that one physical key can give. */
const SAME: Record<string, string> = { "=": "+", _: "-", "−": "-" };

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"> & { code?: string };

/** The key of an event as the table writes it; "" while only a modifier is down. */
export function keyOf(event: KeyPress, mac = false): string {
  // WebKitGTK does not name Tab while Shift is down.
  const name = event.key === "Unidentified" && event.code === "Tab" ? "Tab" : event.key;
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead", "Unidentified"].includes(name)) return "";
  const ctrl = mac && name !== "Tab" ? event.metaKey : event.ctrlKey;
  let key = name.length === 1 ? name.toUpperCase() : name;
  if (ctrl) key = SAME[key] ?? key;
  const shift = event.shiftKey && !(ctrl && (key === "+" || key === "-"));
  return (ctrl ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
}

/** The commands that a key can mean; contexts and the registered handlers decide which of them it is. */
export function commandsFor(key: string): CommandId[] {
  return commandIds.filter((id) => (keyTable[id].keys as readonly string[]).includes(key));
}

/** The first key of a command as a person reads it: "Ctrl+−" with a real minus sign. */
export function keyLabel(id: CommandId): string {
  return keyTable[id].keys[0].replace(/-$/, "−");
}

/** The value of `aria-keyshortcuts`: Control instead of Ctrl, alternatives with a space between. */
export function ariaKeys(id: CommandId): string {
  return keyTable[id].keys.map((key) => key.replace("Ctrl", "Control").replace(/\+\+$/, "+Plus")).join(" ");
}

/** Whether ui.md 4 forbids a key. Bare characters are forbidden too: they belong to fields. */
export function isForbidden(key: string): boolean {
  if (/Alt\+|Meta\+/.test(key)) return true;
  if (/^(Shift\+)?(F7|F10|F11|F12)$/.test(key)) return true;
  if (/^Ctrl\+Shift\+[IJC]$/.test(key)) return true;
  if (/^Ctrl\+(A|C|X|V|Z|Y|Shift\+Z|Home|End|ArrowLeft|ArrowRight)$/.test(key)) return true;
  return /^(Shift\+)?.$/.test(key);
}
