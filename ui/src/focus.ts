/** Moving the focus: to a field from the error summary, to the next field on Enter, to the next pane on F6. */

const FIELDS = "input:not([type=hidden]):not([disabled]):not([readonly]), select:not([disabled]), textarea:not([disabled]), button[data-enter-stop]:not([disabled])";
const FOCUSABLE = `a[href], button:not([disabled]), ${FIELDS}, [tabindex="0"]`;

const visible = (element: HTMLElement) => element.closest("[hidden], [inert]") === null && element.getClientRects().length > 0;

/** Focuses a field by its id, or the first control of a group, and brings its label into view as well. */
export function focusField(id: string): boolean {
  const named = document.getElementById(id);
  if (!named) return false;
  const inside = named.matches("input, select, textarea, button") ? named : named.querySelector<HTMLElement>("input:checked, input, select, textarea, button");
  const target = inside ?? named;
  (target.closest("[data-field]") ?? target).scrollIntoView({ block: "nearest" });
  target.focus();
  return true;
}

/** Focuses the first field of a part of the screen, of radios the one that is chosen; false when it holds none. */
export function focusFirstField(root: HTMLElement): boolean {
  const first = [...root.querySelectorAll<HTMLElement>(FIELDS)].find((field) => field.closest("[hidden], [inert]") === null);
  const group = first instanceof HTMLInputElement && first.type === "radio" ? first.closest("fieldset") : null;
  const target = group?.querySelector<HTMLElement>("input:checked") ?? first;
  target?.focus();
  return target !== undefined;
}

/**
 * The field that Enter goes to. A group of radios counts once, a date counts by its first box, `data-enter-skip`
 * is passed by (Hal, which Tab still reaches). Null at the end.
 */
export function nextField(root: HTMLElement, from: Element): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>(FIELDS)].filter(visible);
  const group = (element: Element) => element.closest("fieldset[data-field]") ?? element;
  const start = group(from);
  const after = all.filter((element) => start.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING && !start.contains(element));
  const next = after.find((element) => element.closest("[data-enter-skip]") === null);
  if (!next) return null;
  return next instanceof HTMLInputElement && next.type === "radio" ? (group(next).querySelector<HTMLElement>("input:checked") ?? next) : next;
}

const PAGE_OF_ROWS = 12;

/** How many rows a key moves the selection of a list by; undefined for every other key. */
export const rowStep = (key: string, rows: number): number | undefined =>
  ({ ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_OF_ROWS, PageUp: -PAGE_OF_ROWS, Home: -rows, End: rows })[key];

let lastInPane = new WeakMap<HTMLElement, HTMLElement>();

/** Remembers where the focus stood in each pane. Returns the end of remembering. */
export function rememberPanes(): () => void {
  const remember = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest<HTMLElement>("[data-pane]");
    if (pane && pane !== target) lastInPane.set(pane, target);
  };
  document.addEventListener("focusin", remember);
  return () => {
    document.removeEventListener("focusin", remember);
    lastInPane = new WeakMap();
  };
}

/** Goes to the next pane (+1) or the one before (−1), around the end. */
export function movePane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(visible);
  if (panes.length === 0) return;
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]");
  const index = here ? panes.indexOf(here) : direction > 0 ? -1 : 0;
  const pane = panes[(index + direction + panes.length) % panes.length];
  if (!pane) return;
  const last = lastInPane.get(pane);
  const target = last?.isConnected && visible(last) ? last : [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(visible);
  (target ?? pane).focus();
}
