/** The rows of the sidebar, in groups by day. */

import type { Backend, ConversationView } from '$lib/backend/backend';

/** Names the message `group-…` above its rows. */
export type GroupName = 'today' | 'yesterday' | 'week' | 'older';

export interface Group {
  name: GroupName;
  rows: ConversationView[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export class ConversationList {
  #rows = $state.raw<ConversationView[]>([]);

  constructor(
    private readonly backend: Backend,
    private readonly now: () => number,
  ) {}

  readonly groups: Group[] = $derived.by(() => grouped(this.#rows, this.now()));

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  async load(): Promise<void> {
    this.#rows = await this.backend.conversations();
  }

  /** A row that is new or newer; the one used last comes first. */
  put(row: ConversationView): void {
    this.#rows = [row, ...this.#rows.filter(({ id }) => id !== row.id)].sort(
      (one, other) => touched(other) - touched(one),
    );
  }

  async rename(id: string, title: string): Promise<void> {
    this.put(await this.backend.renameConversation(id, title));
  }
}

/** The wire's numbers with a fraction are `null` where they are no number; a time always is one. */
function touched({ updated_at }: ConversationView): number {
  return updated_at ?? 0;
}

function grouped(rows: readonly ConversationView[], now: number): Group[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const nameOf = (row: ConversationView): GroupName => {
    const at = touched(row);
    if (at >= midnight) return 'today';
    if (at >= midnight - DAY_MS) return 'yesterday';
    return at >= midnight - 6 * DAY_MS ? 'week' : 'older';
  };

  const groups: Group[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}
