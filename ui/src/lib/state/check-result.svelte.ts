/** A check that is looked at: what it found, and those of its questions that are to be seen. */

import type { CheckItemView, CheckReportView } from '$lib/backend/backend';

/** In the order that they are offered. */
export const OUTCOMES = ['right', 'wrong', 'not-asked'] as const;
export type CheckOutcome = (typeof OUTCOMES)[number];

/** Any of them. */
export const ANY = '' as const;

export interface CheckFilter {
  language: string;
  subject: string;
  outcome: CheckOutcome | typeof ANY;
}

/** As many questions as are drawn at once. */
const PAGE = 20;

const NOT_ASKED = -1;

export class CheckResult {
  #filter = $state.raw<CheckFilter>({ language: ANY, subject: ANY, outcome: ANY });
  #drawn = $state(PAGE);
  readonly #found = $derived.by(() => this.items.filter((item) => fits(item, this.#filter)));

  constructor(
    readonly report: CheckReportView,
    readonly items: readonly CheckItemView[],
  ) {}

  get filter(): CheckFilter {
    return this.#filter;
  }

  /** How many questions fit. */
  get count(): number {
    return this.#found.length;
  }

  /** The first of those that fit. */
  get drawn(): readonly CheckItemView[] {
    return this.#found.slice(0, this.#drawn);
  }

  get hasMore(): boolean {
    return this.#drawn < this.#found.length;
  }

  /** In the order that they come. */
  get subjects(): string[] {
    return [...new Set(this.items.map(({ subject }) => subject))];
  }

  /** The clinicians who reviewed any of the questions. */
  get reviewers(): string[] {
    return [...new Set(this.items.map((item) => item.reviewed_by))].filter((name) => name !== '');
  }

  narrow(changes: Partial<CheckFilter>): void {
    this.#filter = { ...this.#filter, ...changes };
    this.#drawn = PAGE;
  }

  more(): void {
    this.#drawn += PAGE;
  }

  /** Of the questions that were asked in both languages, how many were right in one: from 0 to 1. */
  shareOfPaired(language: string): number {
    const asked = this.items.filter(({ chosen }) => chosen !== NOT_ASKED);
    const others = new Set(
      asked.filter((item) => item.language !== language).map(({ item }) => item),
    );
    const paired = asked.filter((item) => item.language === language && others.has(item.item));
    const right = paired.filter((item) => outcomeOf(item) === 'right');
    return right.length / Math.max(paired.length, 1);
  }
}

export function outcomeOf({ correct, chosen }: CheckItemView): CheckOutcome {
  if (chosen === NOT_ASKED) return 'not-asked';
  return chosen === correct ? 'right' : 'wrong';
}

function fits(item: CheckItemView, { language, subject, outcome }: CheckFilter): boolean {
  return (
    (language === ANY || item.language === language) &&
    (subject === ANY || item.subject === subject) &&
    (outcome === ANY || outcomeOf(item) === outcome)
  );
}
