/**
 * The recovery key as it stands on paper: eight blocks of five digits and a check digit (Damm's algorithm, started with
 * the number of the block), so that a slip is found at once and in its block, without asking the program.
 */

export const BLOCKS = 8;
export const BLOCK_DIGITS = 6;
const LARGEST_VALUE = 65_535;

/** Damm's quasigroup of order 10. */
const DAMM = [
  "0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
];

export const emptyBlocks = (): string[] => Array.from({ length: BLOCKS }, () => "");

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** The check digit of the five digits of block `number` (from 1). */
export function checkDigit(number: number, five: string): string {
  return [...five].reduce((interim, digit) => DAMM[Number(interim)]?.[Number(digit)] ?? "", String(number - 1));
}

export function blockIsFull(block: string): boolean {
  return digitsOf(block).length === BLOCK_DIGITS;
}

/** Whether block `number` (from 1) carries the right check digit. */
export function blockIsSound(number: number, block: string): boolean {
  const five = block.slice(0, BLOCK_DIGITS - 1);
  return blockIsFull(block) && Number(five) <= LARGEST_VALUE && block.slice(-1) === checkDigit(number, five);
}

/** Spreads what was typed or pasted into block `at` over it and the blocks after it; `next` is where typing goes on. */
export function spread(blocks: readonly string[], at: number, text: string): { blocks: string[]; next: number } {
  let digits = digitsOf(text);
  const filled = [...blocks];
  let index = at;
  do {
    filled[index] = digits.slice(0, BLOCK_DIGITS);
    digits = digits.slice(BLOCK_DIGITS);
    if (filled[index]?.length === BLOCK_DIGITS) index += 1;
  } while (digits.length > 0 && index < blocks.length);
  return { blocks: filled, next: Math.min(index, blocks.length - 1) };
}

/** The 48 digits in one run, or null while a block is short. */
export function allDigits(blocks: readonly string[]): string | null {
  return blocks.every(blockIsFull) ? blocks.join("") : null;
}
