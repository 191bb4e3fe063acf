/** Writes typed blocks by hand, as Rust would make them. `⟦5-10 mg⟧` is an island, `*so*` strong, `_so_` stressed. */

import type { BlockView, CellView, MarkView, SpanView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

export type Direction = 'ltr' | 'rtl';

export function spans(text: string, direction: Direction): SpanView[] {
  return (text.match(/⟦[^⟧]*⟧|\*[^*]*\*|_[^_]*_|`[^`]*`|[^⟦*_`]+/gu) ?? []).map(
    (piece, isolate) => {
      const inner = piece.slice(1, -1);
      if (piece.startsWith('⟦')) {
        return {
          ...plainSpan(inner),
          kind: 'island',
          isolate,
          direction: direction === 'rtl' ? 'ltr' : 'rtl',
        };
      }
      if (piece.startsWith('*')) return { ...plainSpan(inner), strong: true };
      if (piece.startsWith('_')) return { ...plainSpan(inner), emphasis: true };
      if (piece.startsWith('`'))
        return { ...plainSpan(inner), kind: 'code', isolate, direction: 'ltr' };
      return plainSpan(piece);
    },
  );
}

export function marked(text: string, mark: MarkView): SpanView {
  return { ...plainSpan(text), marks: [mark] };
}

export function paragraph(text: string, direction: Direction = 'ltr'): BlockView {
  return { kind: 'paragraph', direction, spans: spans(text, direction) };
}

export function heading(level: number, text: string, direction: Direction = 'ltr'): BlockView {
  return { kind: 'heading', level, direction, spans: spans(text, direction) };
}

type Kind<K extends BlockView['kind']> = Extract<BlockView, { kind: K }>;

export function list(items: string[], direction: Direction = 'ltr', ordered = false): Kind<'list'> {
  return {
    kind: 'list',
    direction,
    ordered,
    start: 1,
    continued: false,
    items: items.map((item) => ({ direction, blocks: [paragraph(item, direction)] })),
  };
}

export function table(rows: string[][], direction: Direction = 'ltr'): Kind<'table'> {
  const cells = (row: string[]): CellView[] =>
    row.map((text) => {
      const cellDirection: Direction = /[\u0600-\u06ff]/u.test(text) ? 'rtl' : 'ltr';
      return { direction: cellDirection, spans: spans(text, cellDirection) };
    });
  const [head = [], ...body] = rows;
  return {
    kind: 'table',
    direction,
    continued: false,
    columns: head.map(() => 'natural'),
    head: cells(head),
    rows: body.map(cells),
  };
}
