/**
 * What the window may ask of the app, and nothing about how.
 *
 * `tauri.ts` asks the shell; `fake.ts` answers by itself, for tests and for the preview.
 * No other folder may import `@tauri-apps/*` (a lint keeps that).
 */

import type {
  BedsideAnswerView,
  BedsideCatalogueView,
  BedsideFormView,
  ConversationView,
  DraftView,
  EngineView,
  EntryRequest,
  ErrorView,
  ModelView,
  OwnRangeView,
  PasteView,
  PreferencesView,
  RangeView,
  RecordView,
  StartView,
  TranscriptView,
  TurnEvent,
} from './bindings';

export type {
  AlignmentView,
  AnswerStateView,
  AnswerView,
  BedsideAnswerView,
  BedsideCardView,
  BedsideCatalogueView,
  BedsideFieldView,
  BedsideFormView,
  BedsideProblemView,
  BedsideToolView,
  BlockView,
  CellView,
  ConversationView,
  DraftView,
  EngineView,
  EntryRequest,
  ErrorArgument,
  ErrorView,
  HintView,
  ItemView,
  MarkView,
  ModelView,
  OpenBlockKind,
  OpenBlockView,
  OwnRangeView,
  PasteView,
  PreferencesView,
  RangeView,
  RecordView,
  RemovedView,
  SpanKindView,
  SpanView,
  StartScreen,
  StartView,
  TextView,
  TranscriptView,
  TurnEvent,
  TurnView,
  WarningView,
} from './bindings';

/** The id of the conversation that has not been started yet. */
export const NEW_CONVERSATION = '';

/** Every method rejects with a `BackendError` and with nothing else. */
export interface Backend {
  startState(): Promise<StartView>;
  createStore(passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  setPreferences(preferences: PreferencesView): Promise<void>;

  model(): Promise<ModelView>;
  /** Gives the present state at once, then each change, for as long as the page lives. */
  watchEngine(onChange: (engine: EngineView) => void): Promise<void>;

  /** The one used last comes first. */
  conversations(): Promise<ConversationView[]>;
  openConversation(id: string): Promise<TranscriptView>;
  renameConversation(id: string, title: string): Promise<ConversationView>;

  /**
   * Resolves when the turn has ended, whole or cut.
   * Rejects before any `asked` event when the question could not be stored: the draft must stay.
   * An empty language is detected.
   */
  ask(
    conversation: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void>;
  /** As `ask`, for another answer to the same question. */
  regenerate(turn: string, onEvent: (event: TurnEvent) => void): Promise<void>;
  /** The turn then ends through its own events. */
  stop(turn: string): Promise<void>;

  /** How a draft will be read as a question; an empty language is detected. */
  examineDraft(text: string, language: string): Promise<DraftView>;
  /** Pasted text without what nobody can see. */
  receivePaste(text: string): Promise<PasteView>;
  /** A stored answer as it is copied into a patient's record. */
  recordText(turn: string, answer: string): Promise<RecordView>;

  /** The bedside tools by group; these calls need no store and keep nothing. */
  bedsideCatalogue(language: string): Promise<BedsideCatalogueView>;
  /** The keys of the tools that words find, the best first. */
  bedsideFind(words: string): Promise<string[]>;
  bedsideForm(tool: string, language: string): Promise<BedsideFormView>;
  bedsideEvaluate(
    tool: string,
    language: string,
    entries: EntryRequest[],
  ): Promise<BedsideAnswerView>;
  /** A laboratory's own ranges are known only while the store is open. */
  bedsideRanges(language: string): Promise<RangeView[]>;
  /** In the place of those that were kept. */
  setBedsideRanges(language: string, ranges: OwnRangeView[]): Promise<RangeView[]>;

  saveDraft(conversation: string, text: string): Promise<void>;
  newDraft(): Promise<string>;
}

/** A failure with the code that names its message. */
export class BackendError extends Error {
  override readonly name = 'BackendError';

  constructor(readonly view: ErrorView) {
    super(view.code);
  }
}

/** The view of whatever was thrown; what is not ours gets the code `unexpected`. */
export function errorView(thrown: unknown): ErrorView {
  if (thrown instanceof BackendError) return thrown.view;
  return { code: 'unexpected', arguments: [] };
}
