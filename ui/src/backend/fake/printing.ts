/** Two printers: one that prints at once, and one whose queue is paused. */
import type { Backend, PrintChoice, PrintJob, PrintProgress } from "../contract";
import { fail } from "./office";

const jobs = new Map<string, PrintProgress>();
let last = 0;

export function send({ printer }: PrintChoice): PrintJob {
  if (printer !== "EPSON L3210" && printer !== "Printer TU") fail({ code: "printer", detail: printer, reason: "vanished" });
  const job = `job-${++last}`;
  jobs.set(job, printer === "Printer TU" ? { stage: "waiting", reason: "paused" } : { stage: "printed", reason: null });
  return { job, copyLabel: "" };
}

export const prints: Pick<Backend, "printers" | "printProgress" | "cancelPrint"> = {
  printers: async () => [
    { name: "EPSON L3210", description: "", location: "", isDefault: true, state: "ready", reason: null, media: ["a4", "a5", "f4"], twoSided: false },
    { name: "Printer TU", description: "Printer ruang TU", location: "Lantai 2", isDefault: false, state: "hindered", reason: "paused", media: ["a4"], twoSided: true },
  ],
  printProgress: async (job, seen) => {
    const same = () => seen?.stage === jobs.get(job)?.stage;
    while (same()) await new Promise((resolve) => setTimeout(resolve, 10));
    return jobs.get(job) ?? fail({ code: "not_found" });
  },
  cancelPrint: async (job) => void jobs.set(job, { stage: "failed", reason: "canceled" }),
};
