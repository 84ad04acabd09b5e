/** A number template as parts and the signs between them, so that it can be put together with keys. */

import { numberingText } from "../../i18n/id/wizard";

export type Part = { token: string; before: string };
export const TOKENS = ["URUT:4", "KODE", "LOKET", "BULAN_ROMAWI", "BULAN", "TAHUN"] as const;
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** "{URUT:4}/{KODE}" → [{URUT:4, ""}, {KODE, "/"}]; null when there is text that chips cannot show. */
export function readTemplate(template: string): Part[] | null {
  const parts: Part[] = [];
  let rest = template;
  while (rest !== "") {
    const match = /^([^{}]{0,3})\{([A-Z0-9_:]+)\}/.exec(rest);
    if (!match) return null;
    parts.push({ before: match[1] ?? "", token: match[2] ?? "" });
    rest = rest.slice(match[0].length);
  }
  return parts.length > 0 && parts[0]?.before === "" ? parts : null;
}

export const writeTemplate = (parts: readonly Part[]): string => parts.map(({ before, token }) => `${before}{${token}}`).join("");

/** Exchanges a part with its neighbour; the signs stay where they are. */
export function movePart(parts: readonly Part[], at: number, step: 1 | -1): Part[] {
  const to = at + step;
  const moved = parts.map((part) => ({ ...part }));
  const [here, there] = [moved[at], moved[to]];
  if (here && there) [here.token, there.token] = [there.token, here.token];
  return moved;
}

/** Takes a part out together with the sign before it. */
export function removePart(parts: readonly Part[], at: number): Part[] {
  const left = parts.filter((_, i) => i !== at).map((part) => ({ ...part }));
  if (left[0]) left[0].before = "";
  return left;
}

export function addPart(parts: readonly Part[], token: string): Part[] {
  return [...parts, { token, before: parts.length === 0 ? "" : separatorOf(parts) }];
}

/** The sign that is used most, "/" when there is none yet. */
export function separatorOf(parts: readonly Part[]): string {
  return parts.map(({ before }) => before).filter(Boolean).at(-1) ?? "/";
}

export function withSeparator(parts: readonly Part[], sign: string): Part[] {
  return parts.map((part, i) => ({ ...part, before: i === 0 || part.before === "" ? part.before : sign }));
}

/** The kind of a token without its width: "URUT:4" → "URUT". */
export const tokenName = (token: string): string => token.split(":")[0] ?? token;
export const tokenWidth = (token: string): number => Number(token.split(":")[1] ?? 1);

/** A part as the wizard names it: "URUT:4" → "Urut, 4 angka". */
export const partName = (token: string): string =>
  tokenName(token) === "URUT" ? numberingText.sequence(tokenWidth(token)) : (numberingText.parts[token] ?? token);

/** A template as it is said: the names of its parts with the signs between them. */
export const inWords = (template: string): string =>
  template.replace(/\{([A-Z0-9_:]+)\}/g, (_, token: string) => ` ${partName(token)} `).replace(/ +/g, " ").trim();

/** A sketch for the pattern cards; the real number always comes from the program. */
export function sketch(template: string, officeCode: string, counterCode: string, at: Date): string {
  return template.replace(/\{([A-Z0-9_:]+)\}/g, (_, token: string) => {
    switch (tokenName(token)) {
      case "URUT": return "1".padStart(tokenWidth(token), "0");
      case "KODE": return officeCode || "KODE";
      case "LOKET": return counterCode || "A";
      case "BULAN_ROMAWI": return ROMAN[at.getMonth()] ?? "";
      case "BULAN": return String(at.getMonth() + 1).padStart(2, "0");
      case "TAHUN2": return String(at.getFullYear()).slice(2);
      default: return String(at.getFullYear());
    }
  });
}
