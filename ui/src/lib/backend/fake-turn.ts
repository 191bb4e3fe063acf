/** An answer of the fake backend, written by whoever uses it. */

import { unsupportedFigures } from '$lib/blocks/unsupported';

import {
  type AnswerStateView,
  type AnswerView,
  BackendError,
  type BlockView,
  type ModelView,
  type OpenBlockKind,
  type OpenBlockView,
  type TurnEvent,
  type TurnView,
} from './backend';

/** One answer, played word by word. */
export class FakeTurn {
  /** What the stop button does here. */
  onStop: () => void = () => undefined;

  readonly ended: Promise<void>;

  #view: TurnView;
  #end: () => void = () => undefined;
  #fail: (error: BackendError) => void = () => undefined;
  #index = 0;
  #tokens = 0;

  constructor(
    view: TurnView,
    private readonly model: ModelView,
    private readonly onEvent: (event: TurnEvent) => void,
    /** The answer that goes on, where it is no new one. */
    private readonly continued?: AnswerView,
  ) {
    this.#view = view;
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  get view(): TurnView {
    return this.#view;
  }

  /** The growing block gets more characters. */
  write(
    append: string,
    { kind = 'paragraph', number = 0, direction = 'ltr' }: Partial<OpenBlockView> = {},
  ): void {
    this.#emit([], append, kind, direction, number);
  }

  /** The growing block is finished as these; the next one is empty. */
  close(closed: BlockView[], direction = 'ltr', kind: OpenBlockKind = 'paragraph'): void {
    this.#index += 1;
    this.#emit(closed, '', kind, direction);
  }

  /** Everything so far is finished as these, and nothing is begun. */
  closeAll(closed: BlockView[]): void {
    this.onEvent({
      kind: 'writing',
      answer: this.#answer,
      closed,
      open: { index: -1, kind: 'paragraph', number: 0, direction: 'ltr', append: '' },
      answer_tokens: this.#tokens,
    });
  }

  finish(text: string, blocks: BlockView[], state: AnswerStateView = 'complete'): void {
    const answer: AnswerView = {
      id: this.#answer,
      text,
      blocks,
      figures: unsupportedFigures(blocks).length,
      unsupported: unsupportedFigures(blocks).length,
      state,
      model: this.model.name,
      model_sha256: this.model.sha256,
      model_notices: this.model.notices,
      answer_tokens: this.#tokens,
      first_token_seconds: 0.42,
      tokens_per_second: 31.7,
    };
    const others = this.#view.answers.filter(({ id }) => id !== answer.id);
    this.#finished({
      ...this.#view,
      answers: [...others, answer],
      chosen_answer: answer.id,
    });
  }

  decline(reason: string, language: string): void {
    this.#finished({ ...this.#view, declined: reason, declined_language: language });
  }

  /** The call fails after the question has been stored. */
  break(code: string): void {
    this.#fail(new BackendError({ code, arguments: [] }));
  }

  get #answer(): string {
    return this.continued?.id ?? `${this.#view.id}-answer-${this.#view.answers.length}`;
  }

  #emit(
    closed: BlockView[],
    append: string,
    kind: OpenBlockKind,
    direction: string,
    number = 0,
  ): void {
    this.#tokens += append.split(' ').length;
    this.onEvent({
      kind: 'writing',
      answer: this.#answer,
      closed,
      open: { index: this.#index, kind, number, direction, append },
      answer_tokens: this.#tokens,
    });
  }

  #finished(view: TurnView): void {
    this.#view = view;
    this.onEvent({ kind: 'finished', turn: view });
    this.#end();
  }
}
