/** Models: those that are here, one that is brought in, those that are offered, and the catalogue. */

import {
  type AddressCodeView,
  type Backend,
  type DropEvent,
  type ErrorView,
  errorView,
  type ImportOfferView,
  type MeasuringView,
  type ModelCatalogueView,
  type ModelsView,
  type OfferedModelView,
  type PreparedView,
} from '$lib/backend/backend';
import type { Variables } from '$lib/l10n/l10n.svelte';

/** What takes its time: an import, a preparation or a measuring. */
export interface RunningWork {
  /** The message that says what is done, with the model's name. */
  says: string;
  name: string;
  done: number;
  /** 0 as long as the app has not said. */
  total: number;
  isStopping: boolean;
}

const MEASURED: Record<MeasuringView, string> = {
  measured: 'model-measured-here',
  busy: 'model-measure-busy',
  stopped: 'model-measure-stopped',
};

/** What was done last: a message with its variables. */
export interface Done {
  says: string;
  variables: Variables;
}

interface Surroundings {
  /** Another model may be asked from now on. */
  changed: () => void;
  /** A file appeared on a stick while nobody looked at the models. */
  found: (file: string) => void;
  /** Files were let go over the window. */
  dropped: () => void;
}

export class Models {
  /** Of the file that is to be looked at, as it is typed. */
  path = $state('');

  #isOpen = $state(false);
  #view = $state.raw<ModelsView | null>(null);
  #catalogue = $state.raw<ModelCatalogueView | null>(null);
  #offers = $state.raw<readonly OfferedModelView[]>([]);
  #looked = $state.raw<ImportOfferView | null>(null);
  #running = $state.raw<RunningWork | null>(null);
  #isHeldOver = $state(false);
  #done = $state.raw<Done | null>(null);
  #failure = $state.raw<ErrorView | null>(null);

