/** The words of blocks as they are shown, for a screen reader. */

import type { BlockView, SpanView } from '$lib/backend/backend';

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
      return block.text;
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => joined(cell.spans)).join('\t'))
        .join('\n');
    case 'rule':
      return '';
  }
}

function joined(spans: readonly SpanView[]): string {
  return spans.map(({ text }) => text).join('');
}
