/** Why a PIN or password cannot be used, as a code of the program, which decides again; this saves the way there. */
export function pinProblem(pin: string): "required" | "pin_short" | "pin_simple" | null {
  if (pin === "") return "required";
  if (!/^\d+$/.test(pin)) return pin.length >= 8 && pin.length <= 128 ? null : "pin_short";
  if (pin.length !== 6) return "pin_short";
  const digits = [...pin].map(Number);
  const steady = (step: number) => digits.every((digit, i) => i === 0 || digit - (digits[i - 1] ?? 0) === step);
  return steady(0) || steady(1) || steady(-1) ? "pin_simple" : null;
}
