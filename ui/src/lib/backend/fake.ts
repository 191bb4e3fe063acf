/**
 * A backend without an app behind it, for tests and for the preview. Never part of what is shipped.
 *
 * It keeps what it is told in memory and says nothing by itself: whoever uses it plays the engine through `FakeTurn`.
 */

import {
  type AnswerStateView,
  type AnswerView,
  type Backend,
  BackendError,
  type BedsideAnswerView,
  type BedsideCatalogueView,
  type BedsideFormView,
  type BlockView,
  type ConversationView,
  type DraftView,
  type EngineView,
  type EntryRequest,
  type ErrorView,
  type ModelView,
  NEW_CONVERSATION,
  type OpenBlockKind,
  type OpenBlockView,
  type OwnRangeView,
  type PasteView,
  type PreferencesView,
  type RangeView,
  type RecordView,
  type SpanView,
  type StartScreen,
  type StartView,
  type TranscriptView,
  type TurnEvent,
  type TurnView,
} from './backend';

export interface FakeContent {
  screen: StartScreen;
  preferences: PreferencesView;
  passphrase: string;
  model: ModelView;
  engine: EngineView;
  conversations: TranscriptView[];
  newDraft: string;
  /** Plays the engine; a test leaves it out and plays it by hand. */
  onTurn: (turn: FakeTurn) => void;
  /** What is known of a draft, beside what nothing tells. */
  onDraft: (text: string, language: string) => Partial<DraftView>;
  onPaste: (text: string) => PasteView;
  /** The bedside tools, played by whoever needs them. */
  bedside: FakeBedside;
  now: () => number;
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
  ranges: (own: OwnRangeView[]) => RangeView[];
}

type Command = keyof Backend;

const STANDARD: FakeContent = {
  screen: 'open',
  preferences: { language: 'en', theme: 'light', digits: 'latn' },
  passphrase: 'correct horse battery',
  model: { name: 'Fake model', file: 'fake.gguf', sha256: 'f'.repeat(64), notices: [] },
  engine: { kind: 'ready' },
  conversations: [],
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
    ranges: () => [],
  },
  now: Date.now,
};

export class FakeBackend implements Backend {
  /** Every call that changes something, in order. */
  readonly calls: { command: Command; given: unknown[] }[] = [];
  /** Every turn that was asked for, in order. */
  readonly turns: FakeTurn[] = [];
  readonly drafts = new Map<string, string>();

  readonly #content: FakeContent;
  readonly #transcripts: Map<string, TranscriptView>;
  readonly #failures = new Map<Command, ErrorView>();
  #onEngine: (engine: EngineView) => void = () => undefined;

  constructor(content: Partial<FakeContent> = {}) {
    this.#content = { ...STANDARD, ...content };
    this.#transcripts = new Map(
      this.#content.conversations.map((transcript) => [transcript.conversation.id, transcript]),
    );
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
    const { screen, preferences } = this.#content;
    return { screen, preferences, version: '0.1.0' };
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

  async conversations(): Promise<ConversationView[]> {
    await this.#step('conversations');
    return [...this.#transcripts.values()]
      .map(({ conversation }) => conversation)
      .sort((one, other) => (other.updated_at ?? 0) - (one.updated_at ?? 0));
  }

  async openConversation(id: string): Promise<TranscriptView> {
    await this.#step('openConversation', id);
    const known = this.#transcript(id);
    return { ...known, draft: this.drafts.get(id) ?? known.draft };
  }

  async renameConversation(id: string, title: string): Promise<ConversationView> {
    await this.#step('renameConversation', id, title);
    const known = this.#transcript(id);
    const conversation = titled(known.conversation, title);
    this.#transcripts.set(id, { ...known, conversation });
    return conversation;
  }

  async ask(
    conversation: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void> {
    await this.#step('ask', conversation, question, language);
    const id =
      conversation === NEW_CONVERSATION ? `conversation-${this.turns.length}` : conversation;
    const row = this.#transcripts.get(id)?.conversation ?? titled(emptyRow(id), question);
    const view = { ...newTurn(`turn-${this.turns.length}`, id, question), language };
    await this.#play(view, row, onEvent, true);
  }

  async regenerate(turn: string, onEvent: (event: TurnEvent) => void): Promise<void> {
    await this.#step('regenerate', turn);
    const known = [...this.#transcripts.values()].find(({ turns }) =>
      turns.some(({ id }) => id === turn),
    );
    const view = known?.turns.find(({ id }) => id === turn);
    if (!known || !view) throw new BackendError({ code: 'turn-missing', arguments: [] });
    await this.#play(view, known.conversation, onEvent, false);
  }

  async stop(turn: string): Promise<void> {
    await this.#step('stop', turn);
    this.turns.findLast(({ view }) => view.id === turn)?.onStop();
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
    const stored = [...this.#transcripts.values()]
      .flatMap(({ turns }) => turns)
      .find(({ id }) => id === turn)
      ?.answers.find(({ id }) => id === answer);
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

  async #step(command: Command, ...given: unknown[]): Promise<void> {
    this.calls.push({ command, given });
    await Promise.resolve();
    const failure = this.#failures.get(command);
    if (failure) throw new BackendError(failure);
  }

  async #play(
    view: TurnView,
    row: ConversationView,
    onEvent: (event: TurnEvent) => void,
    isNew: boolean,
  ): Promise<void> {
    const turn = new FakeTurn(view, this.#content.model, onEvent);
    this.turns.push(turn);
    const updated = { ...row, updated_at: this.#content.now() };
    if (isNew) {
      this.#keep(updated, turn.view);
      onEvent({ kind: 'asked', conversation: updated, turn: turn.view });
    }
    this.#content.onTurn(turn);
    await turn.ended;
    this.#keep(updated, turn.view);
  }

  #keep(conversation: ConversationView, view: TurnView): void {
    const turns = this.#transcripts.get(conversation.id)?.turns ?? [];
    this.#transcripts.set(conversation.id, {
      conversation,
      turns: [...turns.filter(({ id }) => id !== view.id), view],
      draft: '',
    });
  }

  #transcript(id: string): TranscriptView {
    const known = this.#transcripts.get(id);
    if (!known) throw new BackendError({ code: 'conversation-missing', arguments: [] });
    return known;
  }
}

