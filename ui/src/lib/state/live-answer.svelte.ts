/** An answer while the engine writes it. */

import type { AnswerView, BlockView, OpenBlockKind, TurnEvent } from '$lib/backend/backend';

type WritingEvent = Extract<TurnEvent, { kind: 'writing' }>;

/** The block that still grows. */
export interface OpenBlock {
  index: number;
  kind: OpenBlockKind;
  /** Of a list item or the level of a heading; 0 for none. */
  number: number;
  direction: string;
  /**
   * The one text node of the block, drawn as it is and grown with `appendData`.
   * WebKitGTK breaks Arabic joining between two text nodes, so there is never a second one.
   */
  node: Text;
}

export class LiveAnswer {
  #id = $state('');
  #closed = $state.raw<BlockView[]>([]);
  #open = $state.raw<OpenBlock | null>(null);
  #tokens = $state(0);

  /** Somebody asked for the end; events may still come. */
  stopping = $state(false);

  /** `continued` is the answer that goes on, where it is no new one; it is shown until the first event. */
  constructor(readonly continued?: AnswerView) {
    if (!continued) return;
    this.#closed = continued.blocks;
    this.#tokens = continued.answer_tokens;
  }

  /** Empty until the first word. */
  get id(): string {
    return this.#id;
  }

  get closed(): readonly BlockView[] {
    return this.#closed;
  }

  get open(): OpenBlock | null {
    return this.#open;
  }

  get tokens(): number {
    return this.#tokens;
  }

  get hasBegun(): boolean {
    return this.#id !== '' || this.continued !== undefined;
  }

  take({ answer, closed, open, answer_tokens }: WritingEvent): void {
    // From here on the events give the whole text from its beginning.
    if (this.#id === '') this.#closed = [];
    this.#id = answer;
    this.#tokens = answer_tokens;
    if (closed.length > 0) this.#closed = joined(this.#closed, closed);

    const { index, kind, number, direction, append } = open;
    if (index < 0) {
      this.#open = null;
      return;
    }
    // What has been closed holds the characters of the open node, so the next ones begin another.
    const growing = closed.length === 0 && this.#open?.index === index ? this.#open : null;
    if (!growing) {
      this.#open = { index, kind, number, direction, node: document.createTextNode(append) };
      return;
    }
    // Until something has been appended, what the block will be may still change.
    if (growing.kind !== kind || growing.number !== number || growing.direction !== direction) {
      this.#open = { index, kind, number, direction, node: growing.node };
    }
    if (append !== '') growing.node.appendData(append);
  }
}

/** A list and a table arrive in pieces: the items and rows marked as continued belong to the block before them. */
function joined(present: readonly BlockView[], added: readonly BlockView[]): BlockView[] {
  const blocks = [...present];
  for (const block of added) {
    const last = blocks.at(-1);
    if (block.kind === 'list' && block.continued && last?.kind === 'list') {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else if (block.kind === 'table' && block.continued && last?.kind === 'table') {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
    } else {
      blocks.push(block);
    }
  }
  return blocks;
}
