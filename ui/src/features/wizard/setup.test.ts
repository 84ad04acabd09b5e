import { describe, expect, it } from "vitest";
import { pinProblem } from "../office-form/pin";
import { emptySetup, programErrors, stepErrors, stepOf } from "./setup";

const repeats = (pin = "", password = "") => ({ pins: [pin], password });
const fields = (errors: { field: string }[]) => errors.map(({ field }) => field);

describe("a step goes on", () => {
  it("only with what stands on every paper", () => {
    expect(fields(stepErrors("office", emptySetup(), repeats(), true))).toEqual(["name", "government", "address", "city", "managerName"]);
  });

  it("only with a typed counter code, which is never filled in before", () => {
    expect(emptySetup().numbering.counterCode).toBe("");
    expect(fields(stepErrors("numbering", emptySetup(), repeats(), true))).toEqual(["officeCode", "counterCode"]);
  });

  it("only with a PIN typed twice the same, and an administrator", () => {
    const setup = emptySetup();
    Object.assign(setup.officers[0] ?? {}, { name: "Rina Teladan", pin: "902741" });
    expect(fields(stepErrors("officers", setup, repeats("902742"), true))).toEqual(["officers.0.pinAgain"]);
    expect(stepErrors("officers", setup, repeats("902741"), true)).toEqual([]);
    Object.assign(setup.officers[0] ?? {}, { roles: ["counter_officer"] });
    expect(fields(stepErrors("officers", setup, repeats("902741"), true))).toEqual(["officers.0.roles"]);
  });

  it("without a start password only where the system keeps the key", () => {
    const setup = emptySetup();
    expect(stepErrors("key", setup, repeats(), true)).toEqual([]);
    expect(fields(stepErrors("key", setup, repeats(), false))).toEqual(["startPassword"]);
    setup.startPassword = "rahasia loket";
    expect(fields(stepErrors("key", setup, repeats("", "rahasia"), false))).toEqual(["startPasswordAgain"]);
    expect(stepErrors("key", setup, repeats("", "rahasia loket"), false)).toEqual([]);
  });
});

it("errors of the program find their step", () => {
  expect([stepOf("officers.1.pin"), stepOf("template"), stepOf("city"), stepOf("startPassword")]).toEqual(["officers", "numbering", "office", "key"]);
  expect(programErrors([{ field: "name", code: "required", detail: null }])[0]?.text).toBe("Isi nama kantor.");
  expect(programErrors([{ field: "officers", code: "no_administrator", detail: null }])[0]?.field).toBe("officers.0.roles");
});

it("refuses the PINs that anybody guesses, as the program does", () => {
  expect(["111111", "123456", "654321", "12345", "1234567", "rahasia", ""].map(pinProblem)).toEqual(["pin_simple", "pin_simple", "pin_simple", "pin_short", "pin_short", "pin_short", "required"]);
  expect([pinProblem("902741"), pinProblem("kata sandi loket")]).toEqual([null, null]);
});
