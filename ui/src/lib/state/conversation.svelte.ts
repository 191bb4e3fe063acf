/** The conversation on the screen: its turns, its composer, and the answer being written in it. */

import {
  type Backend,
  type ConversationView,
  type ErrorView,
  errorView,
  NEW_CONVERSATION,
  type TranscriptView,
  type TurnEvent,
  type TurnView,
} from '$lib/backend/backend';

import { Composer } from './composer.svelte';
import { Turn } from './turn.svelte';

/** The last event may travel on another road than the end of the call; this long it is waited for. */
const LAST_EVENT_WITHIN_MS = 2000;

/** What the rest of the window wants to hear of. */
export interface ConversationListener {
  /** It has a row in the store: a new one, or a newer one. */
  stored(conversation: Conversation, row: ConversationView): void;
  /** An answer has ended. */
  answered(turn: Turn): void;
}

export class Conversation {
  #id = $state(NEW_CONVERSATION);
  #turns = $state.raw<Turn[]>([]);
  #writing = $state.raw<Turn | null>(null);
  #failure = $state.raw<ErrorView | null>(null);

  readonly composer: Composer;

  /** Counts what was asked for, so that a straggling event of an earlier call is told apart. */
  #call = 0;

  constructor(
    private readonly backend: Backend,
    private readonly listener: ConversationListener,
    content: { id: string; turns: TurnView[]; draft: string },
  ) {
    this.#id = content.id;
    this.#turns = content.turns.map((turn) => new Turn(turn));
    this.composer = new Composer(backend, () => this.#id, content.draft);
  }

  static opened(
    backend: Backend,
    listener: ConversationListener,
    { conversation, turns, draft }: TranscriptView,
  ): Conversation {
    return new Conversation(backend, listener, { id: conversation.id, turns, draft });
  }

  /** Empty until the first question is in the store. */
  get id(): string {
    return this.#id;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  /** The turn whose answer is being written. */
  get writing(): Turn | null {
    return this.#writing;
  }

  get isBusy(): boolean {
    return this.#writing !== null || this.composer.sending;
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
    this.composer.sending = true;
    // A save that is still under way would bring the draft back after the store has dropped it.
    await this.composer.settle();
    const { text, examination } = this.composer;
    await this.#follow((onEvent) => this.backend.ask(this.#id, text, examination.chosen, onEvent));
  }

  async regenerate(turn: Turn): Promise<void> {
    if (this.isBusy) return;
    this.#failure = null;
    this.#begin(turn);
    await this.#follow((onEvent) => this.backend.regenerate(turn.view.id, onEvent));
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
    try {
      const { turns } = await this.backend.openConversation(this.#id);
      this.#turns = turns.map((turn) => new Turn(turn));
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }

  async #follow(ask: (onEvent: (event: TurnEvent) => void) => Promise<void>): Promise<void> {
    const call = ++this.#call;
    const isCurrent = (): boolean => call === this.#call;
    try {
      await ask((event) => {
        if (isCurrent()) this.#take(event);
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

  #take(event: TurnEvent): void {
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
    }
  }

  #asked(row: ConversationView, view: TurnView): void {
    const known = this.#turns.find((turn) => turn.view.id === view.id);
    if (known) {
      known.stored(view);
      return;
    }
    // The draft is dropped under the id that it was typed for, hence before the id changes.
    this.composer.clear();
    this.composer.sending = false;
    this.#id = row.id;

    const turn = new Turn(view);
    this.#turns = [...this.#turns, turn];
    this.#begin(turn);
    this.listener.stored(this, row);
  }

  #begin(turn: Turn): void {
    turn.beginAnswer();
    this.#writing = turn;
  }

  #finished(view: TurnView): void {
    const turn = this.#turns.find((candidate) => candidate.view.id === view.id);
    if (!turn) return;
    turn.finish(view);
    if (this.#writing === turn) this.#writing = null;
    this.listener.answered(turn);
  }

  /** The call ended without the turn's last event: what the store holds is what happened. */
  async #giveUp(): Promise<void> {
    const turn = this.#writing;
    this.composer.sending = false;
    this.#writing = null;
    if (!turn) return;
    turn.abandon();
    await this.reload();
  }
}
