/** The words of blocks as they are shown, for a screen reader; what is hidden there is left out here. */

import type { BlockView, SpanView } from '$lib/backend/backend';

import { parted } from './hidden';

export function plainText(blocks: readonly BlockView[]): string {
  return blocks
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
}

function textOf(block: BlockView): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return joined(block.spans);
    case 'list':
      return block.items.map((item) => plainText(item.blocks)).join('\n');
    case 'quote':
      return plainText(block.blocks);
    case 'code':
      return seen(block.text);
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => joined(cell.spans)).join('\t'))
        .join('\n');
    case 'rule':
      return '';
  }
}

function joined(spans: readonly SpanView[]): string {
  return spans.map(({ kind, text }) => (kind === 'hidden' ? '' : seen(text))).join('');
}

function seen(text: string): string {
  return parted(text)
    .filter(({ isHidden }) => !isHidden)
    .map((part) => part.text)
    .join('');
}
