/** Finds what still moves where somebody has asked for less of it: WCAG 2.2, success criterion 2.3.3. */

import { named } from './elements';

/** In seconds; nobody sees anything move that is shorter. */
const BLINK = 0.01;

/** One sentence for each element at or below `root`, and each of its two pseudo-elements, that moves or fades. */
export function moving(root: Element): string[] {
  return [root, ...root.querySelectorAll('*')].flatMap((element) =>
    [undefined, '::before', '::after'].flatMap((part) => movingPart(element, part)),
  );
}

function movingPart(element: Element, part: string | undefined): string[] {
  const style = getComputedStyle(element, part);
  const faults: string[] = [];
  if (style.animationName !== 'none' && isSlow(style.animationDuration)) faults.push('is animated');
  if (isSlow(style.transitionDuration)) faults.push('fades');
  if (style.scrollBehavior === 'smooth') faults.push('scrolls smoothly');
  return faults.map((fault) => `${fault}: ${named(element)}${part ?? ''}`);
}

/** `0.12s, 250ms`: one for each property. */
function isSlow(durations: string): boolean {
  return durations
    .split(',')
    .map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1))
    .some((seconds) => seconds > BLINK);
}
