/** The window as a whole: which screen is shown, and what the parts of it share. */

import {
  type Backend,
  type ErrorView,
  errorView,
  NEW_CONVERSATION,
  type RecordView,
  type StartScreen,
} from '$lib/backend/backend';
import { type Digits, L10n } from '$lib/l10n/l10n.svelte';

import { Access, isDamage } from './access.svelte';
import { Audit } from './audit.svelte';
import { Backups } from './backups.svelte';
import { Conversation, type ConversationListener } from './conversation.svelte';
import { ConversationList } from './conversation-list.svelte';
import { Engine } from './engine.svelte';
import { reached } from './milestones';
import { Preferences, type Theme } from './preferences.svelte';
import { Settings } from './settings.svelte';
import { Transfer } from './transfer.svelte';
import type { Turn } from './turn.svelte';

/** `starting` until the app has said which screen comes first; `failed` when it could not. */
export type Screen = 'starting' | 'failed' | StartScreen;

export class App implements ConversationListener {
  readonly l10n = new L10n();
  readonly preferences: Preferences;
  readonly engine: Engine;
  readonly list: ConversationList;
  readonly access: Access;
  readonly settings: Settings;
  readonly backups: Backups;
  readonly audit: Audit;
  readonly transfer: Transfer;

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
    this.access = new Access(backend, {
      enter: () => this.#enter(),
      save: () => this.#conversation.composer.save().catch(() => undefined),
      clear: () => this.#clear(),
      start: () => this.start(),
    });
    this.settings = new Settings(backend);
    this.backups = new Backups(backend);
    this.audit = new Audit(backend);
    this.transfer = new Transfer(backend, () => void this.#try(() => this.list.load()));
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
      const started = await this.backend.startState();
      const { screen, preferences, version } = started;
      this.preferences.take(preferences);
      this.access.take(started);
      this.#version = version;
      this.#failure = null;
      if (screen === 'open') await this.#enter();
      else this.#screen = screen;
    } catch (thrown) {
      this.#failure = errorView(thrown);
      this.#screen = isDamage(this.#failure.code) ? 'damaged' : 'failed';
    }
  }

  async lock(): Promise<void> {
    try {
      await this.access.lock();
    } catch (thrown) {
      await this.start();
      this.#failure = errorView(thrown);
    }
  }

  async chooseLanguage(code: string): Promise<void> {
    await this.#try(() => this.preferences.chooseLanguage(code));
  }

  async chooseDigits(digits: Digits): Promise<void> {
    await this.#try(() => this.preferences.chooseDigits(digits));
  }

  async nextTheme(): Promise<void> {
    await this.chooseTheme(this.preferences.nextTheme);
  }

  async chooseTheme(theme: Theme): Promise<void> {
    await this.#try(() => this.preferences.chooseTheme(theme));
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

  /** What was read leaves the page at once. */
  #clear(): void {
    this.settings.close();
    this.transfer.close();
    this.#busy.clear();
    this.#lastAnswered = null;
    this.#conversation = this.#unstarted('');
    this.#screen = 'starting';
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
