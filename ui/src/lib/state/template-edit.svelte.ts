/** A template while it is edited. What is wrong with it is found by Rust when it is to be kept. */

import {
  type Backend,
  type BilingualView,
  type ErrorView,
  errorView,
  type TemplateEditView,
  type TemplateFieldEditView,
  type TemplateFieldKind,
  type TemplateKindView,
  type TemplateOptionEditView,
} from '$lib/backend/backend';

/** In the order that they are offered. */
export const FIELD_KINDS: readonly TemplateFieldKind[] = [
  'text',
  'long_text',
  'number',
  'choice',
  'date',
  'age',
];

/** What was found wrong, and where: `name.ar`, `fields.weight.label.en`, `body.en`. */
export interface TemplateFault {
  place: string;
  code: string;
}

const blankText = (): BilingualView => ({ en: '', ar: '' });

export class TemplateEdit {
  /** Bound to the controls. */
  readonly draft: TemplateEditView = $state(blankTemplate('template'));

  #fault = $state.raw<TemplateFault | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #isSaving = $state(false);

  constructor(
    private readonly backend: Backend,
    template: TemplateEditView,
  ) {
    this.draft = template;
  }

  static blank(backend: Backend, kind: TemplateKindView): TemplateEdit {
    return new TemplateEdit(backend, blankTemplate(kind));
  }

  get isNew(): boolean {
    return this.draft.id === '';
  }

  get fault(): TemplateFault | null {
    return this.#fault;
  }

  get failure(): ErrorView | null {
    return this.#failure;
  }

  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Whether something is wrong there, or in what lies below it. */
  isFaulty(place: string): boolean {
    const found = this.#fault?.place ?? '';
    return found !== '' && (found === place || found.startsWith(`${place}.`));
  }

  addField(): void {
    const keys = new Set(this.draft.fields.map(({ key }) => key));
    let number = this.draft.fields.length + 1;
    while (keys.has(`field_${number}`)) number += 1;
    this.draft.fields.push(blankField(`field_${number}`));
  }

  removeField(at: number): void {
    this.draft.fields.splice(at, 1);
  }

  /** By one place. */
  raiseField(at: number): void {
    const [raised] = this.draft.fields.splice(at, 1);
    if (raised) this.draft.fields.splice(Math.max(at - 1, 0), 0, raised);
  }

  addOption({ options }: TemplateFieldEditView): void {
    options.push(blankOption(`option_${options.length + 1}`));
  }

  /** Says whether it was kept. */
  async save(): Promise<boolean> {
    if (this.#isSaving) return false;
    this.#isSaving = true;
    this.#fault = null;
    this.#failure = null;
    try {
      const { place, code } = await this.backend.saveTemplate($state.snapshot(this.draft));
      this.#fault = code === '' ? null : { place, code };
      return code === '';
    } catch (thrown) {
      this.#failure = errorView(thrown);
      return false;
    } finally {
      this.#isSaving = false;
    }
  }
}

function blankTemplate(kind: TemplateKindView): TemplateEditView {
  return {
    id: '',
    version: 0,
    kind,
    name: blankText(),
    about: blankText(),
    fields: [],
    text: blankText(),
    follows_language: kind === 'persona',
    interviews: false,
    questions: '',
    heading: blankText(),
    conclusion: blankText(),
  };
}

function blankField(key: string): TemplateFieldEditView {
  return {
    key,
    label: blankText(),
    kind: 'text',
    required: false,
    offered: '',
    options: [],
    least: '',
    most: '',
    longest: 0,
  };
}

function blankOption(key: string): TemplateOptionEditView {
  return { key, name: blankText() };
}
