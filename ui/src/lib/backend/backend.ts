/**
 * What the window may ask of the app, and nothing about how.
 *
 * `tauri.ts` asks the shell; `fake.ts` answers by itself, for tests and for the preview.
 * No other folder may import `@tauri-apps/*` (a lint keeps that).
 */

import type {
  ConversationPageView,
  ConversationView,
  DraftView,
  EngineView,
  ErrorView,
  FolderView,
  ModelChoiceView,
  ModelView,
  PasteView,
  PreferencesView,
  RecordView,
  SearchPageView,
  SearchRequestView,
  ShelfView,
  StartView,
  TranscriptView,
  TurnEvent,
  TurnView,
} from './bindings';

export type {
  AlignmentView,
  AnswerStateView,
  AnswerView,
  BlockView,
  CellView,
  ConversationPageView,
  ConversationView,
  DraftView,
  EngineView,
  ErrorArgument,
  ErrorView,
  FolderView,
  HintView,
  HitRangeView,
  ItemView,
  MarkView,
  ModelChoiceView,
  ModelView,
  OpenBlockKind,
  OpenBlockView,
  PasteView,
  PreferencesView,
  RecordView,
  RemovedView,
  SearchArchiveView,
  SearchHitView,
  SearchPageView,
  SearchRequestView,
  ShelfView,
  SpanKindView,
  SpanView,
  StartScreen,
  StartView,
  TranscriptView,
  TurnEvent,
  TurnView,
  WarningView,
} from './bindings';

/** The id of the conversation that has not been started yet. */
export const NEW_CONVERSATION = '';

/** The id of the one conversation that is never written to the disk. */
export const TEMPORARY_CONVERSATION = 'temporary';

/** Every method rejects with a `BackendError` and with nothing else. */
export interface Backend {
  startState(): Promise<StartView>;
  createStore(passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  setPreferences(preferences: PreferencesView): Promise<void>;

  model(): Promise<ModelView>;
  /** Gives the present state at once, then each change, for as long as the page lives. */
  watchEngine(onChange: (engine: EngineView) => void): Promise<void>;

  /** A page: pinned ones, then the one used last. An empty folder is all of them, an empty `after` the first page. */
  listConversations(shelf: ShelfView, folder: string, after: string): Promise<ConversationPageView>;
  renameConversation(id: string, title: string): Promise<ConversationView>;
  pinConversation(id: string, pinned: boolean): Promise<ConversationView>;
  archiveConversation(id: string, archived: boolean): Promise<ConversationView>;
  /** An empty folder is none. */
  moveConversation(id: string, folder: string): Promise<ConversationView>;
  /** Into the bin, from which the app erases it after some minutes. */
  deleteConversation(id: string): Promise<ConversationView>;
  undeleteConversation(id: string): Promise<ConversationView>;
  eraseConversation(id: string): Promise<void>;
  setConversationPersona(id: string, persona: string): Promise<ConversationView>;
  setConversationLanguage(id: string, language: string): Promise<ConversationView>;
  setConversationModel(id: string, model: string): Promise<ConversationView>;
  installedModels(): Promise<ModelChoiceView[]>;
  folders(): Promise<FolderView[]>;
  makeFolder(name: string): Promise<FolderView>;
  renameFolder(id: string, name: string): Promise<FolderView>;
  removeFolder(id: string): Promise<void>;

  /** With its newest turns. */
  openConversation(id: string): Promise<TranscriptView>;
  /** From a position to before another, as far as there are turns. */
  turns(conversation: string, from: number, to: number): Promise<TurnView[]>;
  /** The branch that holds the turn is chosen; an empty answer leaves the one that is. */
  revealTurn(turn: string, answer: string): Promise<TranscriptView>;
  chooseTurn(turn: string): Promise<TranscriptView>;
  chooseAnswer(answer: string): Promise<TranscriptView>;
  forkConversation(turn: string): Promise<ConversationView>;
  search(request: SearchRequestView): Promise<SearchPageView>;

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
  /** As `ask`, for another wording: the turn that is asked stands where the other one stood. */
  editQuestion(
    turn: string,
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void>;
  /** As `regenerate`, but the shown answer grows, from its first word on. */
  continueAnswer(turn: string, onEvent: (event: TurnEvent) => void): Promise<void>;
  /** As `ask`, in the temporary conversation. */
  askTemporarily(
    question: string,
    language: string,
    onEvent: (event: TurnEvent) => void,
  ): Promise<void>;
  endTemporary(): Promise<void>;
  /** What the temporary conversation holds, after the page was loaded again. */
  temporaryTurns(): Promise<TurnView[]>;
  /** The turn then ends through its own events. */
  stop(turn: string): Promise<void>;

  /** How a draft will be read as a question; an empty language is detected. */
  examineDraft(text: string, language: string): Promise<DraftView>;
  /** Pasted text without what nobody can see. */
  receivePaste(text: string): Promise<PasteView>;
  /** A stored answer as it is copied into a patient's record. */
  recordText(turn: string, answer: string): Promise<RecordView>;

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
