/** The commands of a role and their keys, in groups, as the sheet shows and prints them. */
import type { Screen } from "../../app.svelte";
import type { Role } from "../../backend/contract";
import { commandText, contextText, controlKeys, screenCommandText } from "../../i18n/id/commands";
import { screenText } from "../../i18n/id/frame";
import { commandIds, keyTable, screenCommands, type CommandId, type Context } from "../../keys";

export type Row = { text: string; keys: string[]; strong?: boolean };
export type Group = { group: string; rows: Row[] };

const ORDER: Context[] = ["everywhere", "form", "registered", "complaint", "list", "dialog"];
const WRITERS: Role[] = ["counter_officer", "complaint_manager", "inspector"];
const STEPPERS: Role[] = [...WRITERS, "head"];
const READERS: Role[] = [...STEPPERS, "auditor"];

/** Who gives a command (ui.md 8); a command that is missing here is everybody's. */
const ROLES: Partial<Record<CommandId, Role[]>> = {
  "new-complaint": WRITERS, register: WRITERS, "confirm-saved": WRITERS, "next-draft": WRITERS, "previous-draft": WRITERS, "close-draft": WRITERS,
  attach: WRITERS, step: STEPPERS, correct: STEPPERS, identity: STEPPERS, explain: READERS, print: READERS, refresh: READERS,
};
/** What works before anybody has signed in. */
const ALWAYS: CommandId[] = ["help", "text-larger", "text-smaller", "text-normal"];
const minus = (key: string) => key.replace(/-$/, "−");

/** `roles` and `screens` of who is signed in; `null` and none when nobody is. */
export function shortcutGroups(roles: readonly Role[] | null, screens: readonly Screen[]): Group[] {
  const tabs = Object.fromEntries(screenCommands.map((id, at) => [id, screens[at] && screenCommandText(screenText[screens[at]])]));
  const texts: Partial<Record<CommandId, string>> = { ...commandText, ...tabs };
  const may = (id: CommandId) => texts[id] !== undefined && (roles === null ? ALWAYS.includes(id) : (ROLES[id]?.some((role) => roles.includes(role)) ?? true));
  const row = (id: CommandId): Row => ({ text: texts[id] ?? "", keys: keyTable[id].keys.map(minus), strong: id === "register" });
  const groups = ORDER.map((context) => ({ group: contextText[context], rows: commandIds.filter((id) => keyTable[id].contexts[0] === context && may(id)).map(row) }));
  return [...groups, ...controlKeys].filter(({ rows }) => rows.length > 0);
}

/** Rows that hold every one of these words, in their groups. */
export function findShortcuts(groups: readonly Group[], wanted: string): Group[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return groups
    .map(({ group, rows }) => ({ group, rows: rows.filter(({ text, keys }) => fits(`${group} ${text} ${keys.join(" ")}`)) }))
    .filter(({ rows }) => rows.length > 0);
}
