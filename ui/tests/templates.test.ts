import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import type { TemplateEditView, TemplateFieldView, TextView } from '$lib/backend/backend';
import { type FakeContent, plainSpan } from '$lib/backend/fake';
import { type FakeTemplate, missing } from '$lib/backend/fake-templates';

import { paragraph } from '../src/preview/compose';
import { all, ask, click, composer, find, openWindow, press, settled, type, words } from './window';

const text = (said: string): TextView => ({ direction: 'ltr', spans: [plainSpan(said)] });
const both = (en: string, ar: string) => ({ en, ar });

const FIELD: Omit<TemplateFieldView, 'key' | 'label' | 'kind'> = {
  required: false,
  offered: '',
  units: [],
  choices: [],
};

function edit(id: string, kind: 'persona' | 'template'): TemplateEditView {
  return {
    id,
    version: 3,
    kind,
    name: both('SOAP note', 'ملاحظة سريرية'),
    about: both('About', 'عن'),
    fields: [
      {
        key: 'facts',
        label: both('Facts', 'الوقائع'),
        kind: 'long_text',
        required: true,
        offered: '',
        options: [],
        least: '',
        most: '',
        longest: 0,
      },
    ],
    text: both('{facts}', '{facts}'),
    follows_language: kind === 'persona',
    interviews: false,
    questions: '',
    heading: both('', ''),
    conclusion: both('', ''),
  };
}

function template(id: string, kind: 'persona' | 'template', name: string): FakeTemplate {
  const origin = id.startsWith('sanad.') ? 'bundled' : 'own';
  return {
    row: { id, kind, origin, version: 3, name: text(name), about: text('About'), words: name },
    form: {
      id,
      kind,
      name: text(name),
      about: text('About'),
      fields: [
        {
          ...FIELD,
          key: 'weight',
          kind: 'number',
          label: text('Weight'),
          units: [
            { key: 'kg', name: text('kg') },
            { key: 'lb', name: text('lb') },
          ],
        },
        {
          ...FIELD,
          key: 'sex',
          kind: 'choice',
          label: text('Sex'),
          choices: [{ key: 'female', name: text('female') }],
        },
        { ...FIELD, key: 'facts', kind: 'long_text', label: text('Facts'), required: true },
      ],
    },
    edit: { ...edit(id, kind), name: both(name, `${name} بالعربية`) },
  };
}

const SOAP = template('sanad.soap-note', 'template', 'SOAP note');
const HISTORY = template('sanad.history-taking', 'persona', 'History taking');
const OWN = template('own.1', 'template', 'Ward round');

const CONTENT: Partial<FakeContent> = {
  templates: [HISTORY, SOAP, OWN],
  onFill: (_id, language, entries) => {
    const said = entries.map(({ field, text: entered, unit }) => `${field}=${entered}${unit}`);
    const filled = `${language}: ${said.join(', ')}`;
    return {
      text: filled,
      preview: [paragraph(filled)],
      problems: missing(SOAP.form, entries),
    };
  },
};

async function opened(more: Partial<FakeContent> = {}) {
  const window = await openWindow({ ...CONTENT, ...more });
  await press('t', { ctrlKey: true });
  return window;
}

