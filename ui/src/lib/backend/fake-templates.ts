/** Templates of the fake backend: one of each kind, filled in as far as tests and the preview need. */

import {
  BackendError,
  type ChosenPersonaView,
  type FilledTemplateView,
  type TemplateClashRequest,
  type TemplateEditView,
  type TemplateEntryRequest,
  type TemplateFormView,
  type TemplateImportedView,
  type TemplateProblemView,
  type TemplateRowView,
  type TemplateSavedView,
} from './backend';
import { FakeSafety, type FakeSafetyContent } from './fake-safety';

export interface FakeTemplate {
  row: TemplateRowView;
  form: TemplateFormView;
  edit: TemplateEditView;
}

export interface FakeTemplateContent {
  templates: FakeTemplate[];
  /** What a form says of its entries. */
  onFill: (
    id: string,
    language: string,
    entries: readonly TemplateEntryRequest[],
  ) => FilledTemplateView;
  /** What is wrong with an edit; nothing for none. */
  onSave: (edit: TemplateEditView) => Pick<TemplateSavedView, 'place' | 'code'>;
  onImport: (path: string, clash: TemplateClashRequest) => TemplateImportedView;
}

export const TEMPLATES: FakeTemplateContent = {
  templates: [],
  onFill: () => ({ text: '', preview: [], problems: [] }),
  onSave: () => ({ place: '', code: '' }),
  onImport: () => ({ outcome: 'added', name_en: 'Note', name_ar: 'ملاحظة' }),
};

/** Each field that is needed and blank. */
export function missing(
  form: TemplateFormView,
  entries: readonly TemplateEntryRequest[],
): TemplateProblemView[] {
  return form.fields
    .filter(({ key, required }) => {
      const text = entries.find(({ field }) => field === key)?.text ?? '';
      return required && text.trim() === '';
    })
    .map(({ key }) => ({ field: key, code: 'missing', limit: '' }));
}

export abstract class FakeTemplates extends FakeSafety {
  /** By conversation; that of the new one is under its empty id. */
  readonly personas = new Map<string, ChosenPersonaView>();

  #templates: FakeTemplate[];

  protected constructor(
    protected override readonly content: FakeSafetyContent & FakeTemplateContent,
  ) {
    super(content);
    this.#templates = content.templates;
  }

  async templates(language: string): Promise<TemplateRowView[]> {
    await this.step('templates', language);
    return this.#templates.map(({ row }) => row);
  }

  async templateForm(id: string, language: string): Promise<TemplateFormView> {
    await this.step('templateForm', id, language);
    return this.#template(id).form;
  }

  async fillTemplate(
    id: string,
    language: string,
    entries: TemplateEntryRequest[],
  ): Promise<FilledTemplateView> {
    await this.step('fillTemplate', id, language, entries);
    return this.content.onFill(id, language, entries);
  }

  async choosePersona(
    conversation: string,
    template: string,
    entries: TemplateEntryRequest[],
  ): Promise<ChosenPersonaView> {
    await this.step('choosePersona', conversation, template, entries);
    const chosen = this.#chosen(template);
    this.personas.set(conversation, chosen);
    return chosen;
  }

  async personaOf(conversation: string): Promise<ChosenPersonaView> {
    await this.step('personaOf', conversation);
    return this.personas.get(conversation) ?? this.#chosen('');
  }

  async templateToEdit(id: string): Promise<TemplateEditView> {
    await this.step('templateToEdit', id);
    return structuredClone(this.#template(id).edit);
  }

  async saveTemplate(template: TemplateEditView): Promise<TemplateSavedView> {
    await this.step('saveTemplate', template);
    return { id: template.id, ...this.content.onSave(template) };
  }

  async removeTemplate(id: string): Promise<void> {
    await this.step('removeTemplate', id);
    this.#templates = this.#templates.filter(({ row }) => row.id !== id);
  }

  async exportTemplate(id: string, path: string): Promise<void> {
    await this.step('exportTemplate', id, path);
  }

  async importTemplate(path: string, clash: TemplateClashRequest): Promise<TemplateImportedView> {
    await this.step('importTemplate', path, clash);
    return this.content.onImport(path, clash);
  }

  #template(id: string): FakeTemplate {
    const found = this.#templates.find(({ row }) => row.id === id);
    if (!found) throw new BackendError({ code: 'template-gone', arguments: [] });
    return found;
  }

  #chosen(id: string): ChosenPersonaView {
    if (id === '') return { template: '', version: 0, name_en: '', name_ar: '' };
    const { edit } = this.#template(id);
    return { template: id, version: edit.version, name_en: edit.name.en, name_ar: edit.name.ar };
  }
}
