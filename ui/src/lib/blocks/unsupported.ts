/** Figures of an answer that come from no question, calculation or source; Rust marks them. */

import type { BlockView, MarkView, SpanView } from '$lib/backend/backend';

const CODE = 'unsupported';

export interface UnsupportedFigure {
  /** Its pieces without that mark, in the isolates that they are drawn in. */
  spans: SpanView[];
  /** Of the line that it stands in. */
  direction: string;
  /** Says what no source says of it. */
  mark: MarkView;
}

export function isUnsupported({ code }: MarkView): boolean {
  return code.startsWith(CODE);
}

/** A figure that is partly bold is several pieces, of which the last one says why. */
export function endsFigure({ code }: MarkView): boolean {
  return code !== CODE;
}

/** The marked figures of blocks in the order of the text. */
export function unsupportedFigures(blocks: readonly BlockView[]): UnsupportedFigure[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return ofLine(block.spans, block.direction);
      case 'list':
        return block.items.flatMap((item) => unsupportedFigures(item.blocks));
      case 'quote':
        return unsupportedFigures(block.blocks);
      case 'table':
        return [block.head, ...block.rows]
          .flat()
          .flatMap(({ spans, direction }) => ofLine(spans, direction));
      case 'code':
      case 'rule':
        return [];
    }
  });
}

function ofLine(spans: readonly SpanView[], direction: string): UnsupportedFigure[] {
  const figures: UnsupportedFigure[] = [];
  let pieces: SpanView[] = [];
  for (const span of spans) {
    const mark = span.marks.find(isUnsupported);
    if (!mark) continue;
    pieces.push({ ...span, marks: span.marks.filter((other) => !isUnsupported(other)) });
    if (endsFigure(mark)) {
      figures.push({ spans: pieces, direction, mark });
      pieces = [];
    }
  }
  return figures;
}
