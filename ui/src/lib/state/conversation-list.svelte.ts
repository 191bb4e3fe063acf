/** The rows of the sidebar: one shelf or one folder at a time, in groups by day. */

import type { Backend, ConversationView, FolderView, ShelfView } from '$lib/backend/backend';

/** Names the message `group-…` above its rows. */
export type GroupName = 'pinned' | 'today' | 'yesterday' | 'week' | 'older';

export interface Group {
  name: GroupName;
  rows: ConversationView[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export class ConversationList {
  #shelf = $state<ShelfView>('daily');
  #folder = $state('');
  #rows = $state.raw<ConversationView[]>([]);
  #hasMore = $state(false);
  #folders = $state.raw<FolderView[]>([]);
  /** Id of the row that is being dragged; empty for none. */
  dragged = $state('');

  /** Counts the lists that were asked for, so that a late page of another one is told apart. */
  #call = 0;

  constructor(
    private readonly backend: Backend,
    private readonly now: () => number,
  ) {}

  readonly groups: Group[] = $derived.by(() => grouped(this.#rows, this.now()));

  get shelf(): ShelfView {
    return this.#shelf;
  }

  /** Id of the folder that is looked into; empty for all conversations of the shelf. */
  get folder(): string {
    return this.#folder;
  }

  get folders(): readonly FolderView[] {
    return this.#folders;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** Whether the store holds more rows than have been fetched. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  row(id: string): ConversationView | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  folderOf({ folder }: ConversationView): FolderView | undefined {
    return this.#folders.find(({ id }) => id === folder);
  }

  async load(): Promise<void> {
    this.#folders = await this.backend.folders();
    await this.show(this.#shelf, this.#folder);
  }

  async show(shelf: ShelfView, folder = ''): Promise<void> {
    const call = ++this.#call;
    const { rows, has_more } = await this.backend.listConversations(shelf, folder, '');
    if (call !== this.#call) return;
    this.#shelf = shelf;
    this.#folder = folder;
    this.#rows = rows;
    this.#hasMore = has_more;
  }

  /** The next page. */
  async more(): Promise<void> {
    const last = this.#rows.at(-1);
    if (!last || !this.#hasMore) return;
    const call = ++this.#call;
    const page = await this.backend.listConversations(this.#shelf, this.#folder, last.id);
    if (call !== this.#call) return;
    const known = new Set(this.#rows.map(({ id }) => id));
    this.#rows = [...this.#rows, ...page.rows.filter(({ id }) => !known.has(id))];
    this.#hasMore = page.has_more;
  }

  /** A row that is new or has changed: it takes its place, or leaves a list that it is not part of. */
  put(row: ConversationView): void {
    const others = this.#rows.filter(({ id }) => id !== row.id);
    this.#rows = this.#belongs(row) ? [...others, row].sort(inOrder) : others;
    // What sorts behind everything that has been fetched comes with its page.
    if (this.#hasMore && this.#rows.at(-1) === row) this.#rows = others;
  }

  drop(id: string): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  async makeFolder(name: string): Promise<FolderView> {
    const folder = await this.backend.makeFolder(name);
    this.#folders = [...this.#folders, folder];
    return folder;
  }

  async renameFolder(id: string, name: string): Promise<void> {
    const changed = await this.backend.renameFolder(id, name);
    this.#folders = this.#folders.map((folder) => (folder.id === id ? changed : folder));
  }

  /** Its conversations stay, in no folder. */
  async removeFolder(id: string): Promise<void> {
    await this.backend.removeFolder(id);
    this.#folders = this.#folders.filter((folder) => folder.id !== id);
    await this.show(this.#shelf, this.#folder === id ? '' : this.#folder);
  }

  #belongs(row: ConversationView): boolean {
    return shelfOf(row) === this.#shelf && (this.#folder === '' || row.folder === this.#folder);
  }
}

export function shelfOf({ binned, archived }: ConversationView): ShelfView {
  if (binned) return 'bin';
  return archived ? 'archive' : 'daily';
}

/** Pinned ones first, then the one used last. */
function inOrder(one: ConversationView, other: ConversationView): number {
  return Number(other.pinned) - Number(one.pinned) || touched(other) - touched(one);
}

/** The wire's numbers with a fraction are `null` where they are no number; a time always is one. */
function touched({ updated_at }: ConversationView): number {
  return updated_at ?? 0;
}

function grouped(rows: readonly ConversationView[], now: number): Group[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const nameOf = (row: ConversationView): GroupName => {
    if (row.pinned) return 'pinned';
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
