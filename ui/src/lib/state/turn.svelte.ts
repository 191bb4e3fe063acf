/** A turn on the screen: as stored, and the answer that is being added to it. */

import type { AnswerView, TurnView } from '$lib/backend/backend';

import { LiveAnswer } from './live-answer.svelte';

export class Turn {
  #view: TurnView;
  #live = $state.raw<LiveAnswer | null>(null);

  constructor(view: TurnView) {
    this.#view = $state.raw(view);
  }

  get view(): TurnView {
    return this.#view;
  }

  get live(): LiveAnswer | null {
    return this.#live;
  }

  /** The stored answer that is shown; null while another one is being written. */
  get answer(): AnswerView | null {
    return this.#live ? null : (this.#view.answers[this.#chosen] ?? null);
  }

  /** Index of the shown answer; a new one that is being written counts as the last one. */
  get answerIndex(): number {
    return this.#isNew ? this.#view.answers.length : this.#chosen;
  }

  get answerCount(): number {
    return this.#view.answers.length + (this.#isNew ? 1 : 0);
  }

  /** Index of this wording among all wordings of the question. */
  get wordingIndex(): number {
    return Math.max(this.#view.siblings.indexOf(this.#view.id), 0);
  }

  get wordingCount(): number {
    return Math.max(this.#view.siblings.length, 1);
  }

  beginAnswer(): void {
    this.#live = new LiveAnswer();
  }

  /** The shown answer, which was cut, goes on. */
  continueAnswer(): void {
    this.#live = new LiveAnswer(this.answer ?? undefined);
  }

  /** The question has been stored; its answer may follow. */
  stored(view: TurnView): void {
    this.#view = view;
  }

  finish(view: TurnView): void {
    this.#live = null;
    this.#view = view;
  }

  /** The answer ended without a word from the app. */
  abandon(): void {
    this.#live = null;
  }

  get #isNew(): boolean {
    return this.#live !== null && this.#live.continued === undefined;
  }

  get #chosen(): number {
    const { answers, chosen_answer } = this.#view;
    const index = answers.findIndex(({ id }) => id === chosen_answer);
    return index < 0 ? answers.length - 1 : index;
  }
}
