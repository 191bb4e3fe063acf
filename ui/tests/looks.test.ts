import { describe, expect, it } from 'vitest';

import { moving, sideways, smallTargets, unseenOrOutOfOrder } from '../src/checks';

/** jsdom lays nothing out: the test says how large things are. */
function sized(tag: string, width: number, height: number, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.getBoundingClientRect = () => ({ width, height }) as DOMRect;
  return element;
}

function put(...elements: Element[]): Element {
  document.body.replaceChildren(...elements);
  return document.body;
}

describe('the look at targets', () => {
  it.each([
    [24, 24, 0],
    [200, 18, 1],
    [18, 200, 1],
  ])('judges_a_button_of_%i_by_%i', (width, height, faults) => {
    expect(smallTargets(put(sized('button', width, height)))).toHaveLength(faults);
  });

  it('takes_the_label_of_a_box_to_tick_for_its_target', () => {
    const label = sized('label', 120, 32);
    label.append(Object.assign(sized('input', 13, 13), { type: 'checkbox' }));
    expect(smallTargets(put(label))).toEqual([]);
  });

  it('lets_a_link_be_as_high_as_its_line', () => {
    const line = sized('p', 400, 20, 'Read it in ');
    const link = Object.assign(sized('a', 60, 18, 'the guide'), { href: '#guide' });
    link.style.display = 'inline';
    line.append(link);
    expect(smallTargets(put(line))).toEqual([]);
  });
});

describe('the look for scrolling sideways', () => {
  function scroller(inside: Element): HTMLElement {
    const frame = document.createElement('div');
    frame.style.overflowX = 'auto';
    frame.append(inside);
    Object.defineProperties(frame, { scrollWidth: { value: 400 }, clientWidth: { value: 320 } });
    return frame;
  }

  it('finds_a_page_that_is_wider_than_the_window', () => {
    const found = sideways(put(scroller(document.createElement('p'))));
    expect(found[0]).toContain('scrolls sideways by 80 px');
  });

  it('lets_a_table_be_as_wide_as_its_columns', () => {
    expect(sideways(put(scroller(document.createElement('table'))))).toEqual([]);
  });
});

describe('the look for motion', () => {
  it.each([
    ['transition-duration: 120ms', 1],
    ['transition-duration: 0.001ms', 0],
    ['animation-name: breathe; animation-duration: 1.2s', 1],
    ['animation-name: none; animation-duration: 1.2s', 0],
  ])('judges_%s', (style, faults) => {
    const element = document.createElement('p');
    element.setAttribute('style', style);
    // The page itself and its pseudo-elements, which jsdom does not tell apart, are left out.
    const found = moving(put(element)).filter((fault) => !fault.includes('::'));
    expect(found).toHaveLength(faults);
  });
});

describe('the order of the Tab key', () => {
  const stop = (name: string, left: number, top: number, more = {}): never =>
    ({
      name,
      left,
      right: left + 100,
      top,
      bottom: top + 30,
      isRinged: true,
      isCovered: false,
      ...more,
    }) as never;

  it('goes_down_and_on_to_the_next_column', () => {
    const stops = [stop('a', 0, 0), stop('b', 0, 400), stop('c', 300, 0), stop('d', 420, 4)];
    expect(unseenOrOutOfOrder(stops, false)).toEqual([]);
  });

  it('goes_from_right_to_left_in_arabic', () => {
    const stops = [stop('a', 420, 0), stop('b', 300, 0), stop('c', 0, 0)];
    expect(unseenOrOutOfOrder(stops, true)).toEqual([]);
    expect(unseenOrOutOfOrder(stops, false)).toHaveLength(2);
  });

  it('never_goes_up_again', () => {
    const stops = [stop('a', 0, 100), stop('b', 20, 0)];
    expect(unseenOrOutOfOrder(stops, false)).toEqual(['the focus goes back from a to b']);
  });

  it('is_seen_where_it_stops', () => {
    const stops = [stop('a', 0, 0, { isRinged: false }), stop('b', 0, 50, { isCovered: true })];
    expect(unseenOrOutOfOrder(stops, false)).toEqual(['no focus ring: a', 'covered: b']);
  });
});
