/**
 * The characters behind a selection of the transcript: the stored ones, without anything the window added.
 *
 * A piece that is selected whole gives its stored text with its Markdown, one selected in part the characters seen.
 * Either way a copy that reaches the end of an answer that was cut short says that it was.
 */

import { ISOLATES, storedTextOf } from './stored-text';

const TEXT_BLOCKS = 'p, h1, h2, h3, h4, h5, h6, pre, blockquote, ul, ol, table, .open-block';

export function plainTextOf(range: Range): string {
  return piecesOf(range)
    .map((piece) => textOfPiece(piece, range))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The questions and answers that a selection touches. */
export function piecesOf(range: Range): Element[] {
  const root = range.commonAncestorContainer;
  const element = root instanceof Element ? root : root.parentElement;
  const enclosing = element?.closest('.prose');
  if (enclosing) return [enclosing];
  const within = element?.querySelectorAll('.prose') ?? [];
  return [...within].filter((piece) => range.intersectsNode(piece));
}

function textOfPiece(piece: Element, range: Range): string {
  const stored = storedTextOf(piece);
  const reachesEnd = covers(range, piece, 'end');
  const isWhole = stored && reachesEnd && covers(range, piece, 'start');
  const text = isWhole ? stored.text : new Walk(range).of(piece);
  return stored && reachesEnd && stored.incomplete !== ''
    ? `${text}\n\n${stored.incomplete}`
    : text;
}

/** Whether the selection reaches the first or the last character of a piece. */
function covers(range: Range, piece: Element, edge: 'start' | 'end'): boolean {
  const texts = textNodes(piece);
  const node = edge === 'start' ? texts.at(0) : texts.at(-1);
  if (!node) return true;
  return edge === 'start'
    ? range.comparePoint(node, 0) >= 0
    : range.comparePoint(node, node.data.trimEnd().length) <= 0;
}

function textNodes(piece: Element): Text[] {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.trim() !== '' && !node.parentElement?.closest('[data-copy="none"]')) {
      found.push(node);
    }
  }
  return found;
}

/** Goes through the nodes of a piece in order and writes down what is selected of them. */
class Walk {
  #text = '';
  #pending = '';

  constructor(private readonly range: Range) {}

  of(piece: Element): string {
    this.#children(piece);
    return this.#text;
  }

  #children(element: Element): void {
    for (const child of element.childNodes) {
      if (!this.range.intersectsNode(child)) continue;
      if (child instanceof Text) this.#characters(child);
      else if (child instanceof Element) this.#element(child);
    }
  }

  #element(element: Element): void {
    if (element.matches('[data-copy="none"]')) return;
    if (element.matches('[data-stored]')) this.#write(element.getAttribute('data-stored') ?? '');
    else if (element.matches('br')) this.#write('\n');
    else if (element.matches('li')) this.#item(element);
    else if (element.matches('tr')) this.#apart('\n', element);
    else if (element.matches('td + td, th + th')) this.#apart('\t', element);
    else if (element.matches('li *')) this.#apart(element.matches('p, pre') ? '\n' : '', element);
    else if (element.matches(TEXT_BLOCKS)) this.#apart('\n\n', element);
    else this.#children(element);
  }

  #item(item: Element): void {
    this.#need('\n');
    const first = textNodes(item)[0];
    if (first && this.range.comparePoint(first, 0) >= 0) this.#marker(item);
    this.#children(item);
    this.#need('\n');
  }

  #marker(item: Element): void {
    const depth = ancestors(item, 'li');
    const list = item.parentElement;
    const number =
      list instanceof HTMLOListElement ? list.start + [...list.children].indexOf(item) : undefined;
    this.#write(`${'  '.repeat(depth)}${number === undefined ? '-' : `${number}.`} `);
  }

  #apart(separator: string, element: Element): void {
    this.#need(separator);
    this.#children(element);
    this.#need(separator === '\t' ? '' : separator);
  }

  #characters(node: Text): void {
    const { startContainer, startOffset, endContainer, endOffset } = this.range;
    const start = node === startContainer ? startOffset : 0;
    const end = node === endContainer ? endOffset : node.length;
    const text = node.data.slice(start, end);
    this.#write(
      node.parentElement?.closest('[data-copy="strip"]') ? text.replace(ISOLATES, '') : text,
    );
  }

  /** The longest separator asked for between two texts is the one written. */
  #need(separator: string): void {
    if (separator.length > this.#pending.length) this.#pending = separator;
  }

  #write(text: string): void {
    if (text === '') return;
    if (this.#text !== '') this.#text += this.#pending;
    this.#pending = '';
    this.#text += text;
  }
}

function ancestors(element: Element, selector: string): number {
  let count = 0;
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.matches(selector)) count += 1;
  return count;
}
