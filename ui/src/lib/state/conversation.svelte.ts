/** The conversation on the screen: its turns, its composer, and the answer being written in it. */

import {
  type Backend,
  type ChosenPersonaView,
  type ConversationView,
  type EditView,
  type ErrorView,
  errorView,
  NEW_CONVERSATION,
  TEMPORARY_CONVERSATION,
  type TranscriptView,
  type TurnEvent,
  type TurnView,
} from '$lib/backend/backend';

import { Composer, type Keep } from './composer.svelte';
import type { Found } from './search.svelte';
import type { Turn } from './turn.svelte';
import { type TurnRange, TurnWindow } from './turn-window.svelte';

/** What a conversation without a persona has. */
export const NO_PERSONA: ChosenPersonaView = {
  template: '',
  version: 0,
  name_en: '',
  name_ar: '',
};

/** The last event may travel on another road than the end of the call; this long it is waited for. */
const LAST_EVENT_WITHIN_MS = 2000;

/** What the rest of the window wants to hear of. */
export interface ConversationListener {
  /** It has a row in the store: a new one, or a newer one. */
  stored(conversation: Conversation, row: ConversationView): void;
  /** An answer has ended. */
  answered(turn: Turn): void;
  /** It has a better title. */
  titled(row: ConversationView): void;
}

/** A question that is being worded anew. */
interface Edit {
  turn: string;
  composer: Composer;
}

/** Where the transcript is to be brought. The number grows, so that the same place can be asked for twice. */
export interface Destination {
  number: number;
  /** Position of the turn to be shown; null for the end. */
  position: number | null;
}

export class Conversation {
  readonly isTemporary: boolean;
  readonly window: TurnWindow;

  #id = $state(NEW_CONVERSATION);
  #writing = $state.raw<Turn | null>(null);
  #firstSeen = $state('');
  #failure = $state.raw<ErrorView | null>(null);
  #edit = $state.raw<Edit | null>(null);
  #found = $state.raw<Found | null>(null);
  #destination = $state.raw<Destination>({ number: 0, position: null });

  /** What the model is told to be here. */
  persona = $state.raw<ChosenPersonaView>(NO_PERSONA);

  readonly #own: Composer;
  /** Counts what was asked for, so that a straggling event of an earlier call is told apart. */
  #call = 0;

