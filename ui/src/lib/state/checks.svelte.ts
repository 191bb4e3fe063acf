/** Self-checks of models: what can be begun here, the one that runs, those that were begun, and the one looked at. */

import {
  type Backend,
  type CheckFileView,
  type CheckOffersView,
  type CheckStandingView,
  type CheckView,
  type ErrorView,
  errorView,
  type ModelChoiceView,
  type ModelStandingView,
} from '$lib/backend/backend';

import { CheckResult } from './check-result.svelte';

/** Asks for all items, each with its options in every order. */
export const FULL = 0;

export interface RunningCheck {
  id: number;
  model: string;
  /** Questions that have a result, of all. */
  done: number;
  total: number;
  /** Null until the first of them is answered. */
  secondsLeft: number | null;
  isPausing: boolean;
}

/** What is said where nobody is looking at the panel. */
export type CheckEnd = 'check-complete' | 'check-paused';

export class Checks {
  #isOpen = $state(false);
  #models = $state.raw<readonly ModelChoiceView[]>([]);
  #model = $state('');
  #offers = $state.raw<CheckOffersView | null>(null);
  #isMeasuring = $state(false);
  #list = $state.raw<readonly CheckView[] | null>(null);
  #begun = $state.raw<RunningCheck | null>(null);
  #result = $state.raw<CheckResult | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #standings = $state.raw<readonly ModelStandingView[]>([]);

  readonly #running = $derived(this.#begun ?? runningIn(this.#list));
  readonly #shown = $derived(withRunning(this.#list, this.#begun));

  constructor(
    private readonly backend: Backend,
    /** A check ended while the panel was closed. */
    private readonly onEndUnseen: (end: CheckEnd) => void,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get models(): readonly ModelChoiceView[] {
    return this.#models;
  }

  /** The hash of the one that would be checked; empty where none is installed. */
  get model(): string {
    return this.#model;
  }

  /** Null until the model has been measured. */
  get offers(): CheckOffersView | null {
    return this.#offers;
  }

  get isMeasuring(): boolean {
    return this.#isMeasuring;
  }

  /** Newest first; null until the app has said. */
  get list(): readonly CheckView[] | null {
    return this.#shown;
  }

  /** Begun by this page, or before it was loaded anew. */
  get running(): RunningCheck | null {
    return this.#running;
  }

  /** Whether what runs tells this page of it; otherwise it has to be asked. */
  get isTold(): boolean {
    return this.#begun !== null;
  }

  get result(): CheckResult | null {
    return this.#result;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** `usual` is the model that questions go to, which may be a file that was named and is not installed. */
  async open(usual: ModelChoiceView): Promise<void> {
    this.#isOpen = true;
    await this.load();
    await this.#try(async () => {
      const installed = await this.backend.installedModels();
      const isMissing =
        usual.sha256 !== '' && !installed.some((one) => one.sha256 === usual.sha256);
      this.#models = isMissing ? [usual, ...installed] : installed;
      const hashes = this.#models.map(({ sha256 }) => sha256);
      if (hashes.includes(this.#model)) return;
      this.choose(hashes.includes(usual.sha256) ? usual.sha256 : (hashes[0] ?? ''));
    });
  }

  close(): void {
    this.#isOpen = false;
    this.#result = null;
    this.#failure = null;
  }

  /** What was read leaves the page. */
  clear(): void {
    this.close();
    this.#offers = null;
    this.#list = null;
    this.#standings = [];
    this.#begun = null;
  }

  load(): Promise<void> {
    return this.#try(async () => {
      this.#list = await this.backend.checks();
    });
  }

