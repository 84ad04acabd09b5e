/** Locks a screen that nobody uses: announced before, put off by any key or pointer. */

export const ANNOUNCE_SECONDS = 30;

type Options = { minutes: number; announce: () => void; withdraw: () => void; lock: () => void };

/** Watches until the returned function is called. With 0 minutes nothing is locked. */
export function watchIdle({ minutes, announce, withdraw, lock }: Options): () => void {
  if (minutes <= 0) return () => {};
  let warning: ReturnType<typeof setTimeout>;
  let end: ReturnType<typeof setTimeout>;
  let announced = false;

  const restart = () => {
    clearTimeout(warning);
    clearTimeout(end);
    if (announced) withdraw();
    announced = false;
    warning = setTimeout(() => {
      announced = true;
      announce();
    }, minutes * 60_000 - ANNOUNCE_SECONDS * 1000);
    end = setTimeout(lock, minutes * 60_000);
  };
  const events = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
  for (const name of events) window.addEventListener(name, restart, { passive: true });
  restart();
  return () => {
    clearTimeout(warning);
    clearTimeout(end);
    for (const name of events) window.removeEventListener(name, restart);
  };
}
