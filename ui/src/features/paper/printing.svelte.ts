/** Printers, how each kind of paper was printed last, and a paper followed until the print system reports its end. */
import { asCommandError, backend } from "../../backend";
import type { CommandError, Printer, PrintChoice, PrintJob, PrintProgress, PrintReason } from "../../backend/contract";

export type PaperKind = "receipt" | "list" | "log" | "form" | "recovery" | "guide" | "shortcuts";
/** How one kind of paper was printed last. */
export type Choice = PrintChoice & { form: string };

export const MOST_COPIES = 9;
/** Before anything is remembered: the complaint form is one sheet of two sides. */
const usual = (kind: PaperKind): Choice => ({ printer: "", copies: 1, twoSided: kind === "form", form: "" });
const key = (kind: PaperKind): string => `loket-aduan.print.${kind}`;

/** The choice belongs to this PC, like the printer; it is no fact of the register. What cannot be read is forgotten. */
export function remembered(kind: PaperKind): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(kind)) ?? "null");
    if (typeof kept !== "object" || kept === null) return usual(kind);
    const { printer, copies, twoSided, form } = kept as Partial<Record<keyof Choice, unknown>>;
    return {
      printer: typeof printer === "string" ? printer : "",
      copies: typeof copies === "number" && Number.isInteger(copies) && copies >= 1 && copies <= MOST_COPIES ? copies : 1,
      twoSided: twoSided === true,
      form: typeof form === "string" ? form : "",
    };
  } catch {
    return usual(kind);
  }
}

export function remember(kind: PaperKind, choice: Choice): void {
  try {
    localStorage.setItem(key(kind), JSON.stringify(choice));
  } catch {
    // Without a place to remember it, the system's default is offered again.
  }
}

/** The printer to offer: the last one for this kind, else the system's default, else the first. */
export function offeredPrinter(last: string, printers: readonly Printer[]): Printer | undefined {
  return printers.find((p) => p.name === last) ?? printers.find((p) => p.isDefault) ?? printers[0];
}

export type PrintState =
  | { kind: "idle" }
  | { kind: "sending" }
  | { kind: "following"; job: string; progress: PrintProgress; cancelling: boolean }
  | { kind: "printed"; at: string; label: string }
  | { kind: "unknown"; at: string; label: string; reason: PrintReason | null }
  | { kind: "failed"; error: CommandError }
  | { kind: "saved"; name: string }
  | { kind: "not_saved"; error: CommandError };

/** Saves through the work given: what became of it is said where the paper is. */
export type Saving = (work: () => Promise<string | null>) => Promise<string | null>;

const isOver = ({ stage }: PrintProgress): boolean => stage === "printed" || stage === "sent" || stage === "failed";
/** Nothing can be pressed: the paper is on its way and nothing keeps it. */
export const isBusy = (state: PrintState): boolean =>
  state.kind === "sending" || (state.kind === "following" && (state.progress.stage !== "waiting" || state.cancelling));

/** What the print controls of one document share: printers, the choice, and how the last try went. */
export function printDesk(kind: PaperKind, forms: readonly string[] = []) {
  const last = remembered(kind);
  const desk = $state({
    printers: null as Printer[] | null,
    noSystem: false,
    choice: { ...last, form: forms.includes(last.form) ? last.form : (forms[0] ?? "") },
    state: { kind: "idle" } as PrintState,
  });
  let following: Promise<boolean> | null = null;

  /** How the printers stand now. A printer that is gone gives way to another one. */
  async function look(): Promise<void> {
    try {
      desk.printers = await backend.printers();
      desk.noSystem = false;
    } catch (thrown) {
      // Without a list of printers "Simpan PDF" remains.
      const error = asCommandError(thrown);
      desk.printers = [];
      desk.noSystem = error.code === "printer" && error.reason === "no_system";
    }
    desk.choice.printer = offeredPrinter(desk.choice.printer, desk.printers)?.name ?? "";
  }
  void look();

  /** What became of a job, told by the program as soon as it is known. */
  async function follow({ job, copyLabel }: PrintJob, printer: string): Promise<boolean> {
    let seen: PrintProgress | null = null;
    for (;;) {
      const progress: PrintProgress = await backend.printProgress(job, seen);
      const at = new Date().toISOString();
      if (!isOver(progress)) {
        const cancelling: boolean = desk.state.kind === "following" && desk.state.cancelling;
        desk.state = { kind: "following", job, progress, cancelling };
        // The list shall not call a printer ready that has just stopped.
        if (progress.stage === "waiting") void look();
        seen = progress;
      } else if (progress.stage === "failed") {
        throw { code: "printer", detail: printer, reason: progress.reason ?? "unknown" } satisfies CommandError;
      } else {
        desk.state = progress.stage === "printed" ? { kind: "printed", at, label: copyLabel } : { kind: "unknown", at, label: copyLabel, reason: progress.reason };
        return progress.stage === "printed";
      }
    }
  }

  async function run(work: (choice: Choice) => Promise<PrintJob>): Promise<boolean> {
    const choice = { ...desk.choice };
    desk.state = { kind: "sending" };
    try {
      const job = await work(choice);
      remember(kind, choice);
      return await follow(job, choice.printer);
    } catch (thrown) {
      desk.state = { kind: "failed", error: asCommandError(thrown) };
      void look();
      return false;
    }
  }

  return {
    get printers() {
      return desk.printers;
    },
    get noSystem() {
      return desk.noSystem;
    },
    /** None is installed: saving is what remains. */
    get noPrinter() {
      return desk.printers?.length === 0;
    },
    get choice() {
      return desk.choice;
    },
    /** The chosen printer as it stands. */
    get printer() {
      return desk.printers?.find((p) => p.name === desk.choice.printer);
    },
    get state() {
      return desk.state;
    },
    look,
    change(change: Partial<Choice>) {
      desk.choice = { ...desk.choice, ...change };
      remember(kind, { ...desk.choice });
    },
    /** Takes a paper back that waits. */
    async cancel(): Promise<void> {
      const { state } = desk;
      if (state.kind !== "following" || state.cancelling) return;
      desk.state = { ...state, cancelling: true };
      try {
        await backend.cancelPrint(state.job);
      } catch {
        // It comes out or ends by itself; following tells which.
        if (desk.state.kind === "following") desk.state = { ...desk.state, cancelling: false };
      }
    },
    /** Prints through `work`; true once every sheet is out. A paper that waits is taken back first, so that none comes twice. */
    async print(work: (choice: Choice) => Promise<PrintJob>): Promise<boolean> {
      if (isBusy(desk.state)) return false;
      if (desk.state.kind === "following") {
        await this.cancel();
        await following;
        if ((desk.state as PrintState).kind !== "failed") return false;
      }
      if (desk.choice.printer === "") {
        desk.state = { kind: "failed", error: { code: "printer", detail: "", reason: desk.noSystem ? "no_system" : "vanished" } };
        return false;
      }
      following = run(work);
      return following;
    },
    /** Saves through `work`; the name of the file, null where none was made. */
    async save(work: () => Promise<string | null>): Promise<string | null> {
      try {
        const name = await work();
        if (name !== null) desk.state = { kind: "saved", name };
        return name;
      } catch (thrown) {
        desk.state = { kind: "not_saved", error: asCommandError(thrown) };
        return null;
      }
    },
    /** Another paper: what became of the last one is no longer said. One that is on its way, or failed, still is. */
    turn(): void {
      if (desk.state.kind !== "following" && desk.state.kind !== "sending" && desk.state.kind !== "failed") desk.state = { kind: "idle" };
    },
  };
}

export type PrintDesk = ReturnType<typeof printDesk>;
