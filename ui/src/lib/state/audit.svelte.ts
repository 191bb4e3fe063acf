/** The audit chain, newest first, and what checking it has shown. */

import { type AuditEntryView, type Backend, type ErrorView, errorView } from '$lib/backend/backend';

const FROM_THE_NEWEST = 0;

export class Audit {
  #entries = $state.raw<readonly AuditEntryView[]>([]);
  #hasMore = $state(false);
  #head = $state('');
  #failure = $state.raw<ErrorView | null>(null);
  #checked = $state<'nothing' | 'chain' | 'earlier' | 'store'>('nothing');
  #isChecking = $state(false);

  constructor(private readonly backend: Backend) {}

  get entries(): readonly AuditEntryView[] {
    return this.#entries;
  }

  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** Known once the chain has been found whole: `entries:code`. */
  get head(): string {
    return this.#head;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** What was found whole last. */
  get checked(): 'nothing' | 'chain' | 'earlier' | 'store' {
    return this.#checked;
  }

  get isChecking(): boolean {
    return this.#isChecking;
  }

  load(): Promise<void> {
    this.#checked = 'nothing';
    return this.#try(async () => {
      const { entries, has_more } = await this.backend.audit(FROM_THE_NEWEST);
      this.#entries = entries;
      this.#hasMore = has_more;
    });
  }

  more(): Promise<void> {
    return this.#try(async () => {
      const oldest = this.#entries.at(-1)?.number ?? FROM_THE_NEWEST;
      const { entries, has_more } = await this.backend.audit(oldest);
      this.#entries = [...this.#entries, ...entries];
      this.#hasMore = has_more;
    });
  }

  /** Without an earlier head the chain by itself; with one, that it goes on from there. */
  async verify(earlier: string): Promise<void> {
    await this.#check(async () => {
      this.#head = await this.backend.verifyAudit(earlier.replace(/\s+/gu, ''));
      this.#checked = earlier.trim() === '' ? 'chain' : 'earlier';
    });
  }

  async verifyStore(): Promise<void> {
    await this.#check(async () => {
      await this.backend.verifyStore();
      this.#checked = 'store';
    });
  }

  async #check(step: () => Promise<void>): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    this.#checked = 'nothing';
    await this.#try(step);
    this.#isChecking = false;
  }

  async #try(step: () => Promise<void>): Promise<void> {
    this.#failure = null;
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
