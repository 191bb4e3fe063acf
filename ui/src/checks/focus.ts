/**
 * What the Tab key meets: whether it can be seen there, and whether the eye meets it in the same order.
 * WCAG 2.2, success criteria 2.4.3, 2.4.7 and 2.4.11.
 */

import { named, TOLERANCE } from './elements';

/** Where the Tab key stopped, in a page on which nothing is scrolled. */
export interface Stop {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Somebody sees that it has the focus. */
  isRinged: boolean;
  /** Something lies over it, or it is scrolled away. */
  isCovered: boolean;
}

/** In CSS pixels; a hair is no sign. */
const LEAST_RING = 2;

/** What has the focus, or nothing where the page itself has it. */
export function focusStop(): Stop | null {
  const element = document.activeElement;
  // A dialog has it between its last control and its first.
  if (!element || element.matches('html, body, dialog, [role="dialog"]')) return null;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = scrolledBy(element);
  return {
    name: named(element),
    left: left + x,
    right: right + x,
    top: top + y,
    bottom: bottom + y,
    isRinged: isRinged(element),
    isCovered: isCovered(element),
  };
}

/** One sentence for each stop that cannot be seen, and for each that lies before the one before it. */
export function unseenOrOutOfOrder(stops: readonly Stop[], isRightToLeft: boolean): string[] {
  const along = isRightToLeft ? stops.map(mirrored) : stops;
  return [
    ...stops.filter(({ isRinged }) => !isRinged).map(({ name }) => `no focus ring: ${name}`),
    ...stops.filter((stop) => stop.isCovered).map(({ name }) => `covered: ${name}`),
    ...along.slice(1).flatMap((stop, index) => {
      const before = along[index];
      return before && isBehind(stop, before)
        ? [`the focus goes back from ${before.name} to ${stop.name}`]
        : [];
    }),
  ];
}

function mirrored(stop: Stop): Stop {
  return { ...stop, left: -stop.right, right: -stop.left };
}

/** Whether an eye that reads on from `before` has passed `stop` already. */
function isBehind(stop: Stop, before: Stop): boolean {
  const shared = Math.min(stop.bottom, before.bottom) - Math.max(stop.top, before.top);
  const lower = Math.min(stop.bottom - stop.top, before.bottom - before.top);
  if (shared > lower / 2) return stop.left < before.left - TOLERANCE;
  // The next column begins at its head.
  const isNextColumn = stop.left >= before.right - TOLERANCE;
  return stop.top < before.top - TOLERANCE && !isNextColumn;
}

function scrolledBy(element: Element): [x: number, y: number] {
  let [x, y] = [0, 0];
  for (let at = element.parentElement; at; at = at.parentElement) {
    x += at.scrollLeft;
    y += at.scrollTop;
  }
  return [x, y];
}

/** On itself, or on the frame that it fills with its signs. */
function isRinged(element: Element): boolean {
  return [element, element.parentElement, element.parentElement?.parentElement].some((one) => {
    if (!one?.matches(':focus-within')) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return (
      outlineStyle !== 'none' && parseFloat(outlineWidth) >= LEAST_RING && isDrawn(outlineColor)
    );
  });
}

function isDrawn(colour: string): boolean {
  return colour !== 'transparent' && !/[,/]\s*0(?:\.[0-4]\d*)?\)$/u.test(colour);
}

/** Nine points of the part that the window has room for: most of them must be its own. */
function isCovered(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [width, height] = [
    document.documentElement.clientWidth,
    document.documentElement.clientHeight,
  ];
  const across = inside(left, right, width);
  const down = inside(top, bottom, height);
  const points = across.flatMap((x) => down.map((y): [number, number] => [x, y]));
  const own = points.filter(([x, y]) => {
    const seen = document.elementFromPoint(x, y);
    return seen !== null && (element.contains(seen) || seen.closest('label')?.contains(element));
  });
  return own.length * 2 <= points.length || points.length === 0;
}

/** Three places between two edges, of those that lie in the window. */
function inside(from: number, to: number, end: number): number[] {
  const [first, last] = [Math.max(from, 0), Math.min(to, end)];
  if (last <= first) return [];
  return [0.1, 0.5, 0.9].map((share) => first + (last - first) * share);
}
