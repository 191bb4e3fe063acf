/** The panel with the help, what the app is, and diagnostics. */

import {
  type Backend,
  type ErrorView,
  errorView,
  type HelpPageView,
  type HelpView,
} from '$lib/backend/backend';

/** These stand behind the pages of the help. */
export const ABOUT = 'about';
export const DIAGNOSTICS = 'diagnostics';

export class Help {
  #isOpen = $state(false);
  #view = $state.raw<HelpView | null>(null);
  #found = $state.raw<ReadonlySet<string> | null>(null);
  #page = $state('');
  #diagnostics = $state('');
  #isCollecting = $state(false);
  #failure = $state.raw<ErrorView | null>(null);
  #asked = 0;

  /** What is looked for in the pages. */
  query = $state('');

  constructor(
    private readonly backend: Backend,
    /** Of the window, as a code. */
    private readonly language: () => string,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The language that the help is written in; empty until it is there. */
  get written(): string {
    return this.#view?.language ?? '';
  }

  get pages(): readonly HelpPageView[] {
    const found = this.#found;
    const pages = this.#view?.pages ?? [];
    return found ? pages.filter(({ id }) => found.has(id)) : pages;
  }

  /** The name of what is shown. */
  get page(): string {
    return this.#page;
  }

  get shown(): HelpPageView | undefined {
    return this.#view?.pages.find(({ id }) => id === this.#page);
  }

  /** Empty until they were collected. */
  get diagnostics(): string {
    return this.#diagnostics;
  }

  get isCollecting(): boolean {
    return this.#isCollecting;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** With a page, or with the one that was shown last; the panel then has the pages read. */
  open(page = this.#page): void {
    this.#isOpen = true;
    this.show(page);
  }

  show(page: string): void {
    this.#page = page;
    this.#failure = null;
  }

  close(): void {
    this.#isOpen = false;
    this.#diagnostics = '';
  }

  /** The pages in the language of the window; the first one where none is shown. */
  async load(): Promise<void> {
    await this.#try(async () => {
      this.#view = await this.backend.helpPages(this.language());
      await this.find();
    });
    if (this.#page === '') this.show(this.#view?.pages[0]?.id ?? ABOUT);
  }

  /** Keeps the pages that have the words of the query. */
  async find(): Promise<void> {
    const words = this.query.trim();
    this.#asked += 1;
    const asked = this.#asked;
    if (words === '') this.#found = null;
    else
      await this.#try(async () => {
        const found = await this.backend.findHelp(this.language(), words);
        if (asked === this.#asked) this.#found = new Set(found);
      });
  }

  async collect(): Promise<void> {
    if (this.#isCollecting) return;
    this.#isCollecting = true;
    await this.#try(async () => {
      this.#diagnostics = await this.backend.diagnostics();
    });
    this.#isCollecting = false;
  }

  /** Rejects: shown beside the path. */
  write(path: string): Promise<void> {
    return this.backend.writeDiagnostics(path);
  }

  async #try(step: () => Promise<void>): Promise<void> {
    this.#failure = null;
    try {
      await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
