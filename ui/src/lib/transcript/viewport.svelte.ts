/**
 * Where the reader of a long conversation is.
 *
 * Only some turns are drawn. Two empty blocks stand for those before and behind them, as high as those have been
 * measured or as the others are on average, so that the scroll bar tells of the whole conversation.
 * What is seen stays where it is while turns come and go: WebKit anchors nothing by itself.
 */

import type { Conversation } from '$lib/state/conversation.svelte';

import { KeepAtEnd } from './keep-at-end.svelte';

/** Turns are fetched before the reader comes to them: this many window heights ahead. */
const AHEAD = 1.5;
/** What is revealed stands this far below the upper edge. */
const BELOW_EDGE = 0.2;
/** Until something has been measured. */
const USUAL_HEIGHT_PX = 320;

interface Anchor {
  position: number;
  /** Distance from the upper edge of what is seen. */
  offset: number;
}

export class Viewport {
  readonly end = new KeepAtEnd();

  #scroller: HTMLElement | undefined;
  #conversation: Conversation | undefined;
  #anchor: Anchor | undefined;
  #isFetching = false;
  /** By position, in pixels. Another branch may have others; they are estimates then. */
  readonly #heights = new Map<number, number>();

  /** An attachment for the scrolling element. */
  readonly follow = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const onScroll = (): void => void this.fetchAround();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const stop = this.end.follow(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      stop();
      this.#scroller = undefined;
    };
  };

  /** How high the turns from a position to before another are, in pixels. */
  heightOf(from: number, to: number): number {
    const mean = this.#mean;
    let height = 0;
    for (let position = from; position < to; position += 1) {
      height += this.#heights.get(position) ?? mean;
    }
    return height;
  }

  /** Before other turns are drawn: what is seen, and how high everything is. */
  remember(conversation: Conversation): void {
    if (conversation !== this.#conversation) {
      this.#conversation = conversation;
      this.#heights.clear();
      this.#anchor = undefined;
      return;
    }
    const edge = this.#edge;
    this.#anchor = undefined;
    for (const [position, element] of this.#drawn()) {
      const { top, bottom, height } = element.getBoundingClientRect();
      this.#heights.set(position, height + gapOf(element));
      if (bottom > edge) this.#anchor ??= { position, offset: top - edge };
    }
  }

  /** After other turns have been drawn. */
  restore(): void {
    if (this.end.isAtEnd && !this.#conversation?.window.hasLater) this.end.toEnd();
    else if (this.#anchor) this.#bring(this.#anchor);
    void this.fetchAround();
  }

  /** Brings a turn, or the words that were found in it, in front of the reader. */
  show(position: number, words: Range | undefined): void {
    this.end.leave();
    const offset = (this.#scroller?.clientHeight ?? 0) * BELOW_EDGE;
    if (words) this.end.shift(words.getBoundingClientRect().top - this.#edge - offset);
    else this.#bring({ position, offset });
  }

  /** Fetches what the reader is coming to. */
  async fetchAround(): Promise<void> {
    const conversation = this.#conversation;
    if (!conversation || this.#isFetching) return;
    const fetch = this.#wanted(conversation);
    if (!fetch) return;
    this.#isFetching = true;
    await fetch();
    this.#isFetching = false;
  }

  #wanted(conversation: Conversation): (() => Promise<void>) | undefined {
    const drawn = this.#drawn();
    const [first, last] = [drawn.at(0)?.[1], drawn.at(-1)?.[1]];
    if (!this.#scroller || !first || !last) return undefined;
    const height = this.#scroller.clientHeight;
    const above = first.getBoundingClientRect().top - this.#edge;
    const below = this.#edge + height - last.getBoundingClientRect().bottom;
    const { window } = conversation;
    if (window.hasEarlier && above > height) {
      return () => this.#jump(conversation, this.#positionAt(window.first, -above));
    }
    if (window.hasLater && below > height) {
      return () => this.#jump(conversation, this.#positionAt(window.end, below));
    }
    if (window.hasEarlier && above > -AHEAD * height) return () => conversation.earlier();
    if (window.hasLater && below > -AHEAD * height) return () => conversation.later();
    return undefined;
  }

  /** The reader has dragged the scroll bar far away. */
  async #jump(conversation: Conversation, position: number): Promise<void> {
    await conversation.around(position);
    if (!this.end.isAtEnd) this.#anchor = { position, offset: 0 };
  }

  /** Which turn stands some pixels away from another one. */
  #positionAt(from: number, distance: number): number {
    const step = Math.sign(distance);
    const mean = this.#mean;
    const count = this.#conversation?.window.count ?? 0;
    let position = from;
    for (let left = Math.abs(distance); left > 0 && position > 0 && position < count;) {
      position += step;
      left -= this.#heights.get(position) ?? mean;
    }
    return Math.min(Math.max(position, 0), Math.max(count - 1, 0));
  }

  #bring({ position, offset }: Anchor): void {
    const element = this.#drawn().find(([drawn]) => drawn === position)?.[1];
    if (element) this.end.shift(element.getBoundingClientRect().top - this.#edge - offset);
  }

  #drawn(): [position: number, element: HTMLElement][] {
    const elements = this.#scroller?.querySelectorAll<HTMLElement>('[data-position]') ?? [];
    return [...elements].map((element) => [Number(element.dataset.position), element]);
  }

  get #edge(): number {
    return this.#scroller?.getBoundingClientRect().top ?? 0;
  }

  get #mean(): number {
    if (this.#heights.size === 0) return USUAL_HEIGHT_PX;
    let sum = 0;
    for (const height of this.#heights.values()) sum += height;
    return sum / this.#heights.size;
  }
}

function gapOf(element: HTMLElement): number {
  const { parentElement } = element;
  return parentElement ? parseFloat(getComputedStyle(parentElement).rowGap) || 0 : 0;
}
