/**
 * What the window may ask of the app, and nothing about how.
 *
 * `tauri.ts` asks the shell; `fake.ts` answers by itself, for tests and for the preview.
 * No other folder may import `@tauri-apps/*` (a lint keeps that).
 */

import type {
  AuditPageView,
  BackupsView,
  BackupView,
  AnsweringView,
  ConversationPageView,
  SamplingFigureName,
  OwnFiguresView,
  BedsideAnswerView,
  BedsideCatalogueView,
  BedsideFormView,
  BedsideOfferView,
  CheckEvent,
  CheckFileView,
  CheckItemView,
  CheckOffersView,
  CheckReportView,
  CheckView,
  ChosenPersonaView,
  ConversationView,
  DraftView,
  EngineView,
  EntryRequest,
  ErrorView,
  ExportedView,
  ExportFormatView,
  FilledTemplateView,
  FolderView,
  ImportedView,
  ModelChoiceView,
  ModelStandingView,
  ModelView,
  OwnRangeView,
  PasteView,
  PreferencesView,
  RangeView,
  RecordView,
  RestoredView,
  RestoreOfferView,
  SearchPageView,
  SearchRequestView,
  SettingsView,
  ShelfView,
  StartView,
  TemplateClashRequest,
  TemplateEditView,
  TemplateEntryRequest,
  TemplateFormView,
  TemplateImportedView,
  TemplateRowView,
  TemplateSavedView,
  TranscriptView_Serialize as TranscriptView,
  TurnEvent,
  TurnView,
  AddressCodeView,
  DropEvent,
  ImportEvent,
  ImportOfferView,
  MeasuringView,
  ModelCatalogueView_Serialize as ModelCatalogueView,
  ModelsView_Serialize as ModelsView,
  OfferedModelView,
  PreparedView,
  HelpView,
  SafeguardsView,
} from './bindings';

