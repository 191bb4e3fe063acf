/** What stands between generated text and a patient: its limits are read once, and copies may be signed. */

import {
  type Backend,
  type ErrorView,
  errorView,
  type RecordView,
  type SafeguardsView,
} from '$lib/backend/backend';

export class Safeguards {
  #view = $state.raw<SafeguardsView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);

  /** Whoever signed last, for as long as the store is open. */
  signer = $state('');

  constructor(private readonly backend: Backend) {}

  /** Nothing is asked before this was read. Unknown is no reason to keep somebody from the conversations. */
  get mustAcknowledge(): boolean {
    return this.#view?.is_acknowledged === false;
  }

  get signsRecords(): boolean {
    return this.#view?.signs_records ?? false;
  }

  /** Why the last change was not kept. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  load(): Promise<void> {
    return this.#try(async () => {
      this.#view = await this.backend.safeguards();
    });
  }

  acknowledge(): Promise<void> {
    return this.#try(async () => {
      await this.backend.acknowledgeIntendedUse();
      if (this.#view) this.#view = { ...this.#view, is_acknowledged: true };
    });
  }

  setSignsRecords(on: boolean): Promise<void> {
    return this.#try(async () => {
      await this.backend.setSignsRecords(on);
      if (this.#view) this.#view = { ...this.#view, signs_records: on };
    });
  }

  /** An answer as it is copied into a record, under the signer's name and this clock's time. */
  signed(turn: string, answer: string): Promise<RecordView> {
    const minutesAhead = -new Date().getTimezoneOffset();
    return this.backend.signedRecordText(turn, answer, this.signer.trim(), minutesAhead);
  }

  /** Nobody is signed in any longer. */
  clear(): void {
    this.#view = null;
    this.#failure = null;
    this.signer = '';
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
