/** Models of the fake backend; whoever uses it plays an import through `FakeImport`. */

import {
  type AddressCodeView,
  BackendError,
  type DropEvent,
  type ImportEvent,
  type ImportOfferView,
  type ModelCatalogueView,
  type ModelsView,
  type OfferedModelView,
} from './backend';
import { FakeChecks, type FakeCheckContent } from './fake-checks';
import type { FakeSafetyContent } from './fake-safety';
import type { FakeTemplateContent } from './fake-templates';

export interface FakeModelContent {
  models: ModelsView;
  catalogue: ModelCatalogueView;
  /** What is found in any file that is looked at. */
  looked: ImportOfferView;
  /** Plays the import; a test leaves it out and plays it by hand. */
  onModelImport: (run: FakeImport) => void;
}

export const MODELS: FakeModelContent = {
  models: {
    installed: [],
    folder: '/home/clinic/.local/share/sanad/models',
    watched: '',
    memory_bytes: 8_000_000_000,
  },
  catalogue: { models: [], failure: [] },
  looked: { path: '', name: 'Clinic model', base: '', facts: [], fit: [], bytes: 4_683_073_952 },
  onModelImport: () => undefined,
};

/** A small code, so that drawings can be compared. */
const CODE: AddressCodeView = {
  width: 3,
  modules: [true, true, false, false, true, false, true, false, true],
};

/** One import, to its end or until it is stopped. */
export class FakeImport {
  readonly ended: Promise<boolean>;

  #end: (isWhole: boolean) => void = () => undefined;
  #fail: (error: BackendError) => void = () => undefined;

  constructor(private readonly onEvent: (event: ImportEvent) => void) {
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /** So many bytes are done now. */
  is(done: number, total: number): void {
    this.onEvent({ done, total });
  }

  finish(): void {
    this.#end(true);
  }

  stop(): void {
    this.#end(false);
  }

  fail(code: string): void {
    this.#fail(new BackendError({ code, arguments: [] }));
  }
}

export abstract class FakeModels extends FakeChecks {
  /** Every import that was run, in order. */
  readonly imports: FakeImport[] = [];

  #onOffers: (offers: OfferedModelView[]) => void = () => undefined;
  #onDrop: (event: DropEvent) => void = () => undefined;

  protected constructor(
    protected override readonly content: FakeSafetyContent &
      FakeTemplateContent &
      FakeCheckContent &
      FakeModelContent,
  ) {
    super(content);
  }

  /** A stick with these models is plugged in. */
  offers(offers: OfferedModelView[]): void {
    this.#onOffers(offers);
  }

  /** Files are held over the window, or let go there. */
  drops(event: DropEvent): void {
    this.#onDrop(event);
  }

  async models(): Promise<ModelsView> {
    await this.step('models');
    return this.content.models;
  }

  async modelCatalogue(): Promise<ModelCatalogueView> {
    await this.step('modelCatalogue');
    return this.content.catalogue;
  }

  async addressCode(address: string): Promise<AddressCodeView> {
    await this.step('addressCode', address);
    return CODE;
  }

  async examineImport(path: string): Promise<ImportOfferView> {
    await this.step('examineImport', path);
    return { ...this.content.looked, path };
  }

  async importModel(
    path: string,
    inPlace: boolean,
    onEvent: (event: ImportEvent) => void,
  ): Promise<string> {
    await this.step('importModel', path, inPlace);
    return (await this.#run(onEvent)) ? path : '';
  }

  async confirmModel(path: string, onEvent: (event: ImportEvent) => void): Promise<boolean> {
    await this.step('confirmModel', path);
    return this.#run(onEvent);
  }

  async stopImport(): Promise<void> {
    await this.step('stopImport');
    this.imports.at(-1)?.stop();
  }

  async removeModel(path: string): Promise<number> {
    await this.step('removeModel', path);
    const { models } = this.content;
    const removed = models.installed.find((model) => model.path === path);
    const installed = models.installed.filter((model) => model !== removed);
    this.content.models = { ...models, installed };
    return removed?.freed_bytes ?? 0;
  }

  async setDefaultModel(path: string, language: string): Promise<void> {
    await this.step('setDefaultModel', path, language);
  }

  async setWatchedFolder(path: string): Promise<void> {
    await this.step('setWatchedFolder', path);
    this.content.models = { ...this.content.models, watched: path };
  }

  async watchOffers(onChange: (offers: OfferedModelView[]) => void): Promise<void> {
    await this.step('watchOffers');
    this.#onOffers = onChange;
  }

  async watchDrops(onEvent: (event: DropEvent) => void): Promise<void> {
    await this.step('watchDrops');
    this.#onDrop = onEvent;
  }

  #run(onEvent: (event: ImportEvent) => void): Promise<boolean> {
    const run = new FakeImport(onEvent);
    this.imports.push(run);
    this.content.onModelImport(run);
    return run.ended;
  }
}
