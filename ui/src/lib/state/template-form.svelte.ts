/** A form that is filled in, and the text that it makes of exactly these entries. */

import {
  type Backend,
  type ErrorView,
  errorView,
  type FilledTemplateView,
  type TemplateEntryRequest,
  type TemplateFormView,
  type TemplateProblemView,
} from '$lib/backend/backend';

/** The languages that templates are written in. */
export const TEMPLATE_LANGUAGES = ['en', 'ar'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

const NOTHING: FilledTemplateView = { text: '', preview: [], problems: [] };

export class TemplateForm {
  #language = $state<TemplateLanguage>('en');
  #entries = $state.raw<readonly TemplateEntryRequest[]>([]);
  #filled = $state.raw<FilledTemplateView>(NOTHING);
  #failure = $state.raw<ErrorView | null>(null);
  #touched = $state.raw<ReadonlySet<string>>(new Set());
  /** Counts what was asked and what has been answered: a text of older entries is never used. */
  #asked = $state(0);
  #answered = $state(0);

  constructor(
    private readonly backend: Backend,
    readonly view: TemplateFormView,
    language: TemplateLanguage,
  ) {
    this.#language = language;
    this.#entries = view.fields.map(({ key, offered, units }) => ({
      field: key,
      text: offered,
      unit: units[0]?.key ?? '',
    }));
  }

  /** Takes over what was entered in the same form before. */
  goOnFrom(left: TemplateForm): void {
    this.#language = left.language;
    this.#entries = this.#entries.map(
      (entry) => left.entries.find(({ field }) => field === entry.field) ?? entry,
    );
  }

  /** Of the text that is made. */
  get language(): TemplateLanguage {
    return this.#language;
  }

  get filled(): FilledTemplateView {
    return this.#filled;
  }

  get entries(): readonly TemplateEntryRequest[] {
    return this.#entries;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** Whether the text is that of the entries, and nothing stands in the way of using it. */
  get isWhole(): boolean {
    return this.#answered === this.#asked && this.#filled.problems.length === 0;
  }

  entry(field: string): TemplateEntryRequest {
    return this.#entries.find((entry) => entry.field === field) ?? { field, text: '', unit: '' };
  }

  /** What is wrong with a field; that nothing stands in it is said once it has been left or asked for. */
  problem(field: string): TemplateProblemView | undefined {
    const found = this.#filled.problems.find((problem) => problem.field === field);
    return found?.code === 'missing' && !this.#touched.has(field) ? undefined : found;
  }

  /** From now on also what is missing there is said. */
  touch(...fields: string[]): void {
    this.#touched = new Set([...this.#touched, ...fields]);
  }

  /** Says all that stands in the way, and where the first of it is. */
  firstProblem(): string | undefined {
    this.touch(...this.view.fields.map(({ key }) => key));
    return this.#filled.problems[0]?.field;
  }

  change(field: string, change: Partial<TemplateEntryRequest>): Promise<void> {
    this.#entries = this.#entries.map((entry) =>
      entry.field === field ? { ...entry, ...change } : entry,
    );
    return this.fill();
  }

  speak(language: TemplateLanguage): Promise<void> {
    this.#language = language;
    return this.fill();
  }

  async fill(): Promise<void> {
    this.#asked += 1;
    const call = this.#asked;
    try {
      const entries = [...this.#entries];
      const filled = await this.backend.fillTemplate(this.view.id, this.#language, entries);
      if (call !== this.#asked) return;
      this.#filled = filled;
      this.#failure = null;
      this.#answered = call;
    } catch (thrown) {
      if (call === this.#asked) this.#failure = errorView(thrown);
    }
  }
}
