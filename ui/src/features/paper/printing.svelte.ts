/** Printers, and which one each kind of document went to last. */
import { asCommandError, backend } from "../../backend";
import type { CommandError, Printer } from "../../backend/contract";

export type PaperKind = "receipt" | "list" | "form";

const key = (kind: PaperKind): string => `loket-aduan.printer.${kind}`;

function remembered(kind: PaperKind): string | null {
  try {
    return localStorage.getItem(key(kind));
  } catch {
    return null;
  }
}

/** The choice belongs to this PC, like the printer; it is no fact of the register. */
export function rememberPrinter(kind: PaperKind, printer: string): void {
  try {
    localStorage.setItem(key(kind), printer);
  } catch {
    // Without a place to remember it, the system's default is offered again.
  }
}

/** The printer to offer: the last one for this kind, else the system's default, else the first. */
export function offeredPrinter(kind: PaperKind, printers: readonly Printer[]): string | null {
  const last = remembered(kind);
  const chosen = printers.find((p) => p.name === last) ?? printers.find((p) => p.isDefault) ?? printers[0];
  return chosen?.name ?? null;
}

export type PrintState =
  | { kind: "idle" }
  | { kind: "printing" }
  | { kind: "printed"; at: string; label: string }
  | { kind: "failed"; error: CommandError }
  | { kind: "saved" }
  | { kind: "not_saved"; error: CommandError };

/** What the print controls of one document share: printers, the chosen one, and how the last try went. */
export function printDesk(kind: PaperKind) {
  const desk = $state({ printers: [] as Printer[], printer: null as string | null, state: { kind: "idle" } as PrintState });
  backend.printers().then(
    (printers) => {
      desk.printers = printers;
      desk.printer ??= offeredPrinter(kind, printers);
    },
    // Without a list of printers "Simpan PDF" remains.
    () => undefined,
  );
  return {
    get printers() {
      return desk.printers;
    },
    get printer() {
      return desk.printer;
    },
    get state() {
      return desk.state;
    },
    choose(name: string) {
      desk.printer = name;
      rememberPrinter(kind, name);
    },
    /** Prints through `work`, which tells the label of the copy ("Salinan ke-1", "" for the original). */
    async print(work: (printer: string) => Promise<string>): Promise<boolean> {
      const { printer } = desk;
      if (desk.state.kind === "printing") return false;
      if (printer === null) {
        desk.state = { kind: "failed", error: { code: "printer", detail: "" } };
        return false;
      }
      desk.state = { kind: "printing" };
      try {
        const label = await work(printer);
        rememberPrinter(kind, printer);
        desk.state = { kind: "printed", at: new Date().toISOString(), label };
        return true;
      } catch (thrown) {
        desk.state = { kind: "failed", error: asCommandError(thrown) };
        return false;
      }
    },
    async save(work: () => Promise<string | null>): Promise<boolean> {
      try {
        const place = await work();
        if (place !== null) desk.state = { kind: "saved" };
        return place !== null;
      } catch (thrown) {
        desk.state = { kind: "not_saved", error: asCommandError(thrown) };
        return false;
      }
    },
  };
}

export type PrintDesk = ReturnType<typeof printDesk>;
