/** A turn on the screen: as stored, and the answer that is being added to it. */

import type { AnswerView, TurnView } from '$lib/backend/backend';

import { LiveAnswer } from './live-answer.svelte';

export class Turn {
  #view: TurnView;
  #live = $state.raw<LiveAnswer | null>(null);
  #chosen = $state(-1);

  constructor(view: TurnView) {
    this.#view = $state.raw(view);
    this.#show(view);
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

  /** Index of the shown answer; the answer being written counts as the last one. */
  get position(): number {
    return this.#live ? this.#view.answers.length : this.#chosen;
  }

  get answerCount(): number {
    return this.#view.answers.length + (this.#live ? 1 : 0);
  }

  choose(position: number): void {
    if (this.#live) return;
    this.#chosen = Math.min(Math.max(position, 0), this.#view.answers.length - 1);
  }

  beginAnswer(): LiveAnswer {
    this.#live = new LiveAnswer();
    return this.#live;
  }

  /** The question has been stored; its answer may follow. */
  stored(view: TurnView): void {
    this.#view = view;
  }

  finish(view: TurnView): void {
    this.#live = null;
    this.#show(view);
  }

  /** The answer ended without a word from the app. */
  abandon(): void {
    this.#live = null;
    this.#chosen = this.#view.answers.length - 1;
  }

  #show(view: TurnView): void {
    this.#view = view;
    this.#chosen = view.answers.length - 1;
  }
}