async function faults(): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, 'heading-order': { enabled: false } };
  const { violations } = await axe.run(document, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

document.title = 'Sanad';
const PATIENCE = { timeout: 60_000 };

describe('the list', () => {
  it('is_opened_by_key_by_an_arabic_key_and_by_its_button', async () => {
    await opened();
    expect(document.activeElement).toBe(find('template-search'));
    await press('Escape');
    expect(all('templates')).toHaveLength(0);
    await press('ف', { ctrlKey: true, code: 'KeyT' });
    expect(all('templates')).toHaveLength(1);
    await press('Escape');
    await click('templates-open');
    expect(all('templates')).toHaveLength(1);
  });

  it('is_searched_and_walked_by_keys', async () => {
    await opened();
    await type('template-search', 'soap');
    expect(all('template-sanad.soap-note')).toHaveLength(1);
    expect(all('template-own.1')).toHaveLength(0);
    await press('ArrowDown');
    expect(document.activeElement).toBe(find('template-sanad.soap-note'));
    await press('ArrowUp');
    await type('template-search', 'nothing of this');
    expect(words(find('templates'))).toContain('Nothing is called so');
    await type('template-search', 'soap');
    await press('Enter');
    expect(all('template-form')).toHaveLength(1);
  });
});

describe('a form', () => {
  it('puts_its_text_into_the_composer_and_sends_nothing', async () => {
    const { backend } = await opened();
    await click('template-sanad.soap-note');
    expect(document.activeElement).toBe(find('template-entry-weight'));
    await type('template-entry-weight', '70');
    await type('template-entry-facts', 'Cough');
    await click('template-choice-sex-female');
    expect(words(find('template-preview'))).toBe('en: weight=70kg, sex=female, facts=Cough');
    await click('template-language-ar');
    expect(words(find('template-preview'))).toContain('ar: weight=70kg');
    find('template-use').closest('form')?.requestSubmit();
    await settled();
    expect(all('templates')).toHaveLength(0);
    expect(composer().value).toBe('ar: weight=70kg, sex=female, facts=Cough\n');
    expect(document.activeElement).toBe(composer());
    expect(backend.calls.filter(({ command }) => command === 'ask')).toEqual([]);
  });

  it('leads_to_what_is_missing_and_inserts_nothing', async () => {
    await opened();
    await click('template-sanad.soap-note');
    expect(words(find('template-problem-facts'))).toBe('');
    find('template-use').closest('form')?.requestSubmit();
    await settled();
    expect(document.activeElement).toBe(find('template-entry-facts'));
    expect(find('template-entry-facts').getAttribute('aria-invalid')).toBe('true');
    expect(words(find('template-problem-facts'))).toBe('This is needed.');
    expect(composer().value).toBe('');
  });

  it('keeps_what_was_entered_when_it_is_left_and_forgets_it_when_the_store_is_locked', async () => {
    const { app } = await opened();
    await click('template-sanad.soap-note');
    await type('template-entry-facts', 'A long dictation');
    await press('Escape');
    expect(all('template-form')).toHaveLength(0);
    await press('Escape');
    await press('t', { ctrlKey: true });
    await click('template-sanad.soap-note');
    expect((find('template-entry-facts') as HTMLTextAreaElement).value).toBe('A long dictation');
    app.templates.clear();
    await app.templates.choose('sanad.soap-note');
    await settled();
    expect((find('template-entry-facts') as HTMLTextAreaElement).value).toBe('');
  });

  it('goes_behind_what_is_typed_already', async () => {
    await openWindow(CONTENT);
    await type('composer', 'Please:');
    await press('t', { ctrlKey: true });
    await click('template-own.1');
    await type('template-entry-facts', 'x');
    find('template-use').closest('form')?.requestSubmit();
    await settled();
    expect(composer().value).toMatch(/^Please:\n\nen: /u);
  });
});

describe('a persona', () => {
  it('is_shown_in_the_header_kept_with_its_conversation_and_taken_off', async () => {
    const window = await opened();
    expect(all('persona-chip')).toHaveLength(0);
    await click('template-sanad.history-taking');
    await type('template-entry-facts', 'x');
    find('template-use').closest('form')?.requestSubmit();
    await settled();
    expect(words(find('persona-chip'))).toBe('History taking');
    expect(composer().value).toBe('');

    const turn = await ask(window, 'Chest pain');
    expect(words(find('persona-chip'))).toBe('History taking');
    turn.finish('Since when?', [paragraph('Since when?')]);
    await settled();
    await click('persona-chip');
    await click('persona-remove');
    expect(all('persona-chip')).toHaveLength(0);
    expect(window.backend.calls.at(-1)?.given).toEqual(['conversation-0', '', []]);
    await click('new-conversation');
    expect(all('persona-chip')).toHaveLength(0);
  });

  it('of_the_next_conversation_is_there_after_a_restart', async () => {
    const { app, backend } = await openWindow(CONTENT);
    backend.personas.set('', { template: 'a', version: 1, name_en: 'Brief', name_ar: 'موجز' });
    await app.start();
    await settled();
    expect(words(find('persona-chip'))).toBe('Brief');
    await app.chooseLanguage('ar');
    await settled();
    expect(words(find('persona-chip'))).toBe('موجز');
  });
});

describe('an edit', () => {
  it('is_kept_with_everything_that_was_typed', async () => {
    const { backend } = await opened();
    await click('template-change-sanad.soap-note');
    await type('template-name-ar', 'ملاحظتي');
    await click('template-add-field');
    await type('template-key-1', 'dose');
    await type('template-label-1-en', 'Dose');
    find('template-save').closest('form')?.requestSubmit();
    await settled();
    const call = backend.calls.findLast(({ command }) => command === 'saveTemplate');
    const saved = call?.given[0] as TemplateEditView;
    expect(saved.name).toEqual(both('SOAP note', 'ملاحظتي'));
    expect(saved.fields.map(({ key }) => key)).toEqual(['facts', 'dose']);
    expect(all('template-edit')).toHaveLength(0);
  });

  it('says_where_something_is_wrong_and_stays_open', async () => {
    await opened({ onSave: () => ({ place: 'body.ar', code: 'alone' }) });
    await click('template-change-sanad.soap-note');
    find('template-save').closest('form')?.requestSubmit();
    await settled();
    expect(words(find('template-fault'))).toContain('may stay blank');
    expect(find('template-text-ar').getAttribute('aria-invalid')).toBe('true');
    expect(find('template-text-en').getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(find('template-text-ar'));
    // Left by key it comes back as it was.
    await type('template-text-ar', 'نص جديد');
    await press('Escape');
    await click('template-change-sanad.soap-note');
    expect((find('template-text-ar') as HTMLTextAreaElement).value).toBe('نص جديد');
  });
});

describe('files', () => {
  it('one_with_the_id_of_another_is_asked_about', async () => {
    const { backend } = await opened({
      onImport: (_path, clash) => ({
        outcome: clash === 'ask' ? 'clashes' : 'added',
        name_en: 'SOAP note',
        name_ar: 'ملاحظة',
      }),
    });
    await click('template-import');
    await type('template-import-path', '/stick/soap.toml');
    await submit('template-import-act');
    expect(words(find('template-clash'))).toContain('SOAP note');
    await click('template-clash-replace');
    await submit('template-import-act');
    expect(words(find('transfer-done'))).toContain('was imported');
    const given = backend.calls
      .filter(({ command }) => command === 'importTemplate')
      .map(({ given: [, clash] }) => clash);
    expect(given).toEqual(['ask', 'replace']);
  });

  it('a_broken_one_is_said_in_one_sentence_with_its_line', async () => {
    const { backend } = await opened();
    const fault = { line: '7', path: '/stick/soap.toml', key: 'name.ar' };
    backend.fail('importTemplate', 'template-missing', fault);
    await click('template-import');
    await type('template-import-path', '/stick/soap.toml');
    await submit('template-import-act');
    expect(words(find('error'))).toContain('Line 7 of /stick/soap.toml: “name.ar” is missing');
  });

  it('one_of_the_users_own_is_exported_and_deleted', async () => {
    const { backend } = await opened();
    await click('template-export-own.1');
    await type('template-export-path', '/stick/a.toml');
    await submit('template-export-act');
    expect(words(find('transfer-done'))).toContain('/stick/a.toml');
    await click('template-export-close');
    await click('template-remove-own.1');
    expect(all('template-own.1')).toHaveLength(0);
    const commands = backend.calls.map(({ command }) => command);
    expect(commands).toContain('exportTemplate');
  });

  async function submit(id: string): Promise<void> {
    const button = find(id) as HTMLButtonElement;
    button.form?.requestSubmit();
    await settled();
  }
});

describe('axe finds nothing wrong with', PATIENCE, () => {
  it.each(['en', 'ar'])('list_form_and_editor_in_%s', async (language) => {
    await opened({ preferences: { language, theme: 'light', digits: 'latn', text_size: 100 } });
    expect(await faults()).toEqual([]);
    await click('template-sanad.history-taking');
    expect(await faults()).toEqual([]);
    await press('Escape');
    await click('template-change-sanad.history-taking');
    await click('template-interviews');
    expect(await faults()).toEqual([]);
  });
});
