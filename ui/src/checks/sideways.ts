/** Finds what has to be scrolled sideways to be read: WCAG 2.2, success criterion 1.4.10. */

import { isSeen, named, TOLERANCE } from './elements';

/** Tables and code mean something by their columns and lines. */
const TWO_DIMENSIONAL = 'table, pre, svg';

/** One sentence for each element at or below `root` that scrolls sideways. */
export function sideways(root: Element): string[] {
  return [root, ...root.querySelectorAll('*')].filter(isSeen).flatMap(scrolls);
}

function scrolls(element: Element): string[] {
  const over = element.scrollWidth - element.clientWidth;
  const { overflowX } = getComputedStyle(element);
  const canScroll = overflowX === 'auto' || overflowX === 'scroll';
  const isPage = element === document.documentElement;
  if (over <= TOLERANCE || !(canScroll || isPage)) return [];
  if (element.closest(TWO_DIMENSIONAL) || element.querySelector(TWO_DIMENSIONAL)) return [];
  return [`scrolls sideways by ${over} px: ${named(element)}`];
}
