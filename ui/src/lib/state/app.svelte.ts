/** The window as a whole: which screen is shown, and what the parts of it share. */

import {
  type Backend,
  type ConversationView,
  type ErrorView,
  errorView,
  NEW_CONVERSATION,
  type RecordView,
  type SearchHitView,
  type StartScreen,
  type TemplateEntryRequest,
  TEMPORARY_CONVERSATION,
  type TranscriptView,
} from '$lib/backend/backend';
import { BedsidePane } from '$lib/bedside/pane.svelte';
import { type Digits, L10n } from '$lib/l10n/l10n.svelte';

import { Access, isDamage } from './access.svelte';
import { Answering } from './answering.svelte';
import { Audit } from './audit.svelte';
import { Backups } from './backups.svelte';
import { Checks } from './checks.svelte';
import { Conversation, type ConversationListener } from './conversation.svelte';
import { ConversationList } from './conversation-list.svelte';
import { Deeds } from './deeds.svelte';
import { Engine } from './engine.svelte';
import { Help } from './help.svelte';
import { reached } from './milestones';
import { Models } from './models.svelte';
import { Preferences, type Theme } from './preferences.svelte';
import { Safeguards } from './safeguards.svelte';
import { Search } from './search.svelte';
import { Settings } from './settings.svelte';
import { Templates } from './templates.svelte';
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
  /** How answers are drawn, and how the engine is run. */
  readonly answering: Answering;
  readonly backups: Backups;
  readonly audit: Audit;
  readonly transfer: Transfer;
  readonly search: Search;
  /** What can be done with whole conversations. */
  readonly deeds: Deeds;
  readonly bedside: BedsidePane;
  /** How far a model can be trusted here. */
  readonly checks: Checks;
  /** Personas and templates. */
  readonly templates: Templates;
  readonly models: Models;
  /** Intended use, and the name under copies for a record. */
  readonly safeguards: Safeguards;
  readonly help: Help;

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
      save: () => this.#conversation.save().catch(() => undefined),
      clear: () => this.#clear(),
      start: () => this.start(),
    });
    this.settings = new Settings(backend);
    this.answering = new Answering(backend);
    this.backups = new Backups(backend);
    this.audit = new Audit(backend);
    this.transfer = new Transfer(backend, () => void this.#try(() => this.list.load()));
    this.search = new Search(backend, now);
    this.deeds = new Deeds(backend, this.list, {
      attempt: (step) => this.#try(step),
      leave: (id) => this.#leaveRow(id),
    });
    this.bedside = new BedsidePane(backend);
    this.checks = new Checks(backend, (says) => this.deeds.last.say({ says, variables: {} }));
    this.templates = new Templates(backend, () => this.l10n.code);
    this.models = new Models(backend, {
      changed: () => void this.#try(() => this.engine.readModel()),
      found: (file) => this.deeds.last.say({ says: 'models-offered-notice', variables: { file } }),
      dropped: () => this.openModels(),
    });
    this.safeguards = new Safeguards(backend);
    this.help = new Help(backend, () => this.l10n.code);
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

  /** What the person has written in this conversation, newest first; nothing before it is unlocked. */
  get told(): string[] {
    if (this.#screen !== 'open') return [];
    const { composer, turns } = this.#conversation;
    const questions = turns.map(({ view }) => view.question).reverse();
    return [composer.text, ...questions].filter((text) => text.trim() !== '');
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

  openChecks(): void {
    this.help.close();
    this.settings.close();
    this.models.close();
    void this.checks.open(this.engine.model);
  }

  openSettings(): void {
    this.help.close();
    this.checks.close();
    this.models.close();
    this.settings.open();
  }

  /** With a page; without one where it was left, and for an empty one at the first. */
  openHelp(page?: string): void {
    this.checks.close();
    this.settings.close();
    this.models.close();
    this.help.open(page);
  }

  openModels(): void {
    this.help.close();
    this.checks.close();
    this.settings.close();
    void this.models.open();
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

  async chooseTextSize(percent: number): Promise<void> {
    await this.#try(() => this.preferences.chooseTextSize(percent));
  }

  async open(id: string): Promise<void> {
    if (id === this.#conversation.id) return;
    await this.#try(() => this.#open(id));
  }

  async startNew(): Promise<void> {
    if (this.#conversation.id === NEW_CONVERSATION) return;
    await this.#try(async () => {
      const draft = await this.backend.newDraft();
      await this.#leave();
      this.#conversation = this.#unstarted(draft);
      void this.#readPersona(this.#conversation);
    });
  }

  /** A conversation of which nothing is ever written to the disk. */
  async startTemporary(): Promise<void> {
    if (this.#conversation.isTemporary) return;
    await this.#try(async () => {
      await this.#leave();
      this.#conversation = Conversation.unstarted(this.backend, this, '', TEMPORARY_CONVERSATION);
    });
  }

  /** Opens what a search has found, at the words. */
  async reveal({ conversation, turn, answer, ranges }: SearchHitView): Promise<void> {
    const found = { turn, answer, ranges };
    if (turn === '') await this.open(conversation);
    else if (conversation === this.#conversation.id) await this.#conversation.reveal(found);
    else {
      await this.#try(async () => {
        await this.#open(conversation, () => this.backend.revealTurn(turn, answer));
        this.#conversation.mark(found);
      });
    }
  }

  /** A conversation of its own out of everything up to a turn. */
  async fork(turn: Turn): Promise<void> {
    await this.#try(async () => {
      const row = await this.backend.forkConversation(turn.view.id);
      this.list.put(row);
      await this.#open(row.id);
      this.deeds.last.say({ says: 'forked', variables: {} });
    });
  }

  /** A stored answer as it is copied into a patient's record. */
  recordText(turn: string, answer: string): Promise<RecordView> {
    return this.backend.recordText(turn, answer);
  }

  /** What the model is told to be in the open conversation; an empty template is no persona. */
  async choosePersona(template: string, entries: readonly TemplateEntryRequest[]): Promise<void> {
    const conversation = this.#conversation;
    await this.#try(async () => {
      conversation.persona = await this.backend.choosePersona(conversation.id, template, [
        ...entries,
      ]);
    });
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

  titled(row: ConversationView): void {
    this.list.put(row);
  }

  answered(turn: Turn): void {
    this.#busy.delete(turn.view.conversation);
    this.#lastAnswered = turn;
  }

  /** The store is open. The composer comes first: the rest fills in behind it. */
  async #enter(): Promise<void> {
    reached('unlocked');
    const safeguards = this.safeguards.load();
    const draft = await this.backend.newDraft().catch(() => '');
    const temporary = await this.backend.temporaryTurns().catch(() => []);
    await safeguards;
    this.#conversation =
      temporary.length === 0
        ? this.#unstarted(draft)
        : Conversation.unstarted(this.backend, this, '', TEMPORARY_CONVERSATION, temporary);
    this.#screen = 'open';
    void this.#readPersona(this.#conversation);
    void this.#try(() => this.list.load());
    void this.#try(() => this.engine.readModel());
    void this.#try(() => this.engine.watch());
    void this.checks.loadStandings();
    void this.models.watch();
    void this.#sayReplaced();
  }

  /** What was kept and may not be so is said once, in the language of the window. */
  async #sayReplaced(): Promise<void> {
    await this.answering.load();
    const names = this.answering.replacedNames(this.l10n);
    if (names !== '') this.deeds.last.say({ says: 'settings-replaced', variables: { names } });
  }

  /** What was chosen for a conversation that has no question yet. */
  #readPersona(conversation: Conversation): Promise<void> {
    return this.#try(async () => {
      const persona = await this.backend.personaOf(conversation.id);
      if (conversation.turns.length === 0 || conversation.isTemporary)
        conversation.persona = persona;
    });
  }

  /** What was read leaves the page at once. */
  #clear(): void {
    this.settings.close();
    this.transfer.close();
    this.checks.clear();
    this.templates.clear();
    this.models.clear();
    this.answering.clear();
    this.safeguards.clear();
    this.help.close();
    this.#busy.clear();
    this.#lastAnswered = null;
    this.#conversation = this.#unstarted('');
    this.#screen = 'starting';
  }

  /** Where an answer is under way, the conversation comes back as it was left. */
  async #open(
    id: string,
    read = (): Promise<TranscriptView> => this.backend.openConversation(id),
  ): Promise<void> {
    const opened = this.#busy.get(id) ?? Conversation.opened(this.backend, this, await read());
    await this.#leave();
    this.#conversation = opened;
  }

  async #leave(): Promise<void> {
    const { id, isBusy, isTemporary, turns } = this.#conversation;
    if (isTemporary) {
      await this.#conversation.stop();
      await this.backend.endTemporary();
      this.#lastAnswered = null;
      if (turns.length > 0) this.deeds.last.say({ says: 'temporary-gone', variables: {} });
      return;
    }
    if (isBusy && id !== NEW_CONVERSATION) this.#busy.set(id, this.#conversation);
    await this.#conversation.save();
  }

  /** A conversation that goes into the bin is not looked at any more. */
  async #leaveRow(id: string): Promise<void> {
    const conversation = this.#conversation.id === id ? this.#conversation : this.#busy.get(id);
    await conversation?.stop();
    if (this.#conversation.id === id) await this.startNew();
    this.#busy.delete(id);
  }

  #unstarted(draft: string): Conversation {
    return Conversation.unstarted(this.backend, this, draft);
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
