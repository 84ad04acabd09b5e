/**
 * Who answers a command now. A screen or dialog registers handlers while it is active; the newest handler wins.
 * An open dialog puts a barrier: what lies below is silent, except the commands of `THROUGH_DIALOGS`.
 */
import { commandsFor, keyOf, type CommandId } from "./keys";

export type Handlers = Partial<Record<CommandId, () => void>>;
type Layer = { handlers: Handlers; barrier: boolean };

const THROUGH_DIALOGS: CommandId[] = ["text-larger", "text-smaller", "text-normal", "lock"];
const HOLD_MS = 600;
const layers: Layer[] = [];
const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

function push(layer: Layer): () => void {
  layers.push(layer);
  return () => void layers.splice(layers.indexOf(layer), 1);
}

/** Registers handlers; call it in `$effect(() => (active ? onCommands({...}) : undefined))`. */
export function onCommands(handlers: Handlers): () => void {
  return push({ handlers, barrier: false });
}

/** A modal dialog: its own handlers, and silence below. */
export function onDialogCommands(handlers: Handlers): () => void {
  return push({ handlers, barrier: true });
}

/** The handler that a command has now, if any. */
export function handlerOf(id: CommandId): (() => void) | undefined {
  for (let i = layers.length - 1, covered = false; i >= 0; i--) {
    const layer = layers[i];
    const handler = layer?.handlers[id];
    if (handler && (!covered || THROUGH_DIALOGS.includes(id))) return handler;
    covered ||= layer?.barrier ?? false;
  }
  return undefined;
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
    if (answered && !(event.repeat && answered === "register")) give(answered);
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