  constructor(
    private readonly backend: Backend,
    private readonly listener: ConversationListener,
    content: { id: string; draft: string; edit: EditView | null } & TurnRange,
  ) {
    this.#id = content.id;
    this.isTemporary = content.id === TEMPORARY_CONVERSATION;
    this.window = new TurnWindow((from, to) => backend.turns(this.#id, from, to), content);
    this.#own = new Composer(backend, () => this.#keepDraft(), content.draft);
    if (content.edit) this.#edit = this.#editOf(content.edit);
  }

  static opened(
    backend: Backend,
    listener: ConversationListener,
    transcript: TranscriptView,
  ): Conversation {
    const { id, chosen_persona } = transcript.conversation;
    const opened = new Conversation(backend, listener, { ...transcript, id });
    opened.persona = chosen_persona;
    return opened;
  }

  /** One without a question yet. */
  static unstarted(
    backend: Backend,
    listener: ConversationListener,
    draft: string,
    id = NEW_CONVERSATION,
    turns: readonly TurnView[] = [],
  ): Conversation {
    const range = { turns, first_position: 0, turn_count: turns.length };
    return new Conversation(backend, listener, { id, draft, edit: null, ...range });
  }

  /** Empty until the first question is in the store. */
  get id(): string {
    return this.#id;
  }

  get turns(): readonly Turn[] {
    return this.window.turns;
  }

  /** Of the next question, or of the wording that is being changed. */
  get composer(): Composer {
    return this.#edit?.composer ?? this.#own;
  }

  /** The turn whose question is being worded anew; empty for none. */
  get edited(): string {
    return this.#edit?.turn ?? '';
  }

  /** The first turn that the model saw for the last answer; empty if it saw all of them. */
  get firstSeen(): string {
    return this.#firstSeen;
  }

  /** The turn whose answer is being written. */
  get writing(): Turn | null {
    return this.#writing;
  }

  get isBusy(): boolean {
    return this.#writing !== null || this.composer.sending;
  }

  /** What a search has led to. */
  get found(): Found | null {
    return this.#found;
  }

  get destination(): Destination {
    return this.#destination;
  }

  /** Why the last thing asked for did not happen. */
  get failure(): ErrorView | null {
    return this.#failure ?? this.composer.failure;
  }

  dismissFailure(): void {
    this.#failure = null;
  }

  async send(): Promise<void> {
    if (this.isBusy || this.composer.isBlank) return;
    this.#failure = null;
    const edit = this.#edit;
    const composer = this.composer;
    composer.sending = true;
    // A save that is still under way would bring the draft back after the store has dropped it.
    await composer.settle();
    const { text, examination } = composer;
    await this.#follow((onEvent) => {
      if (edit) return this.#askAnew(edit.turn, text, examination.chosen, onEvent);
      return this.isTemporary
        ? this.backend.askTemporarily(text, examination.chosen, onEvent)
        : this.backend.ask(this.#id, text, examination.chosen, onEvent);
    });
  }

  /** Takes a question into the composer; the draft that is there comes back afterwards. */
  edit(turn: Turn): void {
    const { id, question } = turn.view;
    if (this.isBusy || id === this.edited) return;
    void this.#own.save();
    const former = this.#edit?.composer.clear();
    this.#edit = this.#editOf({ turn: id, text: question }, former);
  }

  /** The question stays as it was, and the store forgets what was typed. */
  endEdit(): void {
    if (this.composer.sending) return;
    void this.#edit?.composer.clear();
    this.#edit = null;
  }

  /** Everything that was typed and not sent is in the store. */
  async save(): Promise<void> {
    await Promise.all([this.#own.save(), this.#edit?.composer.save()]);
  }

  async regenerate(turn: Turn): Promise<void> {
    if (this.isBusy) return;
    this.#failure = null;
    this.window.endAt(turn);
    turn.beginAnswer();
    this.#begin(turn);
    await this.#follow((onEvent) => this.backend.regenerate(turn.view.id, onEvent));
  }

  async continueAnswer(turn: Turn): Promise<void> {
    if (this.isBusy) return;
    this.#failure = null;
    turn.continueAnswer();
    this.#begin(turn);
    await this.#follow((onEvent) => this.backend.continueAnswer(turn.view.id, onEvent));
  }

  /** Another wording of a turn's question, and what followed it. */
  async chooseTurn(id: string): Promise<void> {
    await this.#take(() => this.backend.chooseTurn(id));
  }

  /** Another answer of a turn, and what followed it. */
  async chooseAnswer(id: string): Promise<void> {
    await this.#take(() => this.backend.chooseAnswer(id));
  }

  /** Brings what was found onto the screen and marks the words there. */
  async reveal(found: Found): Promise<void> {
    const reveal = (): Promise<TranscriptView> => this.backend.revealTurn(found.turn, found.answer);
    // The branch that is being written is not left: what is held of it can still be shown.
    if (this.isBusy) this.mark(found);
    else await this.#take(reveal, () => this.mark(found));
  }

  /** Marks what was found among the turns that are held. */
  mark(found: Found): void {
    const turn = this.window.find(found.turn);
    if (!turn) return;
    this.#found = found;
    this.goTo(turn.view.position);
  }

  forgetFound(): void {
    this.#found = null;
  }

  /** Null for the end. */
  goTo(position: number | null): void {
    this.#destination = { number: this.#destination.number + 1, position };
  }

  async earlier(): Promise<void> {
    await this.#try(() => this.window.earlier());
  }

  async later(): Promise<void> {
    await this.#try(() => this.window.later());
  }

  async around(position: number): Promise<void> {
    await this.#try(() => this.window.around(position));
  }

  async latest(): Promise<void> {
    await this.#try(() => this.window.latest());
    this.goTo(null);
  }

  async stop(): Promise<void> {
    const turn = this.#writing;
    if (!turn?.live || turn.live.stopping) return;
    turn.live.stopping = true;
    try {
      await this.backend.stop(turn.view.id);
    } catch (thrown) {
      turn.live.stopping = false;
      this.#failure = errorView(thrown);
    }
  }

  /** Takes the turns from the store again, where nothing is being written here. */
  async reload(): Promise<void> {
    if (this.#id === NEW_CONVERSATION || this.isBusy) return;
    await this.#try(async () => {
      if (!this.isTemporary) this.window.take(await this.backend.openConversation(this.#id));
      else {
        const turns = await this.backend.temporaryTurns();
        this.window.take({ turns, first_position: 0, turn_count: turns.length });
      }
    });
  }

  #keepDraft(): Keep | null {
    const id = this.#id;
    return this.isTemporary ? null : (text) => this.backend.saveDraft(id, text);
  }

  /** The store has one edit for each conversation: the former one is out of it before this one is kept. */
  #editOf({ turn, text }: EditView, former: Promise<void> = Promise.resolve()): Edit {
    const keep: Keep = (typed) => former.then(() => this.backend.saveEdit(turn, typed));
    const keeper = (): Keep | null => (this.isTemporary ? null : keep);
    return { turn, composer: new Composer(this.backend, keeper, text) };
  }

  /** The wording that is edited may lie on another branch than the shown one, or far from what is held. */
  async #askAnew(
    turn: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void> {
    if (!this.window.find(turn)) this.window.take(await this.backend.chooseTurn(turn));
    await this.backend.editQuestion(turn, question, language, onEvent);
  }

  /** Another branch of the conversation. Not while an answer grows in this one; an edit goes on. */
  async #take(choose: () => Promise<TranscriptView>, taken?: () => void): Promise<void> {
    if (this.isBusy) return;
    this.#found = null;
    await this.#try(async () => {
      this.window.take(await choose());
      taken?.();
    });
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }

  async #follow(ask: (onEvent: (event: TurnEvent) => void) => Promise<void>): Promise<void> {
    const call = ++this.#call;
    const isCurrent = (): boolean => call === this.#call;
    try {
      await ask((event) => {
        if (isCurrent()) this.#hear(event);
      });
      if (!isCurrent() || !this.isBusy) return;
      setTimeout(() => {
        if (isCurrent() && this.isBusy) void this.#giveUp();
      }, LAST_EVENT_WITHIN_MS);
    } catch (thrown) {
      if (!isCurrent()) return;
      this.#failure = errorView(thrown);
      await this.#giveUp();
    }
  }

  #hear(event: TurnEvent): void {
    switch (event.kind) {
      case 'asked':
        this.#asked(event.conversation, event.turn);
        break;
      case 'writing':
        this.#writing?.live?.take(event);
        break;
      case 'finished':
        this.#finished(event.turn);
        break;
      case 'left_out':
        this.#firstSeen = event.first_seen;
        break;
      case 'titled':
        this.listener.titled(event.conversation);
        break;
    }
  }

  #asked(row: ConversationView, view: TurnView): void {
    this.#firstSeen = '';
    const known = this.window.find(view.id);
    if (known) {
      known.stored(view);
      return;
    }
    // The draft is dropped under the id that it was typed for, hence before the id changes.
    void this.composer.clear();
    this.composer.sending = false;
    this.#edit = null;
    this.#found = null;
    this.#id = row.id;
    this.persona = row.chosen_persona;

    const turn = this.window.append(view);
    turn.beginAnswer();
    this.#begin(turn);
    this.goTo(null);
    if (!this.isTemporary) this.listener.stored(this, row);
  }

  #begin(turn: Turn): void {
    this.#writing = turn;
    this.window.writing = turn;
  }

  #end(): void {
    this.#writing = null;
    this.window.writing = null;
  }

  #finished(view: TurnView): void {
    const turn = this.#writing?.view.id === view.id ? this.#writing : this.window.find(view.id);
    if (!turn) return;
    turn.finish(view);
    if (this.#writing === turn) this.#end();
    this.listener.answered(turn);
  }

  /** The call ended without the turn's last event: what the store holds is what happened. */
  async #giveUp(): Promise<void> {
    const turn = this.#writing;
    this.composer.sending = false;
    this.#end();
    if (!turn) return;
    turn.abandon();
    await this.reload();
  }
}
