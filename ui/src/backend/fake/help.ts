/** Papers of the help. */
import type { Backend } from "../contract";
import { paper } from "./papers";
import { send } from "./printing";

export const help: Pick<Backend, "helpPreview" | "printHelp" | "saveHelp"> = {
  helpPreview: async (wanted) =>
    wanted.kind === "guide" ? paper("Panduan kilat Loket Aduan", ["1. Masuk."]) : paper("Pintasan papan ketik", wanted.groups.flatMap(({ title, rows }) => [title, ...rows.map(({ text, keys }) => `${text}: ${keys}`)])),
  printHelp: async (_paper, choice) => send(choice),
  saveHelp: async () => "Dokumen",
};