/** One answer, played word by word. */
export class FakeTurn {
  /** What the stop button does here. */
  onStop: () => void = () => undefined;

  readonly ended: Promise<void>;

  #view: TurnView;
  #end: () => void = () => undefined;
  #fail: (error: BackendError) => void = () => undefined;
  #index = 0;
  #tokens = 0;

  constructor(
    view: TurnView,
    private readonly model: ModelView,
    private readonly onEvent: (event: TurnEvent) => void,
  ) {
    this.#view = view;
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  get view(): TurnView {
    return this.#view;
  }

  /** The growing block gets more characters. */
  write(
    append: string,
    { kind = 'paragraph', number = 0, direction = 'ltr' }: Partial<OpenBlockView> = {},
  ): void {
    this.#emit([], append, kind, direction, number);
  }

  /** The growing block is finished as these; the next one is empty. */
  close(closed: BlockView[], direction = 'ltr', kind: OpenBlockKind = 'paragraph'): void {
    this.#index += 1;
    this.#emit(closed, '', kind, direction);
  }

  /** Everything so far is finished as these, and nothing is begun. */
  closeAll(closed: BlockView[]): void {
    this.onEvent({
      kind: 'writing',
      answer: this.#answer,
      closed,
      open: { index: -1, kind: 'paragraph', number: 0, direction: 'ltr', append: '' },
      answer_tokens: this.#tokens,
    });
  }

  finish(text: string, blocks: BlockView[], state: AnswerStateView = 'complete'): void {
    const answer: AnswerView = {
      id: this.#answer,
      text,
      blocks,
      state,
      model: this.model.name,
      model_sha256: this.model.sha256,
      model_notices: this.model.notices,
      answer_tokens: this.#tokens,
      first_token_seconds: 0.42,
      tokens_per_second: 31.7,
    };
    this.#finished({ ...this.#view, answers: [...this.#view.answers, answer] });
  }

  decline(reason: string, language: string): void {
    this.#finished({ ...this.#view, declined: reason, declined_language: language });
  }

  /** The call fails after the question has been stored. */
  break(code: string): void {
    this.#fail(new BackendError({ code, arguments: [] }));
  }

  get #answer(): string {
    return `${this.#view.id}-answer-${this.#view.answers.length}`;
  }

  #emit(
    closed: BlockView[],
    append: string,
    kind: OpenBlockKind,
    direction: string,
    number = 0,
  ): void {
    this.#tokens += append.split(' ').length;
    this.onEvent({
      kind: 'writing',
      answer: this.#answer,
      closed,
      open: { index: this.#index, kind, number, direction, append },
      answer_tokens: this.#tokens,
    });
  }

  #finished(view: TurnView): void {
    this.#view = view;
    this.onEvent({ kind: 'finished', turn: view });
    this.#end();
  }
}

function newTurn(id: string, conversation: string, question: string): TurnView {
  return {
    id,
    conversation,
    question,
    question_blocks: [
      { kind: 'paragraph', direction: directionOf(question), spans: [plainSpan(question)] },
    ],
    answers: [],
    declined: '',
    declined_language: '',
    question_warnings: [],
    question_raw: '',
    language: '',
    question_hints: [],
  };
}

function emptyRow(id: string): ConversationView {
  return { id, title: [], direction: 'ltr', plain_title: '', updated_at: 0 };
}

function titled(row: ConversationView, title: string): ConversationView {
  return {
    ...row,
    title: [plainSpan(title)],
    direction: directionOf(title),
    plain_title: title,
  };
}

/** Good enough to play Rust's part. */
function directionOf(text: string): string {
  return /[\u0600-\u06ff]/u.test(text) ? 'rtl' : 'ltr';
}

export function plainSpan(text: string): SpanView {
  return {
    kind: 'text',
    text,
    isolate: -1,
    direction: '',
    target: '',
    strong: false,
    emphasis: false,
    strikethrough: false,
    marks: [],
  };
}
