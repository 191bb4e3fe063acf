/** Points in time that `make bench` measures between, kept by the web view's own performance timeline. */
export type Milestone = 'unlocked' | 'composer-ready';

export function reached(milestone: Milestone): void {
  // jsdom, in which the unit tests run, has no user timing.
  if ('mark' in performance) performance.mark(milestone);
}