export type {
  AlignmentView,
  AnsweringView,
  SamplingFigureName,
  SamplingFigureView,
  OwnFiguresView,
  AnswerStateView,
  AnswerView,
  AuditEntryView,
  AuditPageView,
  BackupsView,
  BackupView,
  BedsideAnswerView,
  BedsideCardView,
  BedsideCatalogueView,
  BedsideFieldView,
  BedsideFormView,
  BedsideOfferView,
  BedsideProblemView,
  BedsideToolView,
  BilingualView,
  BlockView,
  CellView,
  CheckEvent,
  CheckFileView,
  CheckGapView,
  CheckItemView,
  CheckLanguageView,
  CheckOffersView,
  CheckOfferView,
  CheckReportView,
  CheckShareView,
  CheckStandingView,
  CheckStateView,
  CheckSubjectView,
  CheckView,
  ChosenPersonaView,
  ConversationPageView,
  ConversationView,
  DraftView,
  EditView,
  EngineView,
  EntryRequest,
  ErrorArgument,
  ErrorView,
  ExportedView,
  ExportFormatView,
  FilledTemplateView,
  FolderView,
  HintView,
  HitRangeView,
  ImportedView,
  MarkView,
  ModelChoiceView,
  ModelStandingView,
  ModelView,
  OpenBlockKind,
  OpenBlockView,
  OwnRangeView,
  PasteView,
  PreferencesView,
  RangeView,
  RecordView,
  RemovedView,
  RestoredView,
  RestoreOfferView,
  SearchArchiveView,
  SearchHitView,
  SearchPageView,
  SearchRequestView,
  SettingsView,
  ShelfView,
  SpanView,
  StartScreen,
  StartView,
  TemplateClashRequest,
  TemplateEditView,
  TemplateEntryRequest,
  TemplateFieldEditView,
  TemplateFieldKind,
  TemplateFieldView,
  TemplateFormView,
  TemplateImportedView,
  TemplateKindView,
  TemplateOptionEditView,
  TemplateProblemView,
  TemplateRowView,
  TemplateSavedView,
  TextView,
  TranscriptView_Serialize as TranscriptView,
  TurnEvent,
  TurnView,
  WarningView,
  AddressCodeView,
  CatalogueFileView_Serialize as CatalogueFileView,
  CatalogueModelView_Serialize as CatalogueModelView,
  DropEvent,
  FigureView,
  FitView,
  IdentityView,
  ImportEvent,
  ImportOfferView,
  MeasuringView,
  InstalledModelView_Serialize as InstalledModelView,
  MemoryNeedView,
  ModelCatalogueView_Serialize as ModelCatalogueView,
  ModelFactsView,
  ModelsView_Serialize as ModelsView,
  OfferedModelView,
  PreparedView,
  SpeedView,
  OriginView,
  VerdictView,
  HelpPageView,
  HelpView,
  SafeguardsView,
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
  /** Values for a tool's fields in what a person wrote, newest first; never in what a model wrote. */
  bedsideOffers(tool: string, language: string, told: string[]): Promise<BedsideOfferView[]>;
  /** A laboratory's own ranges are known only while the store is open. */
  bedsideRanges(language: string): Promise<RangeView[]>;
  /** In the place of those that were kept. */
  setBedsideRanges(language: string, ranges: OwnRangeView[]): Promise<RangeView[]>;

  saveDraft(conversation: string, text: string): Promise<void>;
  /** What is typed for a turn's question, one in each conversation; an empty text ends it. */
  saveEdit(turn: string, text: string): Promise<void>;
  newDraft(): Promise<string>;

  unlockFromKeychain(): Promise<void>;
  /** Shown once; nothing keeps it before `keepRecoveryCode`. */
  newRecoveryCode(): Promise<string>;
  keepRecoveryCode(passphrase: string, typedBack: string): Promise<void>;
  recover(code: string, newPassphrase: string): Promise<void>;
  changePassphrase(present: string, newPassphrase: string): Promise<void>;
  /** An earlier recovery code opens nothing afterwards. */
  changeKey(passphrase: string): Promise<void>;
  /** Nothing of the store can be asked for afterwards; the app may start afresh, and this page with it. */
  lock(): Promise<void>;
  stillHere(): Promise<void>;

  settings(): Promise<SettingsView>;
  setLockAfter(minutes: number): Promise<SettingsView>;
  /** 0 days keep everything. */
  setRetention(days: number): Promise<SettingsView>;
  /** An empty path is the folder beside the store. */
  setBackupFolder(path: string): Promise<SettingsView>;
  setKeychain(on: boolean, passphrase: string): Promise<SettingsView>;
  setImprovesTitles(on: boolean): Promise<SettingsView>;
  setKeepsStates(on: boolean): Promise<SettingsView>;

  answering(): Promise<AnsweringView>;
  /** In hundredths where the figure has two places; set to the nearest that it may be. */
  setFigure(name: SamplingFigureName, value: number): Promise<AnsweringView>;
  resetFigures(): Promise<AnsweringView>;
  ownFigures(conversation: string): Promise<OwnFiguresView>;
  setOwnFigure(
    conversation: string,
    name: SamplingFigureName,
    value: number,
  ): Promise<OwnFiguresView>;
  endOwnFigures(conversation: string): Promise<OwnFiguresView>;
  /** 0 leaves it to the app; both hold from the next start of the engine on. */
  setEngineThreads(threads: number): Promise<AnsweringView>;
  setEngineContext(tokens: number): Promise<AnsweringView>;
  /** Rejects while an answer is being written or a self-check runs. */
  restartEngine(): Promise<AnsweringView>;

  /** The numbers of the texts in which all the words stand, folded as the search folds them. */
  textsWith(words: string, texts: string[]): Promise<number[]>;

  /** The desktop's own dialogs; empty when they were cancelled. */
  chooseFolder(): Promise<string>;
  chooseFile(): Promise<string>;
  chooseFileToWrite(suggestedName: string): Promise<string>;

  backups(): Promise<BackupsView>;
  backUp(): Promise<BackupView>;
  restoreOffer(): Promise<RestoreOfferView>;
  /** Works locked, open and damaged alike. */
  restore(path: string, passphrase: string): Promise<RestoredView>;
  /** Gives the folder that a store which cannot be opened was put into. */
  putAside(): Promise<string>;

  /** Newest first, before this entry; 0 for the newest. */
  audit(before: number): Promise<AuditPageView>;
  /** Gives the chain's head as `entries:code`; an earlier one may be given to be met. */
  verifyAudit(head: string): Promise<string>;
  verifyStore(): Promise<void>;

  /** No turns are all that are shown. */
  exportConversation(
    conversation: string,
    turns: readonly string[],
    format: ExportFormatView,
    path: string,
  ): Promise<ExportedView>;
  exportEverything(path: string, passphrase: string): Promise<ExportedView>;
  importFile(path: string, passphrase: string): Promise<ImportedView>;

  /** Loads the model to measure it; an empty hash is the usual one. */
  checkOffers(model: string): Promise<CheckOffersView>;
  /** Keeps a check of so many items, 0 for all of them in every order, and gives its number. */
  beginCheck(model: string, items: number): Promise<number>;
  /** Resolves with true when every question has its result, and with false when it was paused. */
  runCheck(id: number, onEvent: (event: CheckEvent) => void): Promise<boolean>;
  /** The check that runs then ends after the question in progress. */
  pauseCheck(): Promise<void>;
  /** Newest first. */
  checks(): Promise<CheckView[]>;
  checkReport(id: number): Promise<CheckReportView>;
  /** The questions that have a result. */
  checkItems(id: number): Promise<CheckItemView[]>;
  /** What stands beside the answers of the models that were checked. */
  checkStandings(): Promise<ModelStandingView[]>;
  deleteCheck(id: number): Promise<void>;
  exportCheck(id: number, format: CheckFileView, path: string): Promise<void>;

  /** The bundled ones with what the user changed of them, then the user's own. */
  templates(language: string): Promise<TemplateRowView[]>;
  templateForm(id: string, language: string): Promise<TemplateFormView>;
  /** The text in a language; nothing is kept. */
  fillTemplate(
    id: string,
    language: string,
    entries: TemplateEntryRequest[],
  ): Promise<FilledTemplateView>;
  /** For the new conversation and the temporary one too; an empty template is no persona. */
  choosePersona(
    conversation: string,
    template: string,
    entries: TemplateEntryRequest[],
  ): Promise<ChosenPersonaView>;
  personaOf(conversation: string): Promise<ChosenPersonaView>;
  templateToEdit(id: string): Promise<TemplateEditView>;
  /** An empty id is a new one. What is wrong with it comes back, and then nothing was kept. */
  saveTemplate(template: TemplateEditView): Promise<TemplateSavedView>;
  /** A bundled one is as it came with the app again. */
  removeTemplate(id: string): Promise<void>;
  exportTemplate(id: string, path: string): Promise<void>;
  importTemplate(path: string, clash: TemplateClashRequest): Promise<TemplateImportedView>;

  models(): Promise<ModelsView>;
  modelCatalogue(): Promise<ModelCatalogueView>;
  addressCode(address: string): Promise<AddressCodeView>;
  /** Looks at a file before anything is copied. */
  examineImport(path: string): Promise<ImportOfferView>;
  /** Resolves with the path that it has now, empty when it was stopped. */
  importModel(
    path: string,
    inPlace: boolean,
    onEvent: (event: ImportEvent) => void,
  ): Promise<string>;
  /** Resolves with false when it was stopped. */
  confirmModel(path: string, onEvent: (event: ImportEvent) => void): Promise<boolean>;
  /** Resolves with nothing when it was stopped. */
  prepareModel(path: string, onEvent: (event: ImportEvent) => void): Promise<PreparedView[]>;
  measureModel(path: string): Promise<MeasuringView>;
  /** Stops the import, the preparation or the measuring that runs. */
  stopImport(): Promise<void>;
  /** Resolves with the bytes that this has freed. */
  removeModel(path: string): Promise<number>;
  /** An empty language is the usual model, an empty path takes it back. */
  setDefaultModel(path: string, language: string): Promise<void>;
  /** An empty path is none. */
  setWatchedFolder(path: string): Promise<void>;
  /** Tells of models on sticks and in the watched folder, for as long as the page lives. */
  watchOffers(onChange: (offers: OfferedModelView[]) => void): Promise<void>;
  /** Tells of files that are held over the window and let go there. */
  watchDrops(onEvent: (event: DropEvent) => void): Promise<void>;

  /** What was acknowledged in the open store, and whether copies for a record are signed. */
  safeguards(): Promise<SafeguardsView>;
  acknowledgeIntendedUse(): Promise<void>;
  setSignsRecords(on: boolean): Promise<void>;
  /** As `recordText`, under a name and the time on a clock so many minutes ahead of UTC. */
  signedRecordText(
    turn: string,
    answer: string,
    signer: string,
    minutesAhead: number,
  ): Promise<RecordView>;

  /** In the language, or in English. */
  helpPages(language: string): Promise<HelpView>;
  /** The ids of the pages that have every word. */
  findHelp(language: string, words: string): Promise<string[]>;
  /** Gives the text that `writeDiagnostics` writes. */
  diagnostics(): Promise<string>;
  writeDiagnostics(path: string): Promise<void>;
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
