/** Finds text of a page that is clipped, overlaid or out of reach. It looks only, and changes nothing. */

import { isSeen, named, TOLERANCE } from './elements';

/** Letters fill about this much of the height of their line box; Arabic fonts reserve far more than they ink. */
const INKED = 0.5;

const SCROLLS = new Set(['auto', 'scroll']);
const CLIPS = new Set(['hidden', 'clip']);

interface Line {
  owner: Element;
  text: string;
  rect: DOMRect;
  /** What lies over the rest of the page may cover it. */
  layer: Element;
}

/** One sentence for each fault below `root`; empty where all text can be read. */
export function overflowing(root: Element): string[] {
  const elements = [root, ...root.querySelectorAll('*')].filter(isSeen);
  const lines = elements.flatMap((element) => linesOf(element, root));
  return [
    ...elements.flatMap(clipped),
    ...lines.flatMap(outOfReach),
    ...lines.flatMap(spilling),
    ...overlaid(lines),
  ];
}

/** An element that hides what does not fit, and does not say so with an ellipsis or `data-cut`. */
function clipped(element: Element): string[] {
  const style = getComputedStyle(element);
  if (style.textOverflow === 'ellipsis' || element.closest('[data-cut]')) return [];
  if (element.textContent.trim() === '') return [];
  const faults: string[] = [];
  const tooWide = element.scrollWidth - element.clientWidth;
  if (CLIPS.has(style.overflowX) && tooWide > TOLERANCE) {
    faults.push(`clipped by ${tooWide} px of width: ${named(element)}`);
  }
  const tooHigh = element.scrollHeight - element.clientHeight;
  if (CLIPS.has(style.overflowY) && tooHigh > TOLERANCE) {
    faults.push(`clipped by ${tooHigh} px of height: ${named(element)}`);
  }
  return faults;
}

/** The lines of text that stand in an element itself. */
function linesOf(owner: Element, root: Element): Line[] {
  const lines: Line[] = [];
  for (const node of owner.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const text = (node.textContent ?? '').trim();
      lines.push({ owner, text, rect: inked(rect), layer: layerOf(owner, root) });
    }
  }
  return lines;
}

function inked({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x, y + (height * (1 - INKED)) / 2, width, height * INKED);
}

function layerOf(element: Element, root: Element): Element {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    const { position } = getComputedStyle(at);
    if (position === 'absolute' || position === 'fixed' || position === 'sticky') return at;
  }
  return root;
}

/** Text beyond the edge of the window, where no scrolling leads. */
function outOfReach({ owner, text, rect }: Line): string[] {
  const { clientWidth, clientHeight } = document.documentElement;
  const beside = rect.left < -TOLERANCE || rect.right > clientWidth + TOLERANCE;
  const beyond = rect.top < -TOLERANCE || rect.bottom > clientHeight + TOLERANCE;
  if (beside && !isScrolled(owner, 'overflowX')) {
    return [`beside the window: “${text}” in ${named(owner)}`];
  }
  if (beyond && !isScrolled(owner, 'overflowY')) {
    return [`above or below the window: “${text}” in ${named(owner)}`];
  }
  return [];
}

function isScrolled(element: Element, axis: 'overflowX' | 'overflowY'): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (SCROLLS.has(style[axis]) || style.textOverflow === 'ellipsis') return true;
    if (at.matches('[data-cut]')) return true;
  }
  return false;
}

/** Words that stick out of the button, field or cell they belong to. */
function spilling({ owner, text, rect }: Line): string[] {
  const box = owner.closest('button, td, th, [role="menu"], [role="note"], [role="alert"]');
  if (!box || isScrolled(owner, 'overflowX')) return [];
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const sticksOut =
    rect.left < left - TOLERANCE ||
    rect.right > right + TOLERANCE ||
    rect.top < top - TOLERANCE ||
    rect.bottom > bottom + TOLERANCE;
  return sticksOut ? [`sticks out of ${named(box)}: “${text}”`] : [];
}

/** Lines of different elements that are drawn over each other. */
function overlaid(lines: readonly Line[]): string[] {
  const faults: string[] = [];
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (one.layer !== other.layer || one.owner === other.owner) continue;
      if (!intersect(one.rect, other.rect) || isHidden(one) || isHidden(other)) continue;
      faults.push(`drawn over each other: “${one.text}” and “${other.text}”`);
    }
  });
  return faults;
}

function intersect(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > TOLERANCE && height > TOLERANCE;
}

/** Scrolled or cut away, so that nobody sees it lie over anything. */
function isHidden({ owner, rect }: Line): boolean {
  for (let at: Element | null = owner; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    if (!intersect(rect, at.getBoundingClientRect())) return true;
  }
  return false;
}
