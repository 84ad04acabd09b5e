/** The in-memory program: an invented Puskesmas, one object per area. */
import type { Backend } from "../contract";
import { forms } from "./forms";
import { register, seed } from "./register";
import { settingsPart } from "./settings";
import { start } from "./start";
import { together } from "./together";

export function fakeBackend(): Backend {
  seed();
  return { ...start, ...forms, ...register, ...settingsPart, ...together };
}
