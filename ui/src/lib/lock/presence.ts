/** Tells the app that somebody is here: a key, a pointer, a wheel. The app counts from there and locks. */

/** More often would say nothing more: the shortest time until a lock is a minute. */
export const SAID_AT_MOST_EVERY_MS = 10_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Returns how to stop. `now` is in milliseconds and never goes back. */
export function watchPresence(
  onSign: () => void,
  now: () => number = () => performance.now(),
): () => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  const onEvent = (): void => {
    const at = now();
    if (at - saidAt < SAID_AT_MOST_EVERY_MS) return;
    saidAt = at;
    onSign();
  };
  for (const sign of SIGNS) {
    window.addEventListener(sign, onEvent, { capture: true, passive: true });
  }
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, onEvent, { capture: true });
  };
}
