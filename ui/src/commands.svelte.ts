/**
 * Who answers a command now. A screen registers handlers while it is active; the newest handler wins. Dialogs lie over
 * all screens, however late a screen registers: while one is open the newest dialog alone answers, except for the
 * commands of `THROUGH_DIALOGS`.
 */
import { commandsFor, keyOf, keyTable, type CommandId } from "./keys";

export type Handlers = Partial<Record<CommandId, () => void>>;

const THROUGH_DIALOGS: CommandId[] = ["text-larger", "text-smaller", "text-normal", "lock"];
const HOLD_MS = 600;
const screens: Handlers[] = [];
const dialogs: Handlers[] = [];
const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

function push(layers: Handlers[], handlers: Handlers): () => void {
  layers.push(handlers);
  return () => void layers.splice(layers.indexOf(handlers), 1);
}

/** Registers handlers; call it in `$effect(() => (active ? onCommands({...}) : undefined))`. */
export function onCommands(handlers: Handlers): () => void {
  return push(screens, handlers);
}

/** A modal dialog: its own handlers, and silence below. */
export function onDialogCommands(handlers: Handlers): () => void {
  return push(dialogs, handlers);
}

/** The handler that a command has now, if any. */
export function handlerOf(id: CommandId): (() => void) | undefined {
  const own = dialogs.at(-1)?.[id];
  if (own || (dialogs.length > 0 && !THROUGH_DIALOGS.includes(id))) return own;
  return screens.findLast((handlers) => handlers[id])?.[id];
}

/** Gives a command as if its key had been pressed; true when somebody answered. */
export function give(id: CommandId): boolean {
  const handler = handlerOf(id);
  handler?.();
  return handler !== undefined;
}

/** Listens on the window for the keys of the table and for Ctrl held down. Returns the end of listening. */
export function listenForKeys(target: Window = window): () => void {
  let hold: ReturnType<typeof setTimeout> | undefined;
  const hideHints = () => {
    clearTimeout(hold);
    hold = undefined;
    delete document.documentElement.dataset.hints;
  };
  const down = (event: KeyboardEvent) => {
    if (event.key === (isMac ? "Meta" : "Control")) {
      hold ??= setTimeout(() => (document.documentElement.dataset.hints = "on"), HOLD_MS);
      return;
    }
    hideHints();
    if (event.isComposing) return;
    const commands = commandsFor(keyOf(event, isMac));
    if (commands.length === 0) return;
    // A key of the table never reaches the host (print dialog, reload, new window), answered or not.
    event.preventDefault();
    const answered = commands.find((id) => handlerOf(id));
    if (answered && !(event.repeat && keyTable[answered].keys[0] === "Ctrl+Enter")) give(answered);
  };
  const up = (event: KeyboardEvent) => {
    if (event.key === "Control" || event.key === "Meta") hideHints();
  };
  target.addEventListener("keydown", down);
  target.addEventListener("keyup", up);
  target.addEventListener("blur", hideHints);
  return () => {
    hideHints();
    target.removeEventListener("keydown", down);
    target.removeEventListener("keyup", up);
    target.removeEventListener("blur", hideHints);
  };
}
