/** What the forms of Pengaturan share: errors by field, one problem, busy while saving. */
import { tick } from "svelte";
import { asCommandError } from "../../backend";
import { fieldText, problemOf, type ProblemText } from "../../i18n/errors";

export type FieldProblem = { field: string; text: string };

export function savingForm() {
  const form = $state({ errors: [] as FieldProblem[], problem: null as ProblemText | null, busy: false });
  return {
    get errors() {
      return form.errors;
    },
    get problem() {
      return form.problem;
    },
    get busy() {
      return form.busy;
    },
    error: (field: string) => form.errors.find((one) => one.field === field)?.text,
    /** Forgets what was refused: another one is begun, or another text is typed. */
    reset(): void {
      form.errors = [];
      form.problem = null;
    },
    /** Shows errors found here; true when there are none. */
    async check(errors: FieldProblem[]): Promise<boolean> {
      form.errors = [];
      await tick();
      form.errors = errors;
      return errors.length === 0;
    },
    /** Runs the saving; true when it went well. `rename` gives the fields of the program the ids of this form. */
    async save(work: () => Promise<void>, rename: (field: string) => string = (field) => field): Promise<boolean> {
      if (form.busy) return false;
      form.busy = true;
      form.problem = null;
      form.errors = [];
      try {
        await work();
        return true;
      } catch (thrown) {
        const failure = asCommandError(thrown);
        if (failure.code === "invalid") form.errors = failure.fields.map((field) => ({ field: rename(field.field), text: sentence(field) }));
        else form.problem = problemOf(failure);
        return false;
      } finally {
        form.busy = false;
      }
    },
  };
}

/** An office or an officer has a name too, but nobody without identity. */
function sentence(field: Parameters<typeof fieldText>[0]): string {
  return field.field === "name" && field.code === "required" ? "Isi nama." : fieldText(field);
}
