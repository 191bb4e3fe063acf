/** How answers are drawn, for all conversations and for one, and how the engine is run. */

import {
  type AnsweringView,
  type Backend,
  type ErrorView,
  errorView,
  type SamplingFigureName,
  NEW_CONVERSATION,
  type OwnFiguresView,
} from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';

/** A conversation whose own figures are looked at. */
interface Edited {
  id: string;
  view: OwnFiguresView;
}

export class Answering {
  #view = $state.raw<AnsweringView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #edited = $state.raw<Edited | null>(null);
  /** Conversations that are known to have figures of their own. */
  #own = $state.raw<ReadonlySet<string>>(new Set());
  #isRestarting = $state(false);

  constructor(private readonly backend: Backend) {}

  /** Null until the app has said. */
  get view(): AnsweringView | null {
    return this.#view;
  }

  /** Why the last change was not made. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  get edited(): Edited | null {
    return this.#edited;
  }

  get isRestarting(): boolean {
    return this.#isRestarting;
  }

  /** Whether a conversation that was looked at has figures of its own. */
  isOwn(id: string): boolean {
    return this.#own.has(id);
  }

  load(): Promise<void> {
    return this.#try(() => this.backend.answering());
  }

  set(name: SamplingFigureName, value: number): Promise<void> {
    return this.#try(() => this.backend.setFigure(name, value));
  }

  reset(): Promise<void> {
    return this.#try(() => this.backend.resetFigures());
  }

  setThreads(threads: number): Promise<void> {
    return this.#try(() => this.backend.setEngineThreads(threads));
  }

  setContext(tokens: number): Promise<void> {
    return this.#try(() => this.backend.setEngineContext(tokens));
  }

  async restart(): Promise<void> {
    this.#isRestarting = true;
    await this.#try(() => this.backend.restartEngine());
    this.#isRestarting = false;
  }

  /** What was kept and may not be so, in the words of the window. */
  replacedNames(l10n: L10n): string {
    return l10n.list((this.#view?.replaced ?? []).map((name) => l10n.text(`replaced-${name}`)));
  }

  /** Whether the open conversation has figures of its own; one that is in no store has none. */
  async look(id: string): Promise<void> {
    if (id === NEW_CONVERSATION) return;
    const view = await this.backend.ownFigures(id).catch(() => null);
    this.#note(id, view?.is_own === true);
  }

  async edit(id: string): Promise<void> {
    await this.#tryOwn(id, () => this.backend.ownFigures(id));
  }

  endEdit(): void {
    this.#edited = null;
    this.#failure = null;
  }

  async setOwn(name: SamplingFigureName, value: number): Promise<void> {
    const { id } = this.#edited ?? { id: '' };
    await this.#tryOwn(id, () => this.backend.setOwnFigure(id, name, value));
  }

  async endOwn(): Promise<void> {
    const { id } = this.#edited ?? { id: '' };
    await this.#tryOwn(id, () => this.backend.endOwnFigures(id));
  }

  /** Without looking at the figures. */
  async endOwnOf(id: string): Promise<void> {
    const view = await this.backend.endOwnFigures(id).catch(() => null);
    if (view) this.#note(id, view.is_own);
  }

  /** What was read leaves the page. */
  clear(): void {
    this.#view = null;
    this.#own = new Set();
    this.endEdit();
  }

  #note(id: string, isOwn: boolean): void {
    if (isOwn === this.#own.has(id)) return;
    const others = [...this.#own].filter((other) => other !== id);
    this.#own = new Set(isOwn ? [...others, id] : others);
  }

  async #tryOwn(id: string, step: () => Promise<OwnFiguresView>): Promise<void> {
    this.#failure = null;
    try {
      const view = await step();
      this.#edited = { id, view };
      this.#note(id, view.is_own);
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }

  async #try(step: () => Promise<AnsweringView>): Promise<void> {
    this.#failure = null;
    try {
      this.#view = await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
