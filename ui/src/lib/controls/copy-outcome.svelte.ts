/** How a copy went, said for a moment. */

import type { IconName } from '$lib/icons/drawings';

const SAID_FOR_MS = 1600;

export class CopyOutcome {
  #kind = $state<'none' | 'done' | 'failed'>('none');

  get kind(): 'none' | 'done' | 'failed' {
    return this.#kind;
  }

  /** Says whether the system took the copy. */
  say(isTaken: boolean): void {
    this.#kind = isTaken ? 'done' : 'failed';
    setTimeout(() => (this.#kind = 'none'), SAID_FOR_MS);
  }

  /** The sign of its button, which is another one at rest. */
  icon(atRest: IconName): IconName {
    const signs = { none: atRest, done: 'check', failed: 'warning' } as const;
    return signs[this.#kind];
  }

  /** The message of its button, from what it does and that it has been done. */
  message(says: string, saysDone: string): string {
    return { none: says, done: saysDone, failed: 'copy-failed' }[this.#kind];
  }
}
