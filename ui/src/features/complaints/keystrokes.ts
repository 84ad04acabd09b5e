/**
 * The sixty-second registration as real keys, in the terms of WebDriver (private-use code points for keys that
 * have no character). `tests/fixtures/keystrokes.json` is this list, for the test that drives the real window.
 */
export const ENTER = "\uE007";
export const TAB = "\uE004";
export const DOWN = "\uE015";
export const CTRL = "\uE009";
/** Releases all modifiers; not a key that a person presses. */
export const RELEASE = "\uE000";

export type Step = { field: string; keys: string };

export const KEY_LIMIT = 170;

export const DESCRIPTION = "sudah dua kali datang, ktp belum dicetak karena blangko habis terus tiap hari";

export const KEYSTROKES: readonly Step[] = [
  { field: "new draft", keys: `${CTRL}n${RELEASE}` },
  { field: "name", keys: `sulastri contohwati${ENTER}` },
  { field: "phone", keys: `089900000139${ENTER}` },
  { field: "nik", keys: ENTER },
  { field: "address", keys: `jl contoh 7 rt4 rw2${ENTER}` },
  { field: "villageCode", keys: `muara${ENTER}` },
  { field: "occupation", keys: ENTER },
  { field: "serviceId", keys: `ktp${DOWN}${ENTER}` },
  { field: "eventDate", keys: `1711${ENTER}` },
  { field: "eventPlace", keys: ENTER },
  { field: "description", keys: `${DESCRIPTION}${TAB}` },
  { field: "loss", keys: `wak${DOWN}${ENTER}` },
  { field: "settlement", keys: `cetak${DOWN}${ENTER}` },
  { field: "register", keys: `${CTRL}${ENTER}${RELEASE}` },
  { field: "print", keys: ENTER },
];

/** Keys that a person presses; modifiers count, releasing them does not. */
export const countKeys = (keys: string): number => [...keys].filter((key) => key !== RELEASE).length;
export const totalKeys = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + countKeys(step.keys), 0);
