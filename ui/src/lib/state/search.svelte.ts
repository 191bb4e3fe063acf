/** One box over every title, question and answer: what is asked for, and what was found. */

import {
  type Backend,
  type ErrorView,
  errorView,
  type HitRangeView,
  type SearchArchiveView,
  type SearchHitView,
  type SearchRequestView,
} from '$lib/backend/backend';

/** Typing pauses this long between words more often than within them. */
const ASK_AFTER_MS = 120;
const DAY_MS = 24 * 60 * 60 * 1000;

export const PERIODS = ['any', 'week', 'month', 'year', 'between'] as const;
export type Period = (typeof PERIODS)[number];

export const ARCHIVES = ['both', 'outside', 'inside'] as const;

const DAYS: Partial<Record<Period, number>> = { week: 7, month: 30, year: 365 };

/** Words of a turn that a search has led to. */
export interface Found {
  turn: string;
  /** Empty for the question. */
  answer: string;
  /** In UTF-16 units of the stored text. */
  ranges: readonly HitRangeView[];
}

export interface Filters {
  period: Period;
  /** Days as a date field gives them, such as `2026-03-31`; for the period `between`. */
  first: string;
  last: string;
  folder: string;
  model: string;
  archive: SearchArchiveView;
}

const NO_FILTERS: Filters = {
  period: 'any',
  first: '',
  last: '',
  folder: '',
  model: '',
  archive: 'both',
};

export class Search {
  #text = $state('');
  #filters = $state.raw<Filters>(NO_FILTERS);
  #hits = $state.raw<readonly SearchHitView[]>([]);
  /** What the hits belong to; empty until the first answer. */
  #answered = $state('');
  #next = $state<number | null>(null);
  #isIncomplete = $state(false);
  #failure = $state.raw<ErrorView | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked, so that a late answer to an older text is told apart. */
  #call = 0;

  constructor(
    private readonly backend: Backend,
    private readonly now: () => number,
  ) {}

  get text(): string {
    return this.#text;
  }

  get filters(): Filters {
    return this.#filters;
  }

  get hits(): readonly SearchHitView[] {
    return this.#hits;
  }

  /** The words were looked for, and are nowhere. */
  get foundNothing(): boolean {
    return this.#answered !== '' && this.#hits.length === 0;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  type(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    // What is on its way answers an older text.
    this.#call += 1;
    if (text.trim() === '') this.#forget();
    else this.#timer = setTimeout(() => void this.#ask(null), ASK_AFTER_MS);
  }

  filter(changes: Partial<Filters>): void {
    this.#filters = { ...this.#filters, ...changes };
    void this.again();
  }

  /** Looks again, since conversations may have changed. */
  async again(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#text.trim() !== '') await this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.#next !== null) await this.#ask(this.#next);
  }

  async #ask(after: number | null): Promise<void> {
    const call = ++this.#call;
    const text = this.#text;
    try {
      const page = await this.backend.search(this.#request(text, after));
      if (call !== this.#call) return;
      this.#hits = after === null ? page.hits : [...this.#hits, ...page.hits];
      this.#next = page.next ?? null;
      this.#isIncomplete = page.is_index_incomplete;
      this.#answered = text;
      this.#failure = null;
    } catch (thrown) {
      if (call === this.#call) this.#failure = errorView(thrown);
    }
  }

  #request(text: string, after: number | null): SearchRequestView {
    const { period, first, last, folder, model, archive } = this.#filters;
    const days = DAYS[period];
    const isBetween = period === 'between';
    return {
      text,
      from:
        days === undefined ? (isBetween ? midnight(first, 0) : null) : this.now() - days * DAY_MS,
      // The last day is meant to its end.
      before: isBetween ? midnight(last, 1) : null,
      folder,
      model,
      archive,
      after,
    };
  }

  #forget(): void {
    this.#hits = [];
    this.#next = null;
    this.#answered = '';
    this.#isIncomplete = false;
    this.#failure = null;
  }
}

/** The beginning of a day of this place, or of one some days later; null where no day is given. */
function midnight(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date + later).getTime();
}