  /** What is said beside answers; asked again whenever a check became whole or was deleted. */
  loadStandings(): Promise<void> {
    return this.#try(async () => {
      this.#standings = await this.backend.checkStandings();
    });
  }

  /** What its newest whole check has to say beside a model's answers in a language; names of messages. */
  noticesFor(model: string, language: string): string[] {
    const found = this.#standings.filter(
      (standing) => standing.model_sha256 === model && standing.language === language,
    );
    const notices: Record<CheckStandingView, string[]> = {
      no_better_than_guessing: ['notice-check-guessing'],
      not_shown_above_half: ['notice-check-half'],
      above_half: [],
    };
    return found.flatMap(({ standing }) => notices[standing]);
  }

  choose(model: string): void {
    this.#model = model;
    this.#offers = null;
  }

  async measure(): Promise<void> {
    const model = this.#model;
    this.#failure = null;
    this.#offers = null;
    this.#isMeasuring = true;
    await this.#try(async () => {
      const offers = await this.backend.checkOffers(model);
      if (model === this.#model) this.#offers = offers;
    });
    this.#isMeasuring = false;
  }

  /** Of what was measured; `FULL` for all items. */
  async begin(items: number): Promise<void> {
    const offers = this.#offers;
    if (!offers || this.#running) return;
    this.#failure = null;
    await this.#try(async () => {
      const id = await this.backend.beginCheck(offers.model_sha256, items);
      this.#list = await this.backend.checks();
      this.#offers = null;
      await this.goOn(id);
    });
  }

  /** Asks what has no result yet. */
  async goOn(id: number): Promise<void> {
    const check = this.#list?.find((candidate) => candidate.id === id);
    if (!check || this.#running) return;
    this.#failure = null;
    this.#result = null;
    const isWhole = await this.#run(runningOf(check));
    void this.loadStandings();
    await this.load();
    if (!this.#isOpen) this.onEndUnseen(isWhole ? 'check-complete' : 'check-paused');
    else if (isWhole && !this.result) await this.show(id);
  }

  async pause(): Promise<void> {
    if (this.#begun) this.#begun = { ...this.#begun, isPausing: true };
    await this.#try(() => this.backend.pauseCheck());
  }

  async show(id: number): Promise<void> {
    this.#failure = null;
    await this.#try(async () => {
      const report = await this.backend.checkReport(id);
      this.#result = new CheckResult(report, await this.backend.checkItems(id));
    });
  }

  back(): void {
    this.#result = null;
    this.#failure = null;
  }

  async delete(id: number): Promise<void> {
    this.#failure = null;
    await this.#try(async () => {
      await this.backend.deleteCheck(id);
      this.#result = null;
    });
    void this.loadStandings();
    await this.load();
  }

  /** Rejects: the dialog that asks for the path shows why. */
  export(id: number, format: CheckFileView, path: string): Promise<void> {
    return this.backend.exportCheck(id, format, path);
  }

  /** Whether every question has its result now. */
  async #run(begun: RunningCheck): Promise<boolean> {
    this.#begun = begun;
    try {
      return await this.backend.runCheck(begun.id, ({ done, total, seconds_left }) => {
        const isPausing = this.#begun?.isPausing ?? false;
        this.#begun = { ...begun, done, total, secondsLeft: seconds_left, isPausing };
      });
    } catch (thrown) {
      this.#failure = errorView(thrown);
      return false;
    } finally {
      this.#begun = null;
    }
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}

function runningIn(list: readonly CheckView[] | null): RunningCheck | null {
  const check = list?.find(({ state }) => state === 'running');
  return check ? runningOf(check) : null;
}

/** The list as it was last read, with what has become of the one that runs. */
function withRunning(
  list: readonly CheckView[] | null,
  begun: RunningCheck | null,
): readonly CheckView[] | null {
  if (!list || !begun) return list;
  return list.map((check) =>
    check.id === begun.id ? { ...check, state: 'running', done: begun.done } : check,
  );
}

function runningOf({ id, model, items, done }: CheckView): RunningCheck {
  return { id, model, done, total: questionsOf(items), secondsLeft: null, isPausing: false };
}

/** Each item is asked in English and in Arabic. */
export function questionsOf(items: number): number {
  return 2 * items;
}
