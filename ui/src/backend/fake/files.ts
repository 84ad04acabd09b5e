/** Files that the invented program takes: at once, or as far as a test lets them come. */
import type { Backend, Draft, ScanLook, Taking, TakingFile } from "../contract";

type Source = { name: string; size: number };

export const takings = {
  chosen: [{ name: "Foto antrean.jpg", size: 421_888 }] as Source[],
  dropped: [{ name: "Surat keterangan.pdf", size: 98_304 }] as Source[],
  files: [] as TakingFile[],
  told: null as ((what: "over" | "left" | "dropped") => void) | null,
  /** What the scanner wrote. */
  look: { folder: "Pindaian", trouble: null, files: [], more: 0 } as ScanLook,
};

let counter = 0;

export const takingOf = (draft: Draft): Taking => structuredClone({ files: takings.files, attachments: draft.form.attachments });

export function takeInto(draft: Draft, sources: Source[]): Taking {
  for (const { name, size } of sources) {
    const refused = /\.heic$/i.test(name);
    takings.files.push({ id: ++counter, name, state: refused ? "refused" : "taken", percent: 100, reason: refused ? "type" : null, unseen: null });
    if (refused) continue;
    const view = { id: `taken-${counter}`, name, size, mime: name.endsWith(".pdf") ? "application/pdf" : "image/jpeg" };
    draft.form.attachments = [...draft.form.attachments, view];
  }
  return takingOf(draft);
}

export const scanner: Pick<Backend, "chooseScanFolder" | "lookIntoScanFolder"> = {
  chooseScanFolder: async () => structuredClone(takings.look),
  lookIntoScanFolder: async () => structuredClone(takings.look),
};
