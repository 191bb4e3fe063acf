/** Self-checks of the fake backend; whoever uses it plays the questions through `FakeCheckRun`. */

import {
  BackendError,
  type CheckEvent,
  type CheckFileView,
  type CheckItemView,
  type CheckOffersView,
  type CheckReportView,
  type CheckView,
  type ModelStandingView,
} from './backend';
import type { FakeSafetyContent } from './fake-safety';
import { FakeTemplates, type FakeTemplateContent } from './fake-templates';

export interface FakeCheckContent {
  offers: CheckOffersView;
  /** Newest first. */
  checks: CheckView[];
  /** What any of them has found. */
  report: Omit<CheckReportView, 'check'>;
  checkItems: CheckItemView[];
  standings: ModelStandingView[];
  /** Plays the questions; a test leaves it out and plays them by hand. */
  onCheck: (run: FakeCheckRun) => void;
}

export const CHECKS: FakeCheckContent = {
  offers: {
    model: 'Fake model',
    model_sha256: 'f'.repeat(64),
    tokens_per_second: 800,
    quick: { items: 60, seconds: 170, smallest_difference: 0.28 },
    full: { items: 240, seconds: 5400, smallest_difference: 0.15 },
  },
  checks: [],
  report: { items_version: 1, languages: [], gap: [] },
  checkItems: [],
  standings: [],
  onCheck: () => undefined,
};

/** One stretch of a check, from its beginning or going on to its end or a pause. */
export class FakeCheckRun {
  readonly ended: Promise<boolean>;

  #end: (isWhole: boolean) => void = () => undefined;
  #fail: (error: BackendError) => void = () => undefined;

  constructor(
    readonly id: number,
    readonly total: number,
    private readonly onEvent: (event: CheckEvent) => void,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /** So many questions have a result now. */
  answer(done: number, seconds_left: number): void {
    this.onEvent({ done, total: this.total, seconds_left });
  }

  finish(): void {
    this.#end(true);
  }

  pause(): void {
    this.#end(false);
  }

  fail(code: string): void {
    this.#fail(new BackendError({ code, arguments: [] }));
  }
}

export abstract class FakeChecks extends FakeTemplates {
  /** Every stretch that was run, in order. */
  readonly checkRuns: FakeCheckRun[] = [];

  #checks: CheckView[];

  protected constructor(
    protected override readonly content: FakeSafetyContent & FakeTemplateContent & FakeCheckContent,
  ) {
    super(content);
    this.#checks = content.checks;
  }

  async checkOffers(model: string): Promise<CheckOffersView> {
    await this.step('checkOffers', model);
    return this.content.offers;
  }

  async beginCheck(model: string, items: number): Promise<number> {
    await this.step('beginCheck', model, items);
    const { offers, now } = this.content;
    const begun: CheckView = {
      id: 1 + Math.max(0, ...this.#checks.map(({ id }) => id)),
      model: offers.model,
      model_sha256: model,
      started_at: now(),
      state: 'paused',
      is_full: items === 0,
      items: items === 0 ? offers.full.items : items,
      done: 0,
    };
    this.#checks = [begun, ...this.#checks];
    return begun.id;
  }

  async runCheck(id: number, onEvent: (event: CheckEvent) => void): Promise<boolean> {
    await this.step('runCheck', id);
    const total = 2 * this.#check(id).items;
    const run = new FakeCheckRun(id, total, (event) => {
      this.#change(id, { done: event.done });
      onEvent(event);
    });
    this.checkRuns.push(run);
    this.#change(id, { state: 'running' });
    this.content.onCheck(run);
    try {
      const isWhole = await run.ended;
      this.#change(id, isWhole ? { state: 'complete', done: total } : { state: 'paused' });
      return isWhole;
    } catch (thrown) {
      this.#change(id, { state: 'paused' });
      throw thrown;
    }
  }

  async pauseCheck(): Promise<void> {
    await this.step('pauseCheck');
    this.checkRuns.at(-1)?.pause();
  }

  async checks(): Promise<CheckView[]> {
    await this.step('checks');
    return this.#checks;
  }

  async checkReport(id: number): Promise<CheckReportView> {
    await this.step('checkReport', id);
    return { ...this.content.report, check: this.#check(id) };
  }

  async checkStandings(): Promise<ModelStandingView[]> {
    await this.step('checkStandings');
    return this.content.standings;
  }

  async checkItems(id: number): Promise<CheckItemView[]> {
    await this.step('checkItems', id);
    return this.content.checkItems;
  }

  async deleteCheck(id: number): Promise<void> {
    await this.step('deleteCheck', id);
    this.#checks = this.#checks.filter((check) => check.id !== id);
  }

  async exportCheck(id: number, format: CheckFileView, path: string): Promise<void> {
    await this.step('exportCheck', id, format, path);
  }

  #check(id: number): CheckView {
    const check = this.#checks.find((candidate) => candidate.id === id);
    if (!check) throw new BackendError({ code: 'check-missing', arguments: [] });
    return check;
  }

  #change(id: number, changes: Partial<CheckView>): void {
    this.#checks = this.#checks.map((check) =>
      check.id === id ? { ...check, ...changes } : check,
    );
  }
}
