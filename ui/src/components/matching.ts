/** Choosing from a short list by what was typed: any part of any word, and one slip of the finger in longer words. */

const plain = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}\s]/gu, " ");
const words = (text: string) => plain(text).split(/\s+/).filter(Boolean);

/** Whether two words differ by at most one letter put in, left out, changed, or two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return true;
  const tails = [[a.slice(i + 1), b.slice(i + 1)], [a.slice(i + 1), b.slice(i)], [a.slice(i), b.slice(i + 1)]];
  return tails.some(([x, y]) => x === y) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/** 0 no match; higher is better: beginning of the label, beginning of a word, inside a word, with a slip. */
export function score(typed: string, label: string): number {
  const inLabel = words(label);
  let sum = inLabel.join(" ").startsWith(words(typed).join(" ")) ? 4 : 0;
  for (const word of words(typed)) {
    const begins = inLabel.findIndex((w) => w.startsWith(word));
    if (begins >= 0) sum += begins === 0 ? 8 : 6;
    else if (inLabel.some((w) => w.includes(word))) sum += 3;
    else if (word.length >= 4 && inLabel.some((w) => oneSlip(word, w.slice(0, word.length)) || oneSlip(word, w))) sum += 1;
    else return 0;
  }
  return sum;
}

/** The options that match, best first; where equal the shorter one, then their own order. An empty text keeps all. */
export function matching<O extends { label: string }>(typed: string, options: readonly O[]): O[] {
  if (words(typed).length === 0) return [...options];
  return options
    .map((option, index) => ({ option, index, points: score(typed, option.label) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.option.label.length - b.option.label.length || a.index - b.index)
    .map(({ option }) => option);
}
