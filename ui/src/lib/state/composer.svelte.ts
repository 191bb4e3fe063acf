/** What is being typed, and its copy in the store. A draft may outlive everything but its sending. */

import type { Backend, ErrorView } from '$lib/backend/backend';
import { errorView } from '$lib/backend/backend';

/** Long enough to spare the disk at each key, short enough that a crash costs a word or two. */
const SAVE_AFTER_MS = 400;

export class Composer {
  #text = $state('');
  #failure = $state.raw<ErrorView | null>(null);

  /** The question is on its way to the store; the text may not change until that is known. */
  sending = $state(false);

  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    private readonly conversation: () => string,
    draft: string,
  ) {
    this.#text = draft;
    this.#saved = draft;
  }

  get text(): string {
    return this.#text;
  }

  /** Why the draft could not be saved; null again once it could. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  get isBlank(): boolean {
    return this.#text.trim() === '';
  }

  type(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** Saves now what has not been saved; saves never overtake each other. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    const conversation = this.conversation();
    this.#saving = this.#saving.then(() => this.#write(conversation));
    return this.#saving;
  }

  /** The store holds the question now. */
  clear(): void {
    this.#text = '';
    void this.save();
  }

  async #write(conversation: string): Promise<void> {
    const text = this.#text;
    if (text === this.#saved) return;
    try {
      await this.backend.saveDraft(conversation, text);
      this.#saved = text;
      this.#failure = null;
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
