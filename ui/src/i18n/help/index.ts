/** All help pages, in the order of the list in the help. */
import { SECTIONS } from "../id/settings";
import { complaints } from "./complaints";
import { correct, print, step, together, voiding } from "./dialogs";
import { log } from "./log";
import type { HelpPage } from "./page";
import { register } from "./register";
import { registered } from "./registered";
import { settings } from "./settings";
import { firstStart, password, restore, signIn } from "./start";

const screens = { "complaints": complaints, "registered": registered, "register": register, "access-log": log, "step": step, "correct": correct, "void": voiding, "together": together, "print": print };
const sections = Object.fromEntries(SECTIONS.map((section) => [`settings-${section}`, settings[section]]));
const starts = { "sign-in": signIn, "password": password, "restore": restore, "first-start": firstStart };

export type HelpId = keyof typeof screens | keyof typeof starts | `settings-${(typeof SECTIONS)[number]}`;
export const helpPages = { ...screens, ...sections, ...starts } as Record<HelpId, HelpPage>;
export const helpIds = Object.keys(helpPages) as HelpId[];

/** All words of a page, for the search. */
function wordsOf({ title, what, steps, troubles, law = "" }: HelpPage): string {
  return [title, what, ...steps.flatMap(({ text, keys = [] }) => [text, ...keys]), ...troubles.flatMap(({ when, then }) => [when, then]), law].join(" ").toLowerCase();
}

/** Pages that hold every one of these words. */
export function searchHelp(wanted: string): HelpId[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return helpIds.filter((id) => words.every((word) => wordsOf(helpPages[id]).includes(word)));
}

export const helpText = {
  title: "Bantuan",
  page: "Layar ini",
  keys: "Pintasan",
  parts: "Bagian bantuan",
  all: "Semua halaman bantuan",
  findPage: "Cari dalam bantuan",
  foundPages: (n: number) => (n === 0 ? "Tidak ada halaman yang cocok." : `${n} halaman.`),
  what: "Untuk apa",
  steps: "Langkahnya",
  troubles: "Bila …",
  law: "Dasar hukum",
  here: "layar ini",
  guide: "Cetak panduan kilat",
  guideTitle: "Panduan kilat",
  printKeys: "Cetak pintasan",
  keysTitle: "Pintasan papan ketik",
  notPrinted: "Panduan belum tercetak",
  keysNotPrinted: "Pintasan belum tercetak",
  safe: "Tidak ada yang hilang; panduan selalu ada di F1.",
  print: "Cetak",
} as const;
