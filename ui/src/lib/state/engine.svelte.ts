/** The model that questions go to, and what the engine is doing with it. */

import type { Backend, EngineView, ModelView } from '$lib/backend/backend';

const NO_MODEL: ModelView = { name: '', file: '', sha256: '', notices: [] };

export class Engine {
  #state = $state.raw<EngineView>({ kind: 'off' });
  #model = $state.raw<ModelView | null>(null);

  constructor(private readonly backend: Backend) {}

  get state(): EngineView {
    return this.#state;
  }

  get model(): ModelView {
    return this.#model ?? NO_MODEL;
  }

  /** There surely is none, rather than not known yet. */
  get hasNoModel(): boolean {
    return this.#model?.name === '';
  }

  async readModel(): Promise<void> {
    this.#model = await this.backend.model();
  }

  async watch(): Promise<void> {
    await this.backend.watchEngine((state) => {
      this.#state = state;
      // The hash becomes known while the file is read for the first time.
      if (state.kind === 'ready' && this.#model?.sha256 === '') void this.#readHash();
    });
  }

  async #readHash(): Promise<void> {
    this.#model = await this.backend.model().catch(() => this.#model);
  }
}
