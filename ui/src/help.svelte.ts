/** The page of the help for what is in front. A face, screen or dialog names its page while it is in front; the newest wins. */
import type { HelpId } from "./i18n/help";

export const help = $state({ open: false, page: "sign-in" as HelpId });
const stack: { page: () => HelpId }[] = [];

/** Names the page; returns the end. Call it in `$effect(() => (active ? onHelp(() => page) : undefined))`. */
export function onHelp(page: () => HelpId): () => void {
  const here = { page };
  stack.push(here);
  return () => void stack.splice(stack.indexOf(here), 1);
}

/** Opens the help on the page of what is in front. */
export function askHelp(): void {
  if (help.open) return;
  help.page = stack.at(-1)?.page() ?? "sign-in";
  help.open = true;
}
