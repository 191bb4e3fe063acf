/** The bedside tools beside the chat: which are found, which is open. Works before anything is unlocked. */

import {
  type Backend,
  type BedsideCatalogueView,
  type BedsideToolView,
  type ErrorView,
  errorView,
  type OwnRangeView,
  type RangeView,
} from '$lib/backend/backend';

import { ToolCard } from './tool-card.svelte';

/** As many as can be taken in at a glance. */
const REMEMBERED = 6;

export class BedsidePane {
  #isOpen = $state(false);
  #query = $state('');
  #catalogue = $state.raw<BedsideCatalogueView>({ groups: [] });
  #found = $state.raw<string[]>([]);
  #recent = $state.raw<string[]>([]);
  #card = $state.raw<ToolCard | null>(null);
  #ranges = $state.raw<RangeView[] | null>(null);
  #failure = $state.raw<ErrorView | null>(null);

  #language = '';
  #search = 0;
  #opening = 0;
  /** The units used last, by field; a laboratory reports in the same ones every day. */
  readonly #units = new Map<string, string>();

  constructor(private readonly backend: Backend) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get query(): string {
    return this.#query;
  }

  get catalogue(): BedsideCatalogueView {
    return this.#catalogue;
  }

  get isSearching(): boolean {
    return this.#query.trim() !== '';
  }

  get found(): BedsideToolView[] {
    return this.#named(this.#found);
  }

  /** The one used last comes first. */
  get recent(): BedsideToolView[] {
    return this.#named(this.#recent);
  }

  get card(): ToolCard | null {
    return this.#card;
  }

  /** Null while they are not looked at. */
  get ranges(): RangeView[] | null {
    return this.#ranges;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Reads the names in a language; what is open is said anew. Nothing is read before the pane has been opened. */
  async speak(language: string): Promise<void> {
    if (language === this.#language) return;
    this.#language = language;
    const isSaid = await this.#try(async () => {
      const catalogue = await this.backend.bedsideCatalogue(language);
      if (language !== this.#language) return;
      this.#catalogue = catalogue;
      const card = this.#card;
      if (card) await card.speak(await this.backend.bedsideForm(card.form.key, language), language);
      if (this.#ranges) this.#ranges = await this.backend.bedsideRanges(language);
    });
    // The next opening tries again.
    if (!isSaid) this.#language = '';
  }

  async find(words: string): Promise<void> {
    this.#query = words;
    this.#search += 1;
    const search = this.#search;
    if (words.trim() === '') {
      this.#found = [];
      return;
    }
    await this.#try(async () => {
      const found = await this.backend.bedsideFind(words);
      if (search === this.#search) this.#found = found;
    });
  }

  async open(tool: string): Promise<void> {
    this.#opening += 1;
    const opening = this.#opening;
    await this.#try(async () => {
      const form = await this.backend.bedsideForm(tool, this.#language);
      if (opening !== this.#opening) return;
      this.#card = new ToolCard(this.backend, this.#units, form, this.#language);
      this.#ranges = null;
      this.#recent = [tool, ...this.#recent.filter((key) => key !== tool)].slice(0, REMEMBERED);
    });
  }

  async showRanges(): Promise<void> {
    await this.#try(async () => {
      this.#ranges = await this.backend.bedsideRanges(this.#language);
      this.#card = null;
    });
  }

  /** Rejects with nothing: why a range was refused is shown. Says whether it was kept. */
  async keepRange(range: OwnRangeView): Promise<boolean> {
    return this.#keepOwn([...this.#ownWithout(range), range]);
  }

  /** The published range counts again. */
  async forgetRange(range: OwnRangeView): Promise<boolean> {
    return this.#keepOwn(this.#ownWithout(range));
  }

  /** Back from a tool or the ranges to the list, with what was searched for. */
  back(): void {
    this.#opening += 1;
    this.#card = null;
    this.#ranges = null;
    this.#failure = null;
  }

  #ownWithout({ analyte, who }: OwnRangeView): OwnRangeView[] {
    return (this.#ranges ?? [])
      .filter((range) => range.is_own && !(range.analyte === analyte && range.who === who))
      .map(({ analyte, who, low, high, unit }) => ({ analyte, who, low, high, unit }));
  }

  async #keepOwn(ranges: OwnRangeView[]): Promise<boolean> {
    return this.#try(async () => {
      this.#ranges = await this.backend.setBedsideRanges(this.#language, ranges);
    });
  }

  #named(keys: readonly string[]): BedsideToolView[] {
    const tools = new Map(
      this.#catalogue.groups.flatMap((group) => group.tools).map((tool) => [tool.key, tool]),
    );
    return keys.flatMap((key) => tools.get(key) ?? []);
  }

  async #try(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      this.#failure = null;
      return true;
    } catch (thrown) {
      this.#failure = errorView(thrown);
      return false;
    }
  }
}
