/** Numbers of one stack at a look: "0004–0005"; in full where more than the count differs. */
export function rangeOf(numbers: readonly string[]): string {
  const first = numbers[0] ?? "";
  const last = numbers.at(-1) ?? "";
  if (first === last) return first;
  const [from, to] = [first.split(/(\d+)/), last.split(/(\d+)/)];
  const differing = from.flatMap((run, at) => (run === to[at] ? [] : [at]));
  const [at, ...more] = differing;
  const isCount = at !== undefined && more.length === 0 && from.length === to.length && at % 2 === 1;
  return isCount ? `${from[at]}–${to[at]}` : `${first} – ${last}`;
}
