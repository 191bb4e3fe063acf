/** An answer while the engine writes it. */

import type { BlockView, OpenBlockKind, TurnEvent } from '$lib/backend/backend';

type WritingEvent = Extract<TurnEvent, { kind: 'writing' }>;

/** The block that still grows. */
export interface OpenBlock {
  index: number;
  kind: OpenBlockKind;
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
    return this.#id !== '';
  }

  take({ answer, closed, open, answer_tokens }: WritingEvent): void {
    this.#id = answer;
    this.#tokens = answer_tokens;
    if (closed.length > 0) this.#closed = [...this.#closed, ...closed];

    if (this.#open?.index === open.index) {
      if (open.append !== '') this.#open.node.appendData(open.append);
    } else {
      const { index, kind, direction, append } = open;
      this.#open = { index, kind, direction, node: document.createTextNode(append) };
    }
  }
}
