/** What a backend without an app behind it is told to begin with. */

import {
  type BedsideAnswerView,
  type BedsideCatalogueView,
  type BedsideFormView,
  type BedsideOfferView,
  BackendError,
  type DraftView,
  type EngineView,
  type EntryRequest,
  type FolderView,
  type ModelChoiceView,
  type ModelView,
  type OwnRangeView,
  type PasteView,
  type PreferencesView,
  type RangeView,
  type StartScreen,
  type TranscriptView,
  type TurnView,
} from './backend';
import { CHECKS, type FakeCheckContent } from './fake-checks';
import { type FakeModelContent, MODELS } from './fake-models';
import { type FakeSafetyContent, SAFETY } from './fake-safety';
import { type FakeTemplateContent, TEMPLATES } from './fake-templates';
import type { FakeTurn } from './fake-turn';

export interface FakeContent
  extends FakeSafetyContent, FakeCheckContent, FakeModelContent, FakeTemplateContent {
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

export const STANDARD: FakeContent = {
  ...SAFETY,
  ...CHECKS,
  ...TEMPLATES,
  ...MODELS,
  screen: 'open',
  notice: '',
  preferences: { language: 'en', theme: 'light', digits: 'latn', text_size: 100 },
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
