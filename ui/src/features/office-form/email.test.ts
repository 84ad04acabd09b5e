import { expect, it } from "vitest";
import { isPlausibleEmail } from "./email";

it("knows an address of mail from what is none", () => {
  for (const good of ["puskesmas@contoh.go.id", "a.b+c@surat.contoh.go.id", " x@y.zz "]) expect(isPlausibleEmail(good), good).toBe(true);
  for (const odd of ["bukan email", "melati@", "@contoh.id", "a@b", "a@@b.id", "a@b..id"]) expect(isPlausibleEmail(odd), odd).toBe(false);
});
