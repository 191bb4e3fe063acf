/** What is being typed, and its copy in the store. A draft may outlive everything but its sending. */

import { type Backend, type ErrorView, errorView, type HintView } from '$lib/backend/backend';

import { Examination } from './examination.svelte';
import { type Pasted, restored } from './pasted';

/** Long enough to spare the disk at each key, short enough that a crash costs a word or two. */
const SAVE_AFTER_MS = 400;

/** Puts a text into the store; an empty one takes it out of there. */
export type Keep = (text: string) => Promise<void>;

export class Composer {
  #text = $state('');
  #failure = $state.raw<ErrorView | null>(null);
  #pasted = $state.raw<Pasted | null>(null);

  readonly examination: Examination;

  /** The question is on its way to the store; the text may not change until that is known. */
  sending = $state(false);

  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #pasting: Promise<void> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    /** Where the text is kept at present; null for one that is never written to the disk. */
    private readonly keeper: () => Keep | null,
    draft: string,
  ) {
    this.#text = draft;
    this.#saved = draft;
    this.examination = new Examination(backend, draft);
  }

  get text(): string {
    return this.#text;
  }

  /** Why the draft could not be saved or a text not be pasted; null again once it could be saved. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  get isBlank(): boolean {
    return this.#text.trim() === '';
  }

  /** The last paste, where something was left out of it. */
  get pasted(): Pasted | null {
    return this.#pasted;
  }

  /** Whether the last paste can still be inserted as the clipboard held it. */
  get canRestore(): boolean {
    return this.#pasted !== null && restored(this.#text, this.#pasted) !== undefined;
  }

  type(text: string): void {
    this.#text = text;
    this.examination.take(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /**
   * Has pasted text freed of what nobody can see; `insert` then puts it into the field and says where.
   * What cannot be freed is not inserted.
   */
  paste(raw: string, insert: (text: string) => number): Promise<void> {
    this.#pasting = this.#pasting.then(() => this.#receive(raw, insert));
    return this.#pasting;
  }

  /** Inserts the last paste as the clipboard held it. */
  restorePaste(): void {
    const text = this.#pasted ? restored(this.#text, this.#pasted) : undefined;
    this.#pasted = null;
    if (text !== undefined) this.type(text);
  }

  forgetPaste(): void {
    this.#pasted = null;
  }

  /** Whether a dialect word still stands where it was found, without its term behind it. */
  canAddTerm({ phrase, standard, start, end }: HintView): boolean {
    return (
      this.#text.slice(start, end) === phrase && !this.#text.startsWith(inBrackets(standard), end)
    );
  }

  /** Puts the clinical term behind a dialect word, which stays as it was written. */
  addTerm(hint: HintView): void {
    if (!this.canAddTerm(hint)) return;
    const { end, standard } = hint;
    this.type(this.#text.slice(0, end) + inBrackets(standard) + this.#text.slice(end));
  }

  /** Everything that was pasted stands in the draft, and the store has the draft. */
  async settle(): Promise<void> {
    await this.#pasting;
    await this.save();
  }

  /** Saves now what has not been saved; saves never overtake each other. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    const keep = this.keeper();
    this.#saving = this.#saving.then(() => this.#write(keep));
    return this.#saving;
  }

  /** What was typed is a question of the store now, or was given up. */
  clear(): Promise<void> {
    this.#text = '';
    this.#pasted = null;
    this.examination.reset();
    return this.save();
  }

  async #receive(raw: string, insert: (text: string) => number): Promise<void> {
    try {
      const view = await this.backend.receivePaste(raw);
      // A text field knows one kind of line end.
      const text = view.text.replace(/\r\n?/gu, '\n');
      const at = insert(text);
      this.#pasted = view.removed.length > 0 ? { raw, text, at, removed: view.removed } : null;
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }

  async #write(keep: Keep | null): Promise<void> {
    const text = this.#text;
    if (keep === null || text === this.#saved) return;
    try {
      await keep(text);
      this.#saved = text;
      this.#failure = null;
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}

function inBrackets(term: string): string {
  return ` (${term})`;
}
