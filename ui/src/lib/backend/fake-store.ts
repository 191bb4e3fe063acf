/** What the fake backend keeps: conversations on their shelves, folders, and the branches of turns. */

import {
  BackendError,
  type ConversationPageView,
  type ConversationView,
  type FolderView,
  type ShelfView,
  type TranscriptView,
  type TurnView,
} from './backend';
import { directionOf, plainSpan, titled } from './fake-views';

/** As the app opens and lists them. */
const WINDOW = 30;
const PAGE = 100;

interface Kept {
  view: TurnView;
  /** What it follows: an answer, a turn without one, or the conversation itself. */
  after: string;
}

export class FakeStore {
  readonly rows = new Map<string, ConversationView>();
  readonly #turns = new Map<string, Kept>();
  /** Ids of turns that follow the same thing, oldest first. */
  readonly #following = new Map<string, string[]>();
  /** The turn shown after something, where it is not the newest one. */
  readonly #chosen = new Map<string, string>();
  readonly #folders = new Map<string, FolderView>();
  #made = 0;

  constructor(conversations: readonly TranscriptView[], folders: readonly FolderView[]) {
    for (const folder of folders) this.#folders.set(folder.id, folder);
    for (const { conversation, turns } of conversations) {
      this.rows.set(conversation.id, conversation);
      let after = conversation.id;
      for (const turn of turns) {
        const answer = turn.chosen_answer || (turn.answers.at(-1)?.id ?? '');
        const view = { ...turn, conversation: conversation.id, chosen_answer: answer };
        this.keep(view, after);
        after = answer || turn.id;
      }
    }
  }

  page(shelf: ShelfView, folder: string, after: string): ConversationPageView {
    const all = [...this.rows.values()]
      .filter((row) => shelfOf(row) === shelf && (folder === '' || row.folder === folder))
      .sort(
        (one, other) =>
          Number(other.pinned) - Number(one.pinned) ||
          (other.updated_at ?? 0) - (one.updated_at ?? 0),
      );
    const from = after === '' ? 0 : all.findIndex(({ id }) => id === after) + 1;
    return { rows: all.slice(from, from + PAGE), has_more: from + PAGE < all.length };
  }

  row(id: string): ConversationView {
    const row = this.rows.get(id);
    if (!row) throw new BackendError({ code: 'conversation-missing', arguments: [] });
    return row;
  }

  change(id: string, changes: Partial<ConversationView>): ConversationView {
    const row = { ...this.row(id), ...changes };
    this.rows.set(id, row);
    return row;
  }

  erase(id: string): void {
    this.row(id);
    this.rows.delete(id);
  }

  get folders(): FolderView[] {
    return [...this.#folders.values()];
  }

  makeFolder(name: string): FolderView {
    this.#made += 1;
    return this.renameFolder(`folder-${this.#made}`, name);
  }

  renameFolder(id: string, name: string): FolderView {
    const folder = {
      id,
      name: [plainSpan(name)],
      direction: directionOf(name),
      plain_name: name,
    };
    this.#folders.set(id, folder);
    return folder;
  }

  removeFolder(id: string): void {
    this.#folders.delete(id);
    for (const row of this.rows.values())
      if (row.folder === id) this.change(row.id, { folder: '' });
  }

  /** A turn as it is now; a new one follows what is given, or the end of its conversation. */
  keep(view: TurnView, after = this.#end(view.conversation)): void {
    const known = this.#turns.get(view.id);
    this.#turns.set(view.id, { view, after: known?.after ?? after });
    if (known) return;
    this.#following.set(after, [...(this.#following.get(after) ?? []), view.id]);
    this.#chosen.set(after, view.id);
  }

  /** What a turn follows, and so what another wording of it follows too. */
  before(turn: string): string {
    return this.#kept(turn).after;
  }

  turn(id: string): TurnView {
    const found = this.branch(this.#kept(id).view.conversation).find((turn) => turn.id === id);
    return found ?? this.#kept(id).view;
  }

  get allTurns(): TurnView[] {
    return [...this.#turns.values()].map(({ view }) => view);
  }

  /** The turns that are shown of a conversation. */
  branch(conversation: string): TurnView[] {
    const shown: TurnView[] = [];
    let after = conversation;
    for (;;) {
      const siblings = this.#following.get(after) ?? [];
      const id = this.#chosen.get(after) ?? siblings.at(-1);
      if (id === undefined) return shown;
      const { view } = this.#kept(id);
      shown.push({ ...view, position: shown.length, siblings });
      after = view.chosen_answer || id;
    }
  }

  transcript(id: string, around?: number): TranscriptView {
    const branch = this.branch(id);
    const middle = around ?? branch.length;
    const last = Math.max(branch.length - WINDOW, 0);
    const first = Math.min(Math.max(middle - WINDOW / 2, 0), last);
    return {
      conversation: this.row(id),
      turns: branch.slice(first, first + WINDOW),
      first_position: first,
      turn_count: branch.length,
      draft: '',
      edit: null,
    };
  }

  /** Chooses everything that leads to a turn. */
  reveal(turn: string, answer: string): TranscriptView {
    const { view } = this.#kept(turn);
    if (answer !== '') this.chooseAnswer(answer);
    for (let id = turn; ;) {
      const { after } = this.#kept(id);
      this.#chosen.set(after, id);
      if (after === view.conversation) break;
      const owner = this.allTurns.find(
        (candidate) =>
          candidate.id === after || candidate.answers.some((given) => given.id === after),
      );
      if (!owner) break;
      if (owner.id !== after) this.chooseAnswer(after);
      id = owner.id;
    }
    const position = this.branch(view.conversation).findIndex(({ id }) => id === turn);
    return this.transcript(view.conversation, position);
  }

  chooseAnswer(answer: string): TurnView {
    const owner = this.allTurns.find(({ answers }) => answers.some(({ id }) => id === answer));
    if (!owner) throw new BackendError({ code: 'turn-missing', arguments: [] });
    const view = { ...owner, chosen_answer: answer };
    this.#turns.set(owner.id, { ...this.#kept(owner.id), view });
    return view;
  }

  fork(turn: string, now: number): ConversationView {
    const { conversation } = this.#kept(turn).view;
    const branch = this.branch(conversation);
    this.#made += 1;
    const id = `fork-${this.#made}`;
    const row = titled({ ...this.row(conversation), id }, this.row(conversation).plain_title);
    this.rows.set(id, { ...row, updated_at: now });
    for (const view of branch.slice(0, branch.findIndex((one) => one.id === turn) + 1)) {
      const answers = view.answers
        .filter((answer) => answer.id === view.chosen_answer)
        .map((answer) => ({ ...answer, id: `${id}-${answer.id}` }));
      const chosen_answer = answers[0]?.id ?? '';
      this.keep({ ...view, id: `${id}-${view.id}`, conversation: id, answers, chosen_answer });
    }
    return this.row(id);
  }

  #end(conversation: string): string {
    const last = this.branch(conversation).at(-1);
    return last ? last.chosen_answer || last.id : conversation;
  }

  #kept(id: string): Kept {
    const kept = this.#turns.get(id);
    if (!kept) throw new BackendError({ code: 'turn-missing', arguments: [] });
    return kept;
  }
}

function shelfOf({ binned, archived }: ConversationView): ShelfView {
  if (binned) return 'bin';
  return archived ? 'archive' : 'daily';
}
