/** What was just done, said for some seconds, with a way back where there is one. */

/** Long enough to be read and reached by key; the bin keeps a deleted conversation for longer. */
const SAID_FOR_MS = 10_000;

export interface Deed {
  /** Names the message that says it. */
  says: string;
  variables: Record<string, string>;
  undo?: () => void;
}

export class LastDeed {
  #deed = $state.raw<Deed | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get deed(): Deed | null {
    return this.#deed;
  }

  say(deed: Deed): void {
    this.#deed = deed;
    this.resume();
  }

  undo(): void {
    const undo = this.#deed?.undo;
    this.forget();
    undo?.();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#deed = null;
  }

  /** It stays while somebody is at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.forget(), SAID_FOR_MS);
  }
}
