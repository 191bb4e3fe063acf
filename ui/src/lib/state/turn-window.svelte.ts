/**
 * Some neighbouring turns of a conversation's shown branch: those on the screen and a few around them.
 * A conversation of thousands of turns is never held whole.
 */

import type { TurnView } from '$lib/backend/backend';

import { Turn } from './turn.svelte';

/** So many are fetched at once. */
const STEP = 30;
/** More than this are not kept; what leaves the window comes back from the store. */
const KEPT = 3 * STEP;

/** As the store gives them. */
export interface TurnRange {
  turns: readonly TurnView[];
  first_position: number;
  turn_count: number;
}

export class TurnWindow {
  #turns = $state.raw<readonly Turn[]>([]);
  #first = $state(0);
  #count = $state(0);

  constructor(
    private readonly fetch: (from: number, to: number) => Promise<TurnView[]>,
    range: TurnRange,
  ) {
    this.take(range);
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  /** Position of the first turn that is held. */
  get first(): number {
    return this.#first;
  }

  /** Position behind the last turn that is held. */
  get end(): number {
    return this.#first + this.#turns.length;
  }

  /** How many turns the branch has. */
  get count(): number {
    return this.#count;
  }

  get hasEarlier(): boolean {
    return this.#first > 0;
  }

  get hasLater(): boolean {
    return this.end < this.#count;
  }

  /** Another branch or another place; a turn whose answer is being written stays the same object. */
  take({ turns, first_position, turn_count }: TurnRange): void {
    this.#turns = turns.map((view) => this.#known(view));
    this.#first = first_position;
    this.#count = turn_count;
  }

  /** A question that was just stored: what stood at its place and behind it belongs to another branch. */
  append(view: TurnView): Turn {
    const turn = new Turn(view);
    const before = this.#turns.slice(0, Math.max(view.position - this.#first, 0));
    const isNext = this.#first + before.length === view.position;
    this.#turns = isNext ? [...before, turn] : [turn];
    this.#first = isNext ? this.#first : view.position;
    this.#count = view.position + 1;
    return turn;
  }

  /** Another answer to a turn begins a branch with nothing behind it. */
  endAt(turn: Turn): void {
    const index = this.#turns.indexOf(turn);
    if (index < 0) return;
    this.#turns = this.#turns.slice(0, index + 1);
    this.#count = this.end;
  }

  find(id: string): Turn | undefined {
    return this.#turns.find(({ view }) => view.id === id);
  }

  /** Earlier ones; the latest are let go where there are too many. */
  async earlier(): Promise<void> {
    const end = this.#first;
    const before = this.#turns;
    const found = await this.fetch(Math.max(end - STEP, 0), end);
    // Another branch has been chosen meanwhile.
    if (this.#turns !== before) return;
    this.#turns = [...found.map((view) => this.#known(view)), ...before].slice(0, KEPT);
    this.#first = end - found.length;
  }

  /** Later ones; the earliest are let go where there are too many. */
  async later(): Promise<void> {
    const from = this.end;
    const before = this.#turns;
    const found = await this.fetch(from, from + STEP);
    if (this.#turns !== before) return;
    const all = [...before, ...found.map((view) => this.#known(view))];
    this.#turns = all.slice(-KEPT);
    this.#first = from + found.length - this.#turns.length;
  }

  /** Those around a position that lies far from what is held. */
  async around(position: number): Promise<void> {
    const before = this.#turns;
    const last = Math.max(this.#count - STEP, 0);
    const from = Math.min(Math.max(position - STEP / 2, 0), last);
    const found = await this.fetch(from, from + STEP);
    if (this.#turns !== before) return;
    this.take({ turns: found, first_position: from, turn_count: this.#count });
  }

  async latest(): Promise<void> {
    if (this.hasLater) await this.around(this.#count);
  }

  #known(view: TurnView): Turn {
    const known = this.find(view.id) ?? this.writing;
    return known?.live && known.view.id === view.id ? known : new Turn(view);
  }

  /** Held even while it lies outside the window. */
  writing: Turn | null = null;
}
