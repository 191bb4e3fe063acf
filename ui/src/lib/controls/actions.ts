/** What a menu of actions offers. */

import type { IconName } from '$lib/icons/drawings';

export interface Action {
  testid: string;
  name: string;
  icon: IconName;
  /** Said to screen readers and shown beside the name; such as `F2`. */
  key?: string;
  act: () => void;
}

/** Where a menu opens, in pixels of the window: at a pointer, or along the edges of a button. */
export interface Place {
  /** The edge of a button from which the menu grows inwards; the same as `end` for a pointer. */
  start: number;
  end: number;
  below: number;
  above: number;
}

export function placeAt({ clientX, clientY }: MouseEvent): Place {
  return { start: clientX, end: clientX, below: clientY, above: clientY };
}

export function placeOf(element: Element, isRightToLeft: boolean): Place {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [start, end] = isRightToLeft ? [right, left] : [left, right];
  return { start, end, below: bottom, above: top };
}

/** The upper left corner of a menu of some size, inside the window. */
export function cornerOf(
  { start, end, below, above }: Place,
  menu: { width: number; height: number },
  page: { width: number; height: number },
  isRightToLeft: boolean,
): { x: number; y: number } {
  // From a pointer it grows forwards, under a button back from the button's far edge.
  const isPointer = start === end;
  const growsRight = isPointer !== isRightToLeft;
  const x = growsRight ? end : end - menu.width;
  const y = below + menu.height <= page.height ? below : above - menu.height;
  return {
    x: Math.max(Math.min(x, page.width - menu.width), 0),
    y: Math.max(Math.min(y, page.height - menu.height), 0),
  };
}

/** Whether a key asks for the menu of what has the focus. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
