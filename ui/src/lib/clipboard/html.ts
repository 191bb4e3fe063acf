/** A selection of the transcript as HTML that keeps directions and isolates, and none of the window's own signs. */

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

function removeComments(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
}