  constructor(
    private readonly backend: Backend,
    private readonly around: Surroundings,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Null until the app has said. */
  get view(): ModelsView | null {
    return this.#view;
  }

  get catalogue(): ModelCatalogueView | null {
    return this.#catalogue;
  }

  /** On sticks and in the watched folder. */
  get offers(): readonly OfferedModelView[] {
    return this.#offers;
  }

  /** A file that was looked at and can be imported. */
  get looked(): ImportOfferView | null {
    return this.#looked;
  }

  get running(): RunningWork | null {
    return this.#running;
  }

  /** Files are held over the window. */
  get isHeldOver(): boolean {
    return this.#isHeldOver;
  }

  get done(): Done | null {
    return this.#done;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  async open(): Promise<void> {
    this.#isOpen = true;
    await this.load();
    await this.#try(async () => {
      this.#catalogue = await this.backend.modelCatalogue();
    });
  }

  close(): void {
    this.#isOpen = false;
    this.#looked = null;
    this.#done = null;
    this.#failure = null;
  }

  /** What was read leaves the page. */
  clear(): void {
    this.close();
    this.path = '';
    this.#view = null;
    this.#offers = [];
  }

  load(): Promise<void> {
    return this.#try(async () => {
      this.#view = await this.backend.models();
    });
  }

  /** Hears of sticks and of files that are let go over the window. */
  async watch(): Promise<void> {
    await this.#try(() => this.backend.watchOffers((offers) => this.#offered(offers)));
    await this.#try(() => this.backend.watchDrops((event) => void this.#drop(event)));
  }

  /** Looks at a file; nothing is copied. */
  async look(path: string): Promise<void> {
    this.#begin();
    this.#looked = null;
    await this.#try(async () => {
      this.#looked = await this.backend.examineImport(path);
    });
  }

  leave(): void {
    this.#looked = null;
  }

  async import(inPlace: boolean): Promise<void> {
    const looked = this.#looked;
    if (!looked || this.#running) return;
    const { path, name } = looked;
    const imported = await this.#run('model-importing', name, (onEvent) =>
      this.backend.importModel(path, inPlace, onEvent),
    );
    if (imported === undefined) return;
    if (imported === '') {
      this.#done = { says: 'model-import-stopped', variables: {} };
      return;
    }
    this.#looked = null;
    this.path = '';
    this.#done = { says: 'model-imported', variables: { name } };
    await this.#changed();
  }

  /** Looks at a file and copies it at once; one that will not fit is shown with the figures first. */
  async bringIn(path: string): Promise<void> {
    await this.look(path);
    if (this.#looked?.fit.some(({ verdict }) => verdict === 'will_not_fit')) await this.open();
    else await this.import(false);
  }

  /** Takes a file that has changed for the one that is meant. */
  async confirm(path: string, name: string): Promise<void> {
    if (this.#running) return;
    const confirmed = await this.#run('model-importing', name, (onEvent) =>
      this.backend.confirmModel(path, onEvent),
    );
    if (confirmed !== undefined) await this.#changed();
  }

  /** Writes a model anew so that it is faster here; `said` puts what came of it into words. */
  async prepare(
    { path, name }: { path: string; name: string },
    said: (prepared: PreparedView) => Variables,
  ): Promise<void> {
    if (this.#running) return;
    const prepared = await this.#run('model-preparing', name, (onEvent) =>
      this.backend.prepareModel(path, onEvent),
    );
    if (prepared === undefined) return;
    const [one] = prepared;
    this.#done = one
      ? { says: 'model-prepared-here', variables: { name, ...said(one) } }
      : { says: 'model-prepare-stopped', variables: {} };
    await this.#changed();
  }

  /** Finds out which layout of a model is the fastest here. */
  async measure({ path, name }: { path: string; name: string }): Promise<void> {
    if (this.#running) return;
    const outcome = await this.#run('model-measuring', name, () => this.backend.measureModel(path));
    if (outcome === undefined) return;
    this.#done = { says: MEASURED[outcome], variables: { name } };
    await this.load();
  }

  async stop(): Promise<void> {
    if (this.#running) this.#running = { ...this.#running, isStopping: true };
    await this.#try(() => this.backend.stopImport());
  }

  /** `size` says how much that frees. */
  async remove(path: string, size: (bytes: number) => string): Promise<void> {
    this.#begin();
    await this.#try(async () => {
      const freed = await this.backend.removeModel(path);
      this.#done = { says: 'model-removed', variables: { size: size(freed) } };
    });
    await this.#changed();
  }

  /** An empty language is the usual model, an empty path takes it back. */
  async ask(path: string, language: string): Promise<void> {
    this.#begin();
    await this.#try(() => this.backend.setDefaultModel(path, language));
    await this.#changed();
  }

  /** An empty path ends it. */
  async watchFolder(path: string): Promise<void> {
    this.#begin();
    await this.#try(() => this.backend.setWatchedFolder(path));
    await this.load();
  }

  /** Rejects: whoever asks shows why. */
  code(address: string): Promise<AddressCodeView> {
    return this.backend.addressCode(address);
  }

  chooseFile(): Promise<string> {
    return this.backend.chooseFile();
  }

  async chooseWatched(): Promise<void> {
    this.#begin();
    let chosen = '';
    await this.#try(async () => {
      chosen = await this.backend.chooseFolder();
    });
    if (chosen !== '') await this.watchFolder(chosen);
  }

  #offered(offers: readonly OfferedModelView[]): void {
    const known = new Set(this.#offers.map(({ path }) => path));
    const found = offers.find(({ path }) => !known.has(path));
    this.#offers = offers;
    if (found && !this.#isOpen) this.around.found(found.file);
  }

  async #drop(event: DropEvent): Promise<void> {
    this.#isHeldOver = event.kind === 'over';
    if (event.kind !== 'dropped' || event.paths[0] === undefined) return;
    this.around.dropped();
    await this.look(event.paths[0]);
  }

  /** Undefined where it failed. */
  async #run<T>(
    says: string,
    name: string,
    work: (onEvent: (event: { done: number | null; total: number | null }) => void) => Promise<T>,
  ): Promise<T | undefined> {
    this.#begin();
    this.#running = { says, name, done: 0, total: 0, isStopping: false };
    try {
      return await work(({ done, total }) => {
        const isStopping = this.#running?.isStopping ?? false;
        this.#running = { says, name, done: done ?? 0, total: total ?? 0, isStopping };
      });
    } catch (thrown) {
      this.#failure = errorView(thrown);
      return undefined;
    } finally {
      this.#running = null;
    }
  }

  async #changed(): Promise<void> {
    await this.load();
    this.around.changed();
  }

  #begin(): void {
    this.#failure = null;
    this.#done = null;
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
