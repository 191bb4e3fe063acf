/** Personas and templates: what is open of them, the list, the form that is filled in, and the one that is edited. */

import {
  type Backend,
  type ErrorView,
  errorView,
  type TemplateClashRequest,
  type TemplateImportedView,
  type TemplateKindView,
  type TemplateRowView,
} from '$lib/backend/backend';

import { TemplateEdit } from './template-edit.svelte';
import { TemplateForm } from './template-form.svelte';

export type TemplatesView = 'closed' | 'list' | 'form' | 'edit' | 'import' | 'export';

export class Templates {
  #view = $state<TemplatesView>('closed');
  #rows = $state.raw<readonly TemplateRowView[]>([]);
  #form = $state.raw<TemplateForm | null>(null);
  #edit = $state.raw<TemplateEdit | null>(null);
  #exported = $state.raw<TemplateRowView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);

  /** What was entered or edited and not used yet comes back, for as long as the store is open. */
  readonly #forms = new Map<string, TemplateForm>();
  readonly #edits = new Map<string, TemplateEdit>();

  /** What is looked for in the list. */
  query = $state('');

  readonly #found = $derived(foundIn(this.#rows, this.query));

  constructor(
    private readonly backend: Backend,
    /** Of the window, as a code. */
    private readonly language: () => string,
  ) {}

  get view(): TemplatesView {
    return this.#view;
  }

  get isOpen(): boolean {
    return this.#view !== 'closed';
  }

  get form(): TemplateForm | null {
    return this.#form;
  }

  get edit(): TemplateEdit | null {
    return this.#edit;
  }

  /** The one that is written into a file. */
  get exported(): TemplateRowView | null {
    return this.#exported;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  /** Those that the query finds. */
  found(kind: TemplateKindView): TemplateRowView[] {
    return this.#found.filter((row) => row.kind === kind);
  }

  async open(): Promise<void> {
    this.query = '';
    await this.back();
  }

  close(): void {
    this.#view = 'closed';
    this.#form = null;
    this.#edit = null;
    this.#failure = null;
  }

  /** What was read leaves the page. */
  clear(): void {
    this.close();
    this.#forms.clear();
    this.#edits.clear();
    this.#rows = [];
    this.#exported = null;
  }

  /** To the list, as it is now. */
  async back(): Promise<void> {
    this.#view = 'list';
    this.#form = null;
    this.#edit = null;
    await this.#try(() => this.#load());
  }

  /** The form of a template; its text begins in the language of the window. */
  async choose(id: string): Promise<void> {
    await this.#try(async () => {
      const language = this.language();
      const form = await this.backend.templateForm(id, language);
      const opened = new TemplateForm(this.backend, form, language === 'ar' ? 'ar' : 'en');
      const left = this.#forms.get(id);
      if (left) opened.goOnFrom(left);
      this.#forms.set(id, opened);
      this.#form = opened;
      this.#view = 'form';
      await opened.fill();
    });
  }

  /** What the open form made has been taken. */
  used(): void {
    if (this.#form) this.#forms.delete(this.#form.view.id);
    this.close();
  }

  async change(id: string): Promise<void> {
    await this.#try(async () => {
      const left = this.#edits.get(id);
      const begin = async (): Promise<TemplateEdit> =>
        new TemplateEdit(this.backend, await this.backend.templateToEdit(id));
      this.#editAs(id, left ?? (await begin()));
    });
  }

  begin(kind: TemplateKindView): void {
    this.#failure = null;
    this.#editAs(kind, this.#edits.get(kind) ?? TemplateEdit.blank(this.backend, kind));
  }

  /** The open edit was kept, or given up. */
  async endEdit(): Promise<void> {
    for (const [id, edit] of this.#edits) if (edit === this.#edit) this.#edits.delete(id);
    await this.back();
  }

  /** A bundled one is as it came with the app again; one of the user's own is gone. */
  async remove(id: string): Promise<void> {
    await this.#try(async () => {
      await this.backend.removeTemplate(id);
      await this.#load();
    });
  }

  askForFile(): void {
    this.#view = 'import';
  }

  askForPlace(row: TemplateRowView): void {
    this.#exported = row;
    this.#view = 'export';
  }

  /** Rejects: the dialog that asks for the path shows why. */
  import(path: string, clash: TemplateClashRequest): Promise<TemplateImportedView> {
    return this.backend.importTemplate(path, clash);
  }

  /** Rejects, as above. */
  export(id: string, path: string): Promise<void> {
    return this.backend.exportTemplate(id, path);
  }

  #editAs(id: string, edit: TemplateEdit): void {
    this.#edits.set(id, edit);
    this.#edit = edit;
    this.#view = 'edit';
  }

  async #load(): Promise<void> {
    this.#rows = await this.backend.templates(this.language());
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
      this.#failure = null;
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}

/** Every word of the query stands in the name or the purpose, in either language. */
function foundIn(rows: readonly TemplateRowView[], query: string): readonly TemplateRowView[] {
  const words = query.toLowerCase().split(/\s+/u);
  return rows.filter((row) => words.every((word) => row.words.toLowerCase().includes(word)));
}
