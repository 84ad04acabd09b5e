/** The in-memory program: an invented Puskesmas, one object per area. */
import type { Backend } from "../contract";
import { blanks } from "./blanks";
import { forms } from "./forms";
import { importPart } from "./import";
import { help } from "./help";
import { log } from "./log";
import { register, seed } from "./register";
import { settingsPart } from "./settings";
import { start } from "./start";
import { together } from "./together";

export function fakeBackend(): Backend {
  seed();
  return { ...start, ...forms, ...register, ...log, ...blanks, ...settingsPart, ...importPart, ...help, ...together };
}
