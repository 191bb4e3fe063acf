/**
 * What the window may ask of the app, and nothing about how.
 *
 * `tauri.ts` asks the shell; `fake.ts` answers by itself, for tests and for the preview.
 * No other folder may import `@tauri-apps/*` (a lint keeps that).
 */

import type {
  ConversationView,
  EngineView,
  ErrorView,
  ModelView,
  PreferencesView,
  StartView,
  TranscriptView,
  TurnEvent,
} from './bindings';

export type {
  AlignmentView,
  AnswerStateView,
  AnswerView,
  BlockView,
  CellView,
  ConversationView,
  EngineView,
  ErrorArgument,
  ErrorView,
  ItemView,
  MarkView,
  ModelView,
  OpenBlockKind,
  OpenBlockView,
  PreferencesView,
  SpanKindView,
  SpanView,
  StartScreen,
  StartView,
  TranscriptView,
  TurnEvent,
  TurnView,
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
   */
  ask(conversation: string, question: string, onEvent: (event: TurnEvent) => void): Promise<void>;
  /** As `ask`, for another answer to the same question. */
  regenerate(turn: string, onEvent: (event: TurnEvent) => void): Promise<void>;
  /** The turn then ends through its own events. */
  stop(turn: string): Promise<void>;

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
