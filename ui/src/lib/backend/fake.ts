/**
 * A backend without an app behind it, for tests and for the preview. Never part of what is shipped.
 *
 * It keeps what it is told in memory and says nothing by itself: whoever uses it plays the engine through `FakeTurn`.
 */

import {
  type Backend,
  BackendError,
  type BedsideAnswerView,
  type BedsideCatalogueView,
  type BedsideFormView,
  type BedsideOfferView,
  type EngineView,
  type EntryRequest,
  type ModelView,
  type OwnRangeView,
  type PreferencesView,
  type RangeView,
  type StartScreen,
  type StartView,
} from './backend';
import { type FakeContent, STANDARD } from './fake-content';
import { FakeQuestions } from './fake-questions';

export { FakeCheckRun } from './fake-checks';
export { FakeImport } from './fake-models';
export type { FakeBedside, FakeContent } from './fake-content';
export { FakeTurn } from './fake-turn';
export { plainSpan } from './fake-views';

export class FakeBackend extends FakeQuestions implements Backend {
  #onEngine: (engine: EngineView) => void = () => undefined;

  constructor(content: Partial<FakeContent> = {}) {
    super({ ...STANDARD, ...content });
  }

  engineIs(engine: EngineView): void {
    this.content.engine = engine;
    this.#onEngine(engine);
  }

  /** From now on the app begins with this screen. */
  beginsWith(screen: StartScreen): void {
    this.content.screen = screen;
  }

  async startState(): Promise<StartView> {
    await this.step('startState');
    const { screen, notice, preferences, settings } = this.content;
    const { has_recovery_code, unlocks_with_keychain } = settings;
    const version = '0.1.0';
    return { screen, preferences, version, has_recovery_code, unlocks_with_keychain, notice };
  }

  async createStore(passphrase: string): Promise<void> {
    await this.step('createStore', passphrase);
    this.content.passphrase = passphrase;
  }

  async unlock(passphrase: string): Promise<void> {
    await this.step('unlock', passphrase);
    if (passphrase !== this.content.passphrase) {
      throw new BackendError({ code: 'passphrase-wrong', arguments: [] });
    }
  }

  async lock(): Promise<void> {
    await this.step('lock');
    this.content.screen = 'locked';
    this.content.notice = 'locked-by-user';
  }

  async setPreferences(preferences: PreferencesView): Promise<void> {
    await this.step('setPreferences', preferences);
    this.content.preferences = preferences;
  }

  async model(): Promise<ModelView> {
    await this.step('model');
    return this.content.model;
  }

  async watchEngine(onChange: (engine: EngineView) => void): Promise<void> {
    await this.step('watchEngine');
    this.#onEngine = onChange;
    onChange(this.content.engine);
  }

  async bedsideCatalogue(language: string): Promise<BedsideCatalogueView> {
    await this.step('bedsideCatalogue', language);
    return this.content.bedside.catalogue(language);
  }

  async bedsideFind(words: string): Promise<string[]> {
    await this.step('bedsideFind', words);
    return this.content.bedside.find(words);
  }

  async bedsideForm(tool: string, language: string): Promise<BedsideFormView> {
    await this.step('bedsideForm', tool, language);
    return this.content.bedside.form(tool, language);
  }

  async bedsideEvaluate(
    tool: string,
    language: string,
    entries: EntryRequest[],
  ): Promise<BedsideAnswerView> {
    await this.step('bedsideEvaluate', tool, language, entries);
    return this.content.bedside.evaluate(tool, language, entries);
  }

  async bedsideOffers(tool: string, language: string, told: string[]): Promise<BedsideOfferView[]> {
    await this.step('bedsideOffers', tool, language, told);
    return this.content.bedside.offers(tool, told);
  }

  async bedsideRanges(language: string): Promise<RangeView[]> {
    await this.step('bedsideRanges', language);
    return this.content.bedside.ranges([]);
  }

  async setBedsideRanges(language: string, ranges: OwnRangeView[]): Promise<RangeView[]> {
    await this.step('setBedsideRanges', language, ranges);
    return this.content.bedside.ranges(ranges);
  }
}
