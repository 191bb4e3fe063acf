/**
 * A selection of the transcript as HTML that keeps directions and isolates, and none of the window's own signs.
 *
 * Each isolate stands between direction marks as well: word processors read no `dir` inside a paragraph
 * (LibreOffice 7.4 shows `1-0-0` as `0-0-1`).
 */

import { mark, marked } from './marks';

const KEPT_ATTRIBUTES = new Set(['dir', 'start', 'scope', 'href']);

export function htmlOf(range: Range, incomplete: string): string {
  const holder = document.createElement('div');
  const ancestor = range.commonAncestorContainer;
  const directed = (ancestor instanceof Element ? ancestor : ancestor.parentElement)?.closest(
    '[dir]',
  );
  // A selection inside one paragraph has left the paragraph, and with it the direction, behind.
  holder.dir = directed?.getAttribute('dir') ?? document.documentElement.dir;
  holder.append(range.cloneContents());

  holder.querySelectorAll('[data-copy="none"]').forEach((added) => added.remove());
  holder.querySelectorAll('*').forEach(tidy);
  holder.querySelectorAll('bdi').forEach(betweenMarks);
  removeComments(holder);
  if (incomplete !== '') {
    const mark = document.createElement('p');
    mark.dir = document.documentElement.dir;
    mark.textContent = incomplete;
    holder.append(mark);
  }
  return holder.outerHTML;
}

function tidy(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
  }
}

/** The mark behind it keeps a number that follows from being drawn into it. */
function betweenMarks(isolate: HTMLElement): void {
  const base = isolate.parentElement?.closest<HTMLElement>('[dir]')?.dir ?? '';
  const walker = document.createTreeWalker(isolate, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const { open, close, separated } = marked(isolate.textContent, isolate.dir);
  for (const text of texts) text.data = separated(text.data);
  isolate.prepend(open);
  isolate.append(close);
  isolate.after(mark(base));
}

function removeComments(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
}
