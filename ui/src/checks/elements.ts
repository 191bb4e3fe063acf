/** What every look at a page asks of its elements. */

/** Rounding to whole pixels is not a fault. */
export const TOLERANCE = 1.5;

/** Whether the element is drawn for somebody: neither hidden nor words for screen readers only. */
export function isSeen(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return false;
  return !element.closest('.unseen') && !(element instanceof SVGElement);
}

/** An element as a person finds it again: tag, test id, class, and how its words begin. */
export function named(element: Element): string {
  const id = element.getAttribute('data-testid') ?? element.id;
  const name = element.tagName.toLowerCase();
  const says = element.textContent.trim().replace(/\s+/gu, ' ').slice(0, 40);
  return `<${name}${id ? ` ${id}` : ''} class="${element.getAttribute('class') ?? ''}"> “${says}”`;
}
