/** What a backend without an app behind it knows of how answers are drawn, and of finding words in texts. */

import type {
  AnsweringView,
  SamplingFigureName,
  SamplingFigureView,
  OwnFiguresView,
} from './backend';
import { FakeHonesty, type FakeHonestyContent } from './fake-honesty';

export interface FakeAnsweringContent {
  answering: AnsweringView;
  /** By conversation. */
  ownFigures: Record<string, SamplingFigureView[]>;
}

const figure = (
  name: SamplingFigureName,
  usual: number,
  [least, most]: [number, number],
  places = 2,
): SamplingFigureView => ({ name, value: usual, usual, least, most, places });

const FIGURES: SamplingFigureView[] = [
  figure('temperature', 30, [0, 150]),
  figure('top_p', 95, [5, 100]),
  figure('top_k', 40, [0, 200], 0),
  figure('min_p', 5, [0, 50]),
  figure('repetition', 100, [100, 150]),
  figure('seed', 0, [0, 999_999_999], 0),
];

export const ANSWERING: FakeAnsweringContent = {
  answering: {
    figures: FIGURES,
    engine: {
      threads: 0,
      most_threads: 4,
      context_tokens: 0,
      contexts: [2048, 4096, 8192],
      needs_restart: false,
    },
    replaced: [],
  },
  ownFigures: {},
};

export abstract class FakeAnswering extends FakeHonesty {
  protected constructor(protected readonly content: FakeAnsweringContent & FakeHonestyContent) {
    super();
  }

  async answering(): Promise<AnsweringView> {
    await this.step('answering');
    return this.content.answering;
  }

  async setFigure(name: SamplingFigureName, value: number): Promise<AnsweringView> {
    await this.step('setFigure', name, value);
    return this.#say({ figures: changed(this.content.answering.figures, name, value) });
  }

  async resetFigures(): Promise<AnsweringView> {
    await this.step('resetFigures');
    return this.#say({ figures: FIGURES });
  }

  async ownFigures(conversation: string): Promise<OwnFiguresView> {
    await this.step('ownFigures', conversation);
    return this.#own(conversation);
  }

  async setOwnFigure(
    conversation: string,
    name: SamplingFigureName,
    value: number,
  ): Promise<OwnFiguresView> {
    await this.step('setOwnFigure', conversation, name, value);
    const { figures } = this.#own(conversation);
    const ownFigures = { ...this.content.ownFigures };
    ownFigures[conversation] = changed(figures, name, value);
    this.content.ownFigures = ownFigures;
    return this.#own(conversation);
  }

  async endOwnFigures(conversation: string): Promise<OwnFiguresView> {
    await this.step('endOwnFigures', conversation);
    const others = Object.entries(this.content.ownFigures).filter(([id]) => id !== conversation);
    this.content.ownFigures = Object.fromEntries(others);
    return this.#own(conversation);
  }

  async setEngineThreads(threads: number): Promise<AnsweringView> {
    await this.step('setEngineThreads', threads);
    return this.#run({ threads, needs_restart: true });
  }

  async setEngineContext(tokens: number): Promise<AnsweringView> {
    await this.step('setEngineContext', tokens);
    return this.#run({ context_tokens: tokens, needs_restart: true });
  }

  async restartEngine(): Promise<AnsweringView> {
    await this.step('restartEngine');
    return this.#run({ needs_restart: false });
  }

  /** Folds less than the app does: enough for tests of the window. */
  async textsWith(words: string, texts: string[]): Promise<number[]> {
    await this.step('textsWith', words, texts);
    const wanted = folded(words).split(/\s+/u);
    return texts.flatMap((text, number) =>
      wanted.every((word) => folded(text).includes(word)) ? number : [],
    );
  }

  #own(conversation: string): OwnFiguresView {
    const own = this.content.ownFigures[conversation];
    const { figures } = this.content.answering;
    return { is_own: own !== undefined, figures: own ?? figures };
  }

  #run(changes: Partial<AnsweringView['engine']>): AnsweringView {
    return this.#say({ engine: { ...this.content.answering.engine, ...changes } });
  }

  #say(changes: Partial<AnsweringView>): AnsweringView {
    this.content.answering = { ...this.content.answering, ...changes };
    return this.content.answering;
  }
}

function changed(
  figures: readonly SamplingFigureView[],
  name: SamplingFigureName,
  value: number,
): SamplingFigureView[] {
  return figures.map((one) => (one.name === name ? { ...one, value } : one));
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ة/gu, 'ه').trim();
}
