import { describe, expect, it, vi } from 'vitest';

import { overflowing } from '../src/checks/overflow';

/** jsdom lays nothing out: the test says where things stand. */
interface Place {
  rect: [x: number, y: number, width: number, height: number];
  scroll?: [width: number, height: number];
}

class Rect {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get left(): number {
    return this.x;
  }
  get top(): number {
    return this.y;
  }
  get right(): number {
    return this.x + this.width;
  }
  get bottom(): number {
    return this.y + this.height;
  }
}

const places = new WeakMap<Node, Place>();

function box(parent: Element, tag: string, place: Place, text = '', style = ''): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute('style', style);
  if (text !== '') element.append(text);
  parent.append(element);
  places.set(element, place);
  const [x, y, width, height] = place.rect;
  const [scrollWidth, scrollHeight] = place.scroll ?? [width, height];
  Object.defineProperties(element, {
    clientWidth: { value: width },
    clientHeight: { value: height },
    scrollWidth: { value: scrollWidth },
    scrollHeight: { value: scrollHeight },
  });
  element.getBoundingClientRect = () => new DOMRect(x, y, width, height);
  return element;
}

function page(): HTMLElement {
  vi.stubGlobal('DOMRect', Rect);
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 800, configurable: true },
    clientHeight: { value: 600, configurable: true },
  });
  Range.prototype.getClientRects = function (this: Range): DOMRectList {
    const owner = this.startContainer.parentElement;
    const place = owner ? places.get(owner) : undefined;
    if (!place) return [] as unknown as DOMRectList;
    const [x, y, width, height] = place.rect;
    const [scrollWidth] = place.scroll ?? [width];
    return [new DOMRect(x, y, scrollWidth, height)] as unknown as DOMRectList;
  };
  const root = box(document.body, 'main', { rect: [0, 0, 800, 600] });
  return root;
}

describe('the overflow check', () => {
  it('lets_be_what_fits', () => {
    const root = page();
    box(root, 'p', { rect: [10, 10, 100, 20] }, 'first');
    box(root, 'p', { rect: [10, 30, 100, 20] }, 'second');
    expect(overflowing(root)).toEqual([]);
  });

  it('finds_text_that_is_cut_off', () => {
    const root = page();
    box(
      root,
      'p',
      { rect: [10, 10, 100, 20], scroll: [140, 20] },
      'too long',
      'overflow-x: hidden',
    );
    expect(overflowing(root)).toHaveLength(1);
    expect(overflowing(root)[0]).toContain('clipped by 40 px of width');
  });

  it.each([
    ['text-overflow: ellipsis; overflow-x: hidden', ''],
    ['overflow-x: auto', ''],
    ['overflow-x: hidden', 'data-cut'],
  ])('lets_be_what_is_meant_to_be_cut_%s_%s', (style, attribute) => {
    const root = page();
    const element = box(root, 'p', { rect: [10, 10, 100, 20], scroll: [140, 20] }, 'long', style);
    if (attribute !== '') element.setAttribute(attribute, '');
    expect(overflowing(root)).toEqual([]);
  });

  it('finds_lines_that_are_drawn_over_each_other', () => {
    const root = page();
    box(root, 'p', { rect: [10, 10, 100, 20] }, 'first');
    box(root, 'p', { rect: [60, 15, 100, 20] }, 'second');
    expect(overflowing(root)).toEqual(['drawn over each other: “first” and “second”']);
  });

  it('lets_an_open_menu_lie_over_the_page', () => {
    const root = page();
    box(root, 'p', { rect: [10, 10, 100, 20] }, 'first');
    const menu = box(root, 'div', { rect: [0, 0, 200, 200] }, '', 'position: absolute');
    box(menu, 'p', { rect: [60, 15, 100, 20] }, 'second');
    expect(overflowing(root)).toEqual([]);
  });

  it('finds_text_beside_and_below_the_window', () => {
    const root = page();
    box(root, 'p', { rect: [760, 10, 100, 20] }, 'beside');
    box(root, 'p', { rect: [10, 595, 100, 40] }, 'below');
    const found = overflowing(root).join('\n');
    expect(found).toContain('beside the window: “beside”');
    expect(found).toContain('above or below the window: “below”');
  });

  it('lets_be_what_can_be_scrolled_to', () => {
    const root = page();
    const list = box(root, 'div', { rect: [0, 0, 800, 500] }, '', 'overflow-y: auto');
    box(list, 'p', { rect: [10, 700, 100, 20] }, 'further down');
    expect(overflowing(root)).toEqual([]);
  });

  it('finds_words_that_stick_out_of_their_button', () => {
    const root = page();
    box(root, 'button', { rect: [10, 10, 60, 30], scroll: [90, 30] }, 'too long');
    expect(overflowing(root)[0]).toContain('sticks out of <button');
  });

  it('leaves_out_what_is_only_heard', () => {
    const root = page();
    const heard = box(
      root,
      'p',
      { rect: [900, 10, 1, 1], scroll: [90, 9] },
      'x',
      'overflow-x: hidden',
    );
    heard.className = 'unseen';
    expect(overflowing(root)).toEqual([]);
  });
});
