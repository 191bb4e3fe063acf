/** Finds controls that are too small to be hit with an unsteady hand: WCAG 2.2, success criterion 2.5.8. */

import { isSeen, named } from './elements';

/** In CSS pixels, each way. */
const LEAST = 24;

const CONTROLS =
  'a[href], button, input, select, textarea, summary, [role="button"], [role="switch"], [role="option"]';

/** One sentence for each control below `root` that is smaller; words inside a line of text may be. */
export function smallTargets(root: Element): string[] {
  return [...root.querySelectorAll(CONTROLS)]
    .filter((control) => isSeen(control) && !isInLine(control))
    .flatMap(small);
}

function small(control: Element): string[] {
  const sizes = targetsOf(control).map((target) => target.getBoundingClientRect());
  // What is not drawn cannot be hit by anybody.
  if (sizes.every(({ width, height }) => width === 0 && height === 0)) return [];
  const isLarge = sizes.some(
    ({ width, height }) => Math.round(width) >= LEAST && Math.round(height) >= LEAST,
  );
  if (isLarge) return [];
  const said = sizes.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
  return [`too small to be hit (${said.join(', ')} px): ${named(control)}`];
}

/** The control itself, and the label that is as good as it. */
function targetsOf(control: Element): Element[] {
  const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
  return [control, ...labels];
}

/** A link or a mark in a line of text is as high as the line is. */
function isInLine(control: Element): boolean {
  const { display } = getComputedStyle(control);
  if (!display.startsWith('inline')) return false;
  const line = control.closest('p, li, td, th, dd, h1, h2, h3, h4, h5, h6, blockquote');
  if (!line) return false;
  const around = line.textContent.trim().length - control.textContent.trim().length;
  return control.textContent.trim() !== '' && around > 0;
}
