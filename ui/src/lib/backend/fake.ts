/**
 * A backend without an app behind it, for tests and for the preview. Never part of what is shipped.
 *
 * It keeps what it is told in memory and says nothing by itself: whoever uses it plays the engine through `FakeTurn`.
 */

import {
  type AnswerView,
  type Backend,
  BackendError,
  type ConversationPageView,
  type BedsideAnswerView,
  type BedsideCatalogueView,
  type BedsideFormView,
  type BedsideOfferView,
  type ConversationView,
  type DraftView,
  type EngineView,
  type EntryRequest,
  type ErrorView,
  type FolderView,
  type ModelChoiceView,
  type ModelView,
  NEW_CONVERSATION,
  type OwnRangeView,
  type PasteView,
  type PreferencesView,
  type RangeView,
  type RecordView,
  type SearchPageView,
  type SearchRequestView,
  type ShelfView,
  type StartScreen,
  type StartView,
  TEMPORARY_CONVERSATION,
  type TranscriptView,
  type TurnEvent,
  type TurnView,
} from './backend';
import { FakeSafety, type FakeSafetyContent, SAFETY } from './fake-safety';
import { searched } from './fake-search';
import { FakeStore } from './fake-store';
import { FakeTurn } from './fake-turn';
import { emptyRow, newTurn, titled } from './fake-views';

export { FakeTurn } from './fake-turn';
export { plainSpan } from './fake-views';

export interface FakeContent extends FakeSafetyContent {
  screen: StartScreen;
  /** Why it is locked. */
  notice: string;
  preferences: PreferencesView;
  model: ModelView;
  engine: EngineView;
  conversations: TranscriptView[];
  folders: FolderView[];
  installedModels: ModelChoiceView[];
  temporaryTurns: TurnView[];
  newDraft: string;
  /** Plays the engine; a test leaves it out and plays it by hand. */
  onTurn: (turn: FakeTurn) => void;
  /** What is known of a draft, beside what nothing tells. */
  onDraft: (text: string, language: string) => Partial<DraftView>;
  onPaste: (text: string) => PasteView;
  /** The bedside tools, played by whoever needs them. */
  bedside: FakeBedside;
}

export interface FakeBedside {
  catalogue: (language: string) => BedsideCatalogueView;
  find: (words: string) => string[];
  form: (tool: string, language: string) => BedsideFormView;
  evaluate: (
    tool: string,
    language: string,
    entries: EntryRequest[],
  ) => BedsideAnswerView | Promise<BedsideAnswerView>;
  offers: (tool: string, told: string[]) => BedsideOfferView[];
  ranges: (own: OwnRangeView[]) => RangeView[];
}

type Command = keyof Backend;

const STANDARD: FakeContent = {
  ...SAFETY,
  screen: 'open',
  notice: '',
  preferences: { language: 'en', theme: 'light', digits: 'latn' },
  passphrase: 'correct horse battery',
  model: { name: 'Fake model', file: 'fake.gguf', sha256: 'f'.repeat(64), notices: [] },
  engine: { kind: 'ready' },
  conversations: [],
  folders: [],
  installedModels: [],
  temporaryTurns: [],
  newDraft: '',
  onTurn: () => undefined,
  onDraft: () => ({}),
  onPaste: (text) => ({ text, removed: [] }),
  bedside: {
    catalogue: () => ({ groups: [] }),
    find: () => [],
    form: () => {
      throw new BackendError({ code: 'tool-unknown', arguments: [] });
    },
    evaluate: () => ({ cards: [], problems: [], remarks: [] }),
    offers: () => [],
    ranges: () => [],
  },
  now: Date.now,
};

export class FakeBackend extends FakeSafety implements Backend {
  /** Every call that changes something, in order. */
  readonly calls: { command: Command; given: unknown[] }[] = [];
  /** Every turn that was asked for, in order. */
  readonly asked: FakeTurn[] = [];
  readonly drafts = new Map<string, string>();

  readonly #content: FakeContent;
  readonly #store: FakeStore;
  #temporary: TurnView[];
  readonly #failures = new Map<Command, ErrorView>();
  #onEngine: (engine: EngineView) => void = () => undefined;

