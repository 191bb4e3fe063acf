import { beforeEach, describe, expect, it } from 'vitest';

import type { Conversation } from '$lib/state/conversation.svelte';
import { Viewport } from '$lib/transcript/viewport.svelte';

import { settled } from './window';

/** Turns of 400 pixels in a window of 600; the test says which of 1,000 are drawn. */
const HEIGHT = 400;
const SEEN = 600;
const COUNT = 1000;

class Page {
  readonly scroller = document.createElement('div');
  readonly asked: string[] = [];
  readonly viewport = new Viewport();
  readonly window = { first: 0, end: 0, count: COUNT, hasEarlier: false, hasLater: false };
  readonly conversation = {
    window: this.window,
    earlier: () => Promise.resolve(void this.asked.push('earlier')),
    later: () => Promise.resolve(void this.asked.push('later')),
    around: (position: number) => Promise.resolve(void this.asked.push(`around ${position}`)),
  } as unknown as Conversation;

  constructor(first: number, end: number) {
    let top = 0;
    Object.defineProperties(this.scroller, {
      clientHeight: { get: () => SEEN },
      scrollHeight: {
        get: () => this.before + (this.window.end - this.window.first) * HEIGHT + this.after,
      },
      scrollTop: { get: () => top, set: (value: number) => (top = value) },
    });
    this.scroller.getBoundingClientRect = () => rect(0, SEEN);
    this.viewport.follow(this.scroller);
    this.viewport.remember(this.conversation);
    this.draw(first, end);
  }

  get before(): number {
    return this.viewport.heightOf(0, this.window.first);
  }

  get after(): number {
    return this.viewport.heightOf(this.window.end, COUNT);
  }

  /** As the component does: before, the nodes, after. */
  draw(first: number, end: number): void {
    this.viewport.remember(this.conversation);
    Object.assign(this.window, { first, end, hasEarlier: first > 0, hasLater: end < COUNT });
    const before = this.before;
    this.scroller.replaceChildren(
      ...Array.from({ length: end - first }, (_, index) => {
        const turn = document.createElement('div');
        turn.dataset.position = String(first + index);
        turn.getBoundingClientRect = () =>
          rect(before + index * HEIGHT - this.scroller.scrollTop, HEIGHT);
        return turn;
      }),
    );
    this.viewport.restore();
  }

  topOf(position: number): number | undefined {
    return this.scroller.querySelector(`[data-position="${position}"]`)?.getBoundingClientRect()
      .top;
  }

  async scroll(to: number): Promise<void> {
    this.scroller.scrollTop = to;
    this.scroller.dispatchEvent(new Event('scroll'));
    await settled();
  }
}

function rect(top: number, height: number): DOMRect {
  return { top, height, bottom: top + height } as DOMRect;
}

let page: Page;

beforeEach(() => {
  page = new Page(900, 930);
  page.viewport.end.leave();
});

describe('a reader of a long conversation', () => {
  it('sees_the_same_words_when_earlier_turns_are_drawn', async () => {
    await page.scroll(page.before + 10 * HEIGHT + 30);
    expect(page.topOf(910)).toBe(-30);
    page.draw(870, 930);
    expect(page.topOf(910)).toBe(-30);
    page.draw(880, 960);
    expect(page.topOf(910)).toBe(-30);
  });

  it('is_given_more_before_an_end_is_reached', async () => {
    await page.scroll(page.before + 10 * HEIGHT);
    page.asked.length = 0;
    await page.scroll(page.before + 2 * HEIGHT);
    expect(page.asked).toEqual(['earlier']);
    await page.scroll(page.before + 27 * HEIGHT);
    expect(page.asked).toEqual(['earlier', 'later']);
  });

  it('is_left_alone_in_the_middle', async () => {
    page.asked.length = 0;
    await page.scroll(page.before + 15 * HEIGHT);
    expect(page.asked).toEqual([]);
  });

  it('who_drags_the_bar_far_away_is_taken_there', async () => {
    page.draw(900, 930);
    await settled();
    page.asked.length = 0;
    await page.scroll(300 * HEIGHT + 10);
    expect(page.asked).toEqual(['around 300']);
    page.draw(285, 315);
    expect(page.topOf(300)).toBe(-10);
  });

  it('finds_a_bar_that_tells_of_the_whole_conversation', () => {
    page.draw(900, 930);
    expect(page.scroller.scrollHeight).toBe(COUNT * HEIGHT);
  });

  it('is_brought_to_a_turn_that_is_asked_for', () => {
    page.viewport.show(915, undefined);
    expect(page.topOf(915)).toBe(SEEN * 0.2);
    expect(page.viewport.end.isAtEnd).toBe(false);
  });
});
