import { describe, expect, it } from "vitest";
import { allDigits, blockIsSound, checkDigit, emptyBlocks, spread } from "./recovery";

const block = (number: number, five: string) => five + checkDigit(number, five);

describe("the recovery key", () => {
  it("has the check digit of Damm's algorithm", () => {
    // The example of the algorithm's description: 572 → 4, here behind two zeros that change nothing for block 1.
    expect(checkDigit(1, "00572")).toBe("4");
    expect(blockIsSound(1, "005724")).toBe(true);
  });

  it("folds with a table that lets no slip through: every row and column whole, zeros where the block ends well", () => {
    const table = (row: number, column: number) => checkDigit(row + 1, String(column));
    const figures = Array.from({ length: 10 }, (_, i) => i);
    const all = figures.join("");
    for (const row of figures) {
      expect(figures.map((column) => table(row, column)).sort().join("")).toBe(all);
      expect(figures.map((column) => table(column, row)).sort().join("")).toBe(all);
      expect(table(row, row)).toBe("0");
      for (const x of figures) {
        for (const y of figures) if (x !== y) expect(table(Number(table(row, x)), y)).not.toBe(table(Number(table(row, y)), x));
      }
    }
  });

  it("finds every single wrong digit and every swap of neighbours", () => {
    const sound = block(4, "28374");
    for (let at = 0; at < 6; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = sound.slice(0, at) + digit + sound.slice(at + 1);
        if (wrong !== sound) expect(blockIsSound(4, wrong), wrong).toBe(false);
      }
    }
    for (let at = 0; at < 5; at++) {
      const swapped = sound.slice(0, at) + sound[at + 1] + sound[at] + sound.slice(at + 2);
      if (swapped !== sound) expect(blockIsSound(4, swapped), swapped).toBe(false);
    }
  });

  it("finds a block in another's place, and a value that no block has", () => {
    expect(blockIsSound(2, block(1, "10293"))).toBe(false);
    expect(blockIsSound(1, block(1, "65535"))).toBe(true);
    expect(blockIsSound(1, block(1, "65536"))).toBe(false);
  });

  it("spreads a paste over the blocks and goes on behind it", () => {
    const all = Array.from({ length: 8 }, (_, i) => block(i + 1, `1234${i}`));
    const pasted = spread(emptyBlocks(), 0, all.join(" - "));
    expect(pasted.blocks).toEqual(all);
    expect(pasted.next).toBe(7);
    expect(allDigits(pasted.blocks)).toBe(all.join(""));
    expect(spread(emptyBlocks(), 2, "12")).toEqual({ blocks: ["", "", "12", "", "", "", "", ""], next: 2 });
    expect(spread(emptyBlocks(), 2, "123456").next).toBe(3);
    expect(allDigits(emptyBlocks())).toBeNull();
  });
});
