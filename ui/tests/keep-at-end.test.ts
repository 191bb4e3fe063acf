import { beforeEach, describe, expect, it, vi } from 'vitest';

import { KeepAtEnd } from '$lib/transcript/keep-at-end.svelte';

let grown: () => void = () => undefined;

beforeEach(() => {
  class Growth implements ResizeObserver {
    constructor(onResize: ResizeObserverCallback) {
      grown = () => {
        onResize([], this);
      };
    }
    observe(): void {
      // The test says when something has grown.
    }
    unobserve(): void {
      // As above.
    }
    disconnect(): void {
      // As above.
    }
  }
  vi.stubGlobal('ResizeObserver', Growth);
});

/** A window of 100 pixels on text of some height. */
function scroller(height: number): HTMLElement & { height: number } {
  const element = Object.assign(document.createElement('div'), { height });
  Object.defineProperties(element, {
    clientHeight: { get: () => 100 },
    scrollHeight: { get: () => element.height },
    scrollTop: { value: 0, writable: true },
  });
  return element;
}

function scroll(element: HTMLElement, to: number): void {
  element.scrollTop = to;
  element.dispatchEvent(new Event('scroll'));
}

describe('a transcript', () => {
  it('stays_at_its_end_while_it_grows', () => {
    const position = new KeepAtEnd();
    const element = scroller(500);
    position.follow(element);
    element.height = 900;
    grown();
    expect(element.scrollTop).toBe(900);
  });

  it('does_not_take_growth_for_a_reader_who_scrolls', () => {
    const position = new KeepAtEnd();
    const element = scroller(500);
    position.follow(element);
    scroll(element, 400);
    element.height = 900;
    scroll(element, 400);
    expect(position.isAtEnd).toBe(true);
  });

  it('stays_where_a_reader_has_scrolled_up_to_until_asked_back', () => {
    const position = new KeepAtEnd();
    const element = scroller(500);
    position.follow(element);
    scroll(element, 400);
    scroll(element, 200);
    element.height = 900;
    grown();
    expect(element.scrollTop).toBe(200);
    expect(position.isAtEnd).toBe(false);
    position.toEnd();
    expect(element.scrollTop).toBe(900);
    expect(position.isAtEnd).toBe(true);
  });
});
