/** The backups in their folder. */

import { type Backend, type BackupsView, type ErrorView, errorView } from '$lib/backend/backend';

export class Backups {
  #view = $state.raw<BackupsView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #isMaking = $state(false);
  #hasMade = $state(false);

  constructor(private readonly backend: Backend) {}

  get view(): BackupsView | null {
    return this.#view;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** By this window's word, or by the app's own. */
  get isRunning(): boolean {
    return this.#isMaking || (this.#view?.is_running ?? false);
  }

  /** Whether the one that was asked for is there. */
  get hasMade(): boolean {
    return this.#hasMade;
  }

  load(): Promise<void> {
    return this.#try(async () => {
      this.#view = await this.backend.backups();
    });
  }

  async backUp(): Promise<void> {
    if (this.isRunning) return;
    this.#isMaking = true;
    this.#hasMade = false;
    await this.#try(async () => {
      await this.backend.backUp();
      this.#hasMade = true;
      this.#view = await this.backend.backups();
    });
    this.#isMaking = false;
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
