/** The window as a whole: which screen is shown, and what the parts of it share. */

import {
  type Backend,
  type ErrorView,
  errorView,
  NEW_CONVERSATION,
  type RecordView,
  type StartScreen,
} from '$lib/backend/backend';
import { BedsidePane } from '$lib/bedside/pane.svelte';
import { type Digits, L10n } from '$lib/l10n/l10n.svelte';

import { Conversation, type ConversationListener } from './conversation.svelte';
import { ConversationList } from './conversation-list.svelte';
import { Engine } from './engine.svelte';
import { reached } from './milestones';
import { Preferences } from './preferences.svelte';
import type { Turn } from './turn.svelte';

/** `starting` until the app has said which screen comes first; `failed` when it could not. */
export type Screen = 'starting' | 'failed' | StartScreen;

export class App implements ConversationListener {
  readonly l10n = new L10n();
  readonly preferences: Preferences;
  readonly engine: Engine;
  readonly list: ConversationList;
  readonly bedside: BedsidePane;

  #screen = $state<Screen>('starting');
  #version = $state('');
  #failure = $state.raw<ErrorView | null>(null);
  #conversation: Conversation;
  #lastAnswered = $state.raw<Turn | null>(null);

  /** Conversations with an answer under way, so that coming back finds it still growing. */
  readonly #busy = new Map<string, Conversation>();

  constructor(
    private readonly backend: Backend,
    now: () => number = Date.now,
  ) {
    this.preferences = new Preferences(backend, this.l10n);
    this.engine = new Engine(backend);
    this.list = new ConversationList(backend, now);
    this.bedside = new BedsidePane(backend);
    this.#conversation = $state.raw(this.#unstarted(''));
  }

  get screen(): Screen {
    return this.#screen;
  }

  get version(): string {
    return this.#version;
  }

  /** Why something that belongs to no single conversation went wrong. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** The one on the screen. */
  get conversation(): Conversation {
    return this.#conversation;
  }

  /** The turn whose answer ended last, for the screen reader. */
  get lastAnswered(): Turn | null {
    return this.#lastAnswered;
  }

  async start(): Promise<void> {
    try {
      const { screen, preferences, version } = await this.backend.startState();
      this.preferences.take(preferences);
      this.#version = version;
      this.#failure = null;
      if (screen === 'open') await this.#enter();
      else this.#screen = screen;
    } catch (thrown) {
      this.#failure = errorView(thrown);
      this.#screen = 'failed';
    }
  }

  /** Rejects with what the first-run screen is to show. */
  async createStore(passphrase: string): Promise<void> {
    await this.backend.createStore(passphrase);
    await this.#enter();
  }

  /** Rejects with what the unlock screen is to show. */
  async unlock(passphrase: string): Promise<void> {
    await this.backend.unlock(passphrase);
    await this.#enter();
  }

  async chooseLanguage(code: string): Promise<void> {
    await this.#try(() => this.preferences.chooseLanguage(code));
  }

  async chooseDigits(digits: Digits): Promise<void> {
    await this.#try(() => this.preferences.chooseDigits(digits));
  }

  async nextTheme(): Promise<void> {
    await this.#try(() => this.preferences.chooseTheme(this.preferences.nextTheme));
  }

  async open(id: string): Promise<void> {
    if (id === this.#conversation.id) return;
    await this.#try(async () => {
      await this.#leave();
      this.#conversation =
        this.#busy.get(id) ??
        Conversation.opened(this.backend, this, await this.backend.openConversation(id));
    });
  }

  async startNew(): Promise<void> {
    if (this.#conversation.id === NEW_CONVERSATION) return;
    await this.#try(async () => {
      await this.#leave();
      this.#conversation = this.#unstarted(await this.backend.newDraft());
    });
  }

  async rename(id: string, title: string): Promise<void> {
    await this.#try(() => this.list.rename(id, title));
  }

  /** A stored answer as it is copied into a patient's record. */
  recordText(turn: string, answer: string): Promise<RecordView> {
    return this.backend.recordText(turn, answer);
  }

  /** Puts a text behind what is being asked, apart from it. */
  insertIntoQuestion(text: string): void {
    const { composer } = this.#conversation;
    const before = composer.text.trimEnd();
    composer.type(before === '' ? `${text}\n` : `${before}\n\n${text}\n`);
  }

  dismissFailure(): void {
    this.#failure = null;
  }

  stored(conversation: Conversation, row: Parameters<ConversationList['put']>[0]): void {
    if (conversation !== this.#conversation) this.#busy.set(row.id, conversation);
    this.list.put(row);
  }

  answered(turn: Turn): void {
    this.#busy.delete(turn.view.conversation);
    this.#lastAnswered = turn;
  }

  /** The store is open. The composer comes first: the rest fills in behind it. */
  async #enter(): Promise<void> {
    reached('unlocked');
    const draft = await this.backend.newDraft().catch(() => '');
    this.#conversation = this.#unstarted(draft);
    this.#screen = 'open';
    void this.#try(() => this.list.load());
    void this.#try(() => this.engine.readModel());
    void this.#try(() => this.engine.watch());
  }

  async #leave(): Promise<void> {
    const { id, isBusy, composer } = this.#conversation;
    if (isBusy && id !== NEW_CONVERSATION) this.#busy.set(id, this.#conversation);
    await composer.save();
  }

  #unstarted(draft: string): Conversation {
    return new Conversation(this.backend, this, { id: NEW_CONVERSATION, turns: [], draft });
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
