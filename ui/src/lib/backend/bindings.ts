// Written by hand until tauri-specta generates it from src-tauri/src/wire.rs; same shape.

import { invoke as TAURI_INVOKE, type Channel } from '@tauri-apps/api/core';

export type AlignmentView = 'natural' | 'left' | 'center' | 'right';

export type AnswerStateView =
  'writing' | 'complete' | 'stopped' | 'engine_failed' | 'length_limit' | 'app_ended';

export type AnswerView = {
  id: string;
  text: string;
  blocks: BlockView[];
  state: AnswerStateView;
  model: string;
  model_sha256: string;
  model_notices: string[];
  answer_tokens: number;
  first_token_seconds: number;
  tokens_per_second: number;
};

export type BlockView =
  | { kind: 'paragraph'; direction: string; spans: SpanView[] }
  | { kind: 'heading'; level: number; direction: string; spans: SpanView[] }
  | {
      kind: 'list';
      direction: string;
      ordered: boolean;
      start: number;
      continued: boolean;
      items: ItemView[];
    }
  | { kind: 'quote'; direction: string; blocks: BlockView[] }
  | { kind: 'code'; language: string; text: string }
  | {
      kind: 'table';
      direction: string;
      continued: boolean;
      columns: AlignmentView[];
      head: CellView[];
      rows: CellView[][];
    }
  | { kind: 'rule' };

export type CellView = { direction: string; spans: SpanView[] };

export type ConversationView = {
  id: string;
  title: SpanView[];
  direction: string;
  plain_title: string;
  updated_at: number;
};

export type EngineView =
  | { kind: 'off' }
  | { kind: 'loading'; percent: number }
  | { kind: 'ready' }
  | { kind: 'reading'; percent: number }
  | { kind: 'writing' }
  | { kind: 'failed'; error: ErrorView };

export type ErrorArgument = { name: string; value: string };

export type ErrorView = { code: string; arguments: ErrorArgument[] };

export type ItemView = { direction: string; blocks: BlockView[] };

export type MarkView = { code: string; arguments: ErrorArgument[] };

export type ModelView = { name: string; file: string; sha256: string; notices: string[] };

export type OpenBlockKind = 'paragraph' | 'heading' | 'list_item' | 'quote' | 'code' | 'table';

export type OpenBlockView = {
  index: number;
  kind: OpenBlockKind;
  direction: string;
  append: string;
};

export type PreferencesView = { language: string; theme: string };

export type SpanKindView = 'text' | 'island' | 'code' | 'link' | 'line_break';

export type SpanView = {
  kind: SpanKindView;
  text: string;
  isolate: number;
  direction: string;
  target: string;
  strong: boolean;
  emphasis: boolean;
  strikethrough: boolean;
  marks: MarkView[];
};

export type StartScreen = 'first_run' | 'locked' | 'open';

export type StartView = { screen: StartScreen; preferences: PreferencesView; version: string };

export type TranscriptView = {
  conversation: ConversationView;
  turns: TurnView[];
  draft: string;
};

export type TurnEvent =
  | { kind: 'asked'; conversation: ConversationView; turn: TurnView }
  | {
      kind: 'writing';
      answer: string;
      closed: BlockView[];
      open: OpenBlockView;
      answer_tokens: number;
    }
  | { kind: 'finished'; turn: TurnView };

export type TurnView = {
  id: string;
  conversation: string;
  question: string;
  question_blocks: BlockView[];
  answers: AnswerView[];
  declined: string;
  declined_language: string;
};

export type Result<T, E> = { status: 'ok'; data: T } | { status: 'error'; error: E };

async function settled<T>(call: Promise<T>): Promise<Result<T, ErrorView>> {
  try {
    return { status: 'ok', data: await call };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: 'error', error: error as ErrorView };
  }
}

export const commands = {
  startState: () => settled(TAURI_INVOKE<StartView>('start_state')),
  createStore: (passphrase: string) => settled(TAURI_INVOKE<null>('create_store', { passphrase })),
  unlock: (passphrase: string) => settled(TAURI_INVOKE<null>('unlock', { passphrase })),
  setPreferences: (preferences: PreferencesView) =>
    settled(TAURI_INVOKE<null>('set_preferences', { preferences })),
  model: () => settled(TAURI_INVOKE<ModelView>('model')),
  watchEngine: (channel: Channel<EngineView>) =>
    settled(TAURI_INVOKE<null>('watch_engine', { channel })),
  conversations: () => settled(TAURI_INVOKE<ConversationView[]>('conversations')),
  openConversation: (id: string) =>
    settled(TAURI_INVOKE<TranscriptView>('open_conversation', { id })),
  renameConversation: (id: string, title: string) =>
    settled(TAURI_INVOKE<ConversationView>('rename_conversation', { id, title })),
  ask: (conversation: string, question: string, channel: Channel<TurnEvent>) =>
    settled(TAURI_INVOKE<null>('ask', { conversation, question, channel })),
  regenerate: (turn: string, channel: Channel<TurnEvent>) =>
    settled(TAURI_INVOKE<null>('regenerate', { turn, channel })),
  stop: (turn: string) => settled(TAURI_INVOKE<null>('stop', { turn })),
  saveDraft: (conversation: string, text: string) =>
    settled(TAURI_INVOKE<null>('save_draft', { conversation, text })),
  newDraft: () => settled(TAURI_INVOKE<string>('new_draft')),
};