  constructor(content: Partial<FakeContent> = {}) {
    const whole = { ...STANDARD, ...content };
    super(whole);
    this.#content = whole;
    const { conversations, folders, temporaryTurns } = this.#content;
    this.#store = new FakeStore(conversations, folders);
    this.#temporary = temporaryTurns;
    for (const { conversation, draft } of conversations) this.drafts.set(conversation.id, draft);
    this.drafts.set(NEW_CONVERSATION, this.#content.newDraft);
  }

  /** From now on the command fails. */
  fail(command: Command, code: string, given: Record<string, string> = {}): void {
    const list = Object.entries(given).map(([name, value]) => ({ name, value }));
    this.#failures.set(command, { code, arguments: list });
  }

  succeed(command: Command): void {
    this.#failures.delete(command);
  }

  engineIs(engine: EngineView): void {
    this.#content.engine = engine;
    this.#onEngine(engine);
  }

  async startState(): Promise<StartView> {
    await this.#step('startState');
    const { screen, notice, preferences, settings } = this.#content;
    const { has_recovery_code, unlocks_with_keychain } = settings;
    const version = '0.1.0';
    return { screen, preferences, version, has_recovery_code, unlocks_with_keychain, notice };
  }

  async createStore(passphrase: string): Promise<void> {
    await this.#step('createStore', passphrase);
    this.#content.passphrase = passphrase;
  }

  async unlock(passphrase: string): Promise<void> {
    await this.#step('unlock', passphrase);
    if (passphrase !== this.#content.passphrase) {
      throw new BackendError({ code: 'passphrase-wrong', arguments: [] });
    }
  }

  async setPreferences(preferences: PreferencesView): Promise<void> {
    await this.#step('setPreferences', preferences);
    this.#content.preferences = preferences;
  }

  async model(): Promise<ModelView> {
    await this.#step('model');
    return this.#content.model;
  }

  async watchEngine(onChange: (engine: EngineView) => void): Promise<void> {
    await this.#step('watchEngine');
    this.#onEngine = onChange;
    onChange(this.#content.engine);
  }

  async listConversations(
    shelf: ShelfView,
    folder: string,
    after: string,
  ): Promise<ConversationPageView> {
    await this.#step('listConversations', shelf, folder, after);
    return this.#store.page(shelf, folder, after);
  }

  async openConversation(id: string): Promise<TranscriptView> {
    await this.#step('openConversation', id);
    return this.#withDraft(this.#store.transcript(id));
  }

  async renameConversation(id: string, title: string): Promise<ConversationView> {
    await this.#step('renameConversation', id, title);
    return this.#store.change(id, titled(this.#store.row(id), title));
  }

  async pinConversation(id: string, pinned: boolean): Promise<ConversationView> {
    await this.#step('pinConversation', id, pinned);
    return this.#store.change(id, { pinned });
  }

  async archiveConversation(id: string, archived: boolean): Promise<ConversationView> {
    await this.#step('archiveConversation', id, archived);
    return this.#store.change(id, { archived });
  }

  async moveConversation(id: string, folder: string): Promise<ConversationView> {
    await this.#step('moveConversation', id, folder);
    return this.#store.change(id, { folder });
  }

  async deleteConversation(id: string): Promise<ConversationView> {
    await this.#step('deleteConversation', id);
    return this.#store.change(id, { binned: true });
  }

  async undeleteConversation(id: string): Promise<ConversationView> {
    await this.#step('undeleteConversation', id);
    return this.#store.change(id, { binned: false });
  }

  async eraseConversation(id: string): Promise<void> {
    await this.#step('eraseConversation', id);
    this.#store.erase(id);
  }

  async setConversationPersona(id: string, persona: string): Promise<ConversationView> {
    await this.#step('setConversationPersona', id, persona);
    return this.#store.change(id, { persona });
  }

  async setConversationLanguage(id: string, language: string): Promise<ConversationView> {
    await this.#step('setConversationLanguage', id, language);
    return this.#store.change(id, { language });
  }

  async setConversationModel(id: string, model: string): Promise<ConversationView> {
    await this.#step('setConversationModel', id, model);
    return this.#store.change(id, { model });
  }

  async installedModels(): Promise<ModelChoiceView[]> {
    await this.#step('installedModels');
    return this.#content.installedModels;
  }

  async folders(): Promise<FolderView[]> {
    await this.#step('folders');
    return this.#store.folders;
  }

  async makeFolder(name: string): Promise<FolderView> {
    await this.#step('makeFolder', name);
    return this.#store.makeFolder(name);
  }

  async renameFolder(id: string, name: string): Promise<FolderView> {
    await this.#step('renameFolder', id, name);
    return this.#store.renameFolder(id, name);
  }

  async removeFolder(id: string): Promise<void> {
    await this.#step('removeFolder', id);
    this.#store.removeFolder(id);
  }

  async turns(conversation: string, from: number, to: number): Promise<TurnView[]> {
    await this.#step('turns', conversation, from, to);
    return this.#store.branch(conversation).slice(Math.max(from, 0), to);
  }

  async revealTurn(turn: string, answer: string): Promise<TranscriptView> {
    await this.#step('revealTurn', turn, answer);
    return this.#withDraft(this.#store.reveal(turn, answer));
  }

  async chooseTurn(turn: string): Promise<TranscriptView> {
    await this.#step('chooseTurn', turn);
    return this.#withDraft(this.#store.reveal(turn, ''));
  }

  async chooseAnswer(answer: string): Promise<TranscriptView> {
    await this.#step('chooseAnswer', answer);
    return this.#withDraft(this.#store.reveal(this.#store.chooseAnswer(answer).id, answer));
  }

  async forkConversation(turn: string): Promise<ConversationView> {
    await this.#step('forkConversation', turn);
    return this.#store.fork(turn, this.#content.now());
  }

  async search(request: SearchRequestView): Promise<SearchPageView> {
    await this.#step('search', request);
    return searched(this.#store, request);
  }

  async ask(
    conversation: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void> {
    await this.#step('ask', conversation, question, language);
    const id =
      conversation === NEW_CONVERSATION ? `conversation-${this.asked.length}` : conversation;
    const row = this.#store.rows.get(id) ?? titled(emptyRow(id), question);
    const view = { ...newTurn(`turn-${this.asked.length}`, id, question), language };
    this.drafts.set(conversation, '');
    await this.#playNew(view, row, onEvent);
  }

  async editQuestion(
    turn: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void> {
    await this.#step('editQuestion', turn, question, language);
    const { conversation } = this.#store.turn(turn);
    const view = { ...newTurn(`turn-${this.asked.length}`, conversation, question), language };
    await this.#playNew(view, this.#store.row(conversation), onEvent, this.#store.before(turn));
  }

  async regenerate(turn: string, onEvent: (event: TurnEvent) => void): Promise<void> {
    await this.#step('regenerate', turn);
    await this.#playKept(this.#store.turn(turn), onEvent);
  }

  async continueAnswer(turn: string, onEvent: (event: TurnEvent) => void): Promise<void> {
    await this.#step('continueAnswer', turn);
    const view = this.#store.turn(turn);
    await this.#playKept(
      view,
      onEvent,
      view.answers.find(({ id }) => id === view.chosen_answer),
    );
  }

  async askTemporarily(
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void> {
    await this.#step('askTemporarily', question, language);
    const id = TEMPORARY_CONVERSATION;
    const position = this.#temporary.length;
    const turn = new FakeTurn(
      { ...newTurn(`turn-${this.asked.length}`, id, question), language, position },
      this.#content.model,
      onEvent,
    );
    this.asked.push(turn);
    onEvent({ kind: 'asked', conversation: titled(emptyRow(id), question), turn: turn.view });
    this.#content.onTurn(turn);
    await turn.ended;
    this.#temporary = [...this.#temporary, turn.view];
  }

  async endTemporary(): Promise<void> {
    await this.#step('endTemporary');
    this.#temporary = [];
  }

  async temporaryTurns(): Promise<TurnView[]> {
    await this.#step('temporaryTurns');
    return this.#temporary;
  }

  async stop(turn: string): Promise<void> {
    await this.#step('stop', turn);
    this.asked.findLast(({ view }) => view.id === turn)?.onStop();
  }

  async examineDraft(text: string, language: string): Promise<DraftView> {
    await this.#step('examineDraft', text, language);
    const known = this.#content.onDraft(text, language);
    return {
      language: language || (known.detected ?? ''),
      detected: '',
      dialect: '',
      warnings: [],
      hints: [],
      preview: [],
      needs_preview: false,
      ...known,
    };
  }

  async receivePaste(text: string): Promise<PasteView> {
    await this.#step('receivePaste', text);
    return this.#content.onPaste(text);
  }

  async recordText(turn: string, answer: string): Promise<RecordView> {
    await this.#step('recordText', turn, answer);
    const stored = this.#store.turn(turn).answers.find(({ id }) => id === answer);
    if (!stored) throw new BackendError({ code: 'turn-missing', arguments: [] });
    const source = `Text generated by ${stored.model}`;
    return { plain: `${stored.text}\n\n${source}`, html: `<p>${stored.text}</p><p>${source}</p>` };
  }

  async bedsideCatalogue(language: string): Promise<BedsideCatalogueView> {
    await this.#step('bedsideCatalogue', language);
    return this.#content.bedside.catalogue(language);
  }

  async bedsideFind(words: string): Promise<string[]> {
    await this.#step('bedsideFind', words);
    return this.#content.bedside.find(words);
  }

  async bedsideForm(tool: string, language: string): Promise<BedsideFormView> {
    await this.#step('bedsideForm', tool, language);
    return this.#content.bedside.form(tool, language);
  }

  async bedsideEvaluate(
    tool: string,
    language: string,
    entries: EntryRequest[],
  ): Promise<BedsideAnswerView> {
    await this.#step('bedsideEvaluate', tool, language, entries);
    return this.#content.bedside.evaluate(tool, language, entries);
  }

  async bedsideOffers(tool: string, language: string, told: string[]): Promise<BedsideOfferView[]> {
    await this.#step('bedsideOffers', tool, language, told);
    return this.#content.bedside.offers(tool, told);
  }

  async bedsideRanges(language: string): Promise<RangeView[]> {
    await this.#step('bedsideRanges', language);
    return this.#content.bedside.ranges([]);
  }

  async setBedsideRanges(language: string, ranges: OwnRangeView[]): Promise<RangeView[]> {
    await this.#step('setBedsideRanges', language, ranges);
    return this.#content.bedside.ranges(ranges);
  }

  async saveDraft(conversation: string, text: string): Promise<void> {
    await this.#step('saveDraft', conversation, text);
    this.drafts.set(conversation, text);
  }

  async newDraft(): Promise<string> {
    await this.#step('newDraft');
    return this.drafts.get(NEW_CONVERSATION) ?? '';
  }

  async lock(): Promise<void> {
    await this.#step('lock');
    this.#content.screen = 'locked';
    this.#content.notice = 'locked-by-user';
  }

  /** From now on the app begins with this screen. */
  beginsWith(screen: StartScreen): void {
    this.#content.screen = screen;
  }

  protected override step(command: Command, ...given: unknown[]): Promise<void> {
    return this.#step(command, ...given);
  }

  async #step(command: Command, ...given: unknown[]): Promise<void> {
    this.calls.push({ command, given });
    await Promise.resolve();
    const failure = this.#failures.get(command);
    if (failure) throw new BackendError(failure);
  }

  async #playNew(
    given: TurnView,
    row: ConversationView,
    onEvent: (event: TurnEvent) => void,
    after?: string,
  ): Promise<void> {
    const updated = { ...row, updated_at: this.#content.now() };
    this.#store.rows.set(row.id, updated);
    this.#store.keep(given, after);
    const turn = new FakeTurn(this.#store.turn(given.id), this.#content.model, onEvent);
    this.asked.push(turn);
    onEvent({ kind: 'asked', conversation: updated, turn: turn.view });
    this.#content.onTurn(turn);
    await turn.ended;
    this.#store.keep(turn.view);
  }

  async #playKept(
    view: TurnView,
    onEvent: (event: TurnEvent) => void,
    continued?: AnswerView,
  ): Promise<void> {
    const turn = new FakeTurn(view, this.#content.model, onEvent, continued);
    this.asked.push(turn);
    this.#content.onTurn(turn);
    await turn.ended;
    this.#store.keep(turn.view);
  }

  #withDraft(transcript: TranscriptView): TranscriptView {
    return { ...transcript, draft: this.drafts.get(transcript.conversation.id) ?? '' };
  }
}
