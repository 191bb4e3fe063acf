/** One tool with what has been entered, and the answer to exactly that. */

import {
  type Backend,
  type BedsideAnswerView,
  type BedsideCardView,
  type BedsideFormView,
  type BedsideOfferView,
  type BedsideProblemView,
  type EntryRequest,
  type ErrorView,
  errorView,
  type TextView,
} from '$lib/backend/backend';

import { blankEntries, changed, type Entries } from './entry';

export class ToolCard {
  #form = $state.raw<BedsideFormView>() as BedsideFormView;
  #entries = $state.raw<Entries>({});
  #answer = $state.raw<BedsideAnswerView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #offers = $state.raw<BedsideOfferView[]>([]);
  /** Counts what was asked and what has been answered: an answer to older entries is never shown. */
  #asked = $state(0);
  #answered = $state(0);
  #offering = 0;

  constructor(
    private readonly backend: Backend,
    private readonly units: Map<string, string>,
    form: BedsideFormView,
    private language: string,
  ) {
    this.#form = form;
    this.#entries = blankEntries(form, units);
  }

  get form(): BedsideFormView {
    return this.#form;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** Whether the entries have changed since what is shown was calculated. */
  get isStale(): boolean {
    return this.#answered !== this.#asked;
  }

  get card(): BedsideCardView | null {
    return this.#answer?.cards[0] ?? null;
  }

  /** The labels of what is missing, once anything has been entered. */
  get missing(): TextView[] {
    const isBlank = Object.values(this.#entries).every(({ text }) => text.trim() === '');
    if (isBlank) return [];
    const missing = new Set(
      this.#answer?.problems.filter(({ code }) => code === 'missing').map(({ field }) => field),
    );
    return this.#form.fields.filter(({ key }) => missing.has(key)).map(({ label }) => label);
  }

  entry(field: string): EntryRequest {
    return this.#entries[field] ?? { field, text: '', unit: '', confirmed: false };
  }

  /** What is wrong with a field, unless it is only still blank. */
  problem(field: string): BedsideProblemView | undefined {
    if (this.isStale) return undefined;
    return this.#answer?.problems.find((one) => one.field === field && one.code !== 'missing');
  }

  /** How a number was read that is not plainly written. */
  remark(field: string): TextView | undefined {
    if (this.isStale) return undefined;
    return this.#answer?.remarks.find((one) => one.field === field)?.said;
  }

  /** What a person has written that the field can take, while nothing stands in it. */
  offers(field: string): BedsideOfferView[] {
    if (this.entry(field).text !== '') return [];
    return this.#offers.filter((offer) => offer.field === field);
  }

  /** Looks for values in what a person wrote, newest first; nothing is filled in. */
  async lookIn(told: readonly string[]): Promise<void> {
    this.#offering += 1;
    const call = this.#offering;
    if (told.length === 0) {
      this.#offers = [];
      return;
    }
    // A tool without offers asks for everything, as it would without a conversation.
    const offers = await this.backend
      .bedsideOffers(this.#form.key, this.language, [...told])
      .catch(() => []);
    if (call === this.#offering) this.#offers = offers;
  }

  /** Resolves when the answer to this or to something newer is there. */
  change(field: string, change: Partial<EntryRequest>): Promise<void> {
    const entry = changed(this.entry(field), change);
    this.#entries = { ...this.#entries, [field]: entry };
    if (change.unit) this.units.set(field, change.unit);
    return this.#evaluate();
  }

  clear(): Promise<void> {
    this.#entries = blankEntries(this.#form, this.units);
    return this.#evaluate();
  }

  /** Says everything anew in another language; what was entered stays. */
  async speak(form: BedsideFormView, language: string): Promise<void> {
    this.#form = form;
    this.language = language;
    if (this.#answer) await this.#evaluate();
  }

  async #evaluate(): Promise<void> {
    this.#asked += 1;
    const call = this.#asked;
    try {
      const entries = Object.values(this.#entries);
      const answer = await this.backend.bedsideEvaluate(this.#form.key, this.language, entries);
      if (call !== this.#asked) return;
      this.#answer = answer;
      this.#failure = null;
    } catch (thrown) {
      if (call !== this.#asked) return;
      this.#answer = null;
      this.#failure = errorView(thrown);
    }
    this.#answered = call;
  }
}
