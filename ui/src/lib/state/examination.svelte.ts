/** What the app says of a draft: its language, how it will be read, what needs a second look. */

import type { Backend, DraftView } from '$lib/backend/backend';

/** Typing pauses this long between words more often than within them. */
const EXAMINE_AFTER_MS = 150;

export class Examination {
  #view = $state.raw<DraftView | null>(null);
  #chosen = $state('');

  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked, so that a late answer about an older text is told apart. */
  #call = 0;

  constructor(
    private readonly backend: Backend,
    draft: string,
  ) {
    this.take(draft);
  }

  /** Null for a blank draft, and until the first examination has come back. */
  get view(): DraftView | null {
    return this.#view;
  }

  /** The language that somebody has set; empty where it is to be detected. */
  get chosen(): string {
    return this.#chosen;
  }

  /** The draft has changed. What is shown of the older one stays until the new one has been examined. */
  take(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    if (text.trim() !== '') {
      this.#timer = setTimeout(() => void this.#examine(), EXAMINE_AFTER_MS);
      return;
    }
    this.#call += 1;
    this.#view = null;
  }

  choose(language: string): void {
    this.#chosen = language;
    clearTimeout(this.#timer);
    if (this.#text.trim() !== '') void this.#examine();
  }

  /** The question is in the store: the next one may be in another language. */
  reset(): void {
    this.#chosen = '';
    this.take('');
  }

  async #examine(): Promise<void> {
    this.#call += 1;
    const call = this.#call;
    // What cannot be examined can still be sent.
    const view = await this.backend.examineDraft(this.#text, this.#chosen).catch(() => null);
    if (call === this.#call) this.#view = view;
  }
}
