import { describe, expect, it } from 'vitest';

import type {
  BedsideAnswerView,
  BedsideFormView,
  EntryRequest,
  RangeView,
  TextView,
} from '$lib/backend/backend';
import { type FakeContent, plainSpan } from '$lib/backend/fake';

import { all, click, composer, find, openWindow, press, settled, type, words } from './window';

const text = (said: string): TextView => ({ direction: 'ltr', spans: [plainSpan(said)] });
const option = (key: string) => ({ key, name: text(key) });

const FIELD = { optional: false, units: [], first_unit: '', offered: '', choices: [] };
const FORM: BedsideFormView = {
  key: 'dose',
  name: text('Dose'),
  about: text('By weight'),
  fields: [
    {
      ...FIELD,
      key: 'weight',
      kind: 'number',
      label: text('Weight'),
      units: [option('kg'), option('lb')],
      first_unit: 'kg',
    },
    {
      ...FIELD,
      key: 'sex',
      kind: 'choice',
      label: text('Sex'),
      choices: [option('male'), option('female')],
    },
    {
      ...FIELD,
      key: 'glucose',
      kind: 'number',
      label: text('Glucose'),
      units: [option('mg/dL'), option('mmol/L')],
    },
  ],
};

function card(value: string): BedsideAnswerView {
  return {
    problems: [],
    remarks: [],
    cards: [
      {
        name: text('Dose'),
        calculated: text('Calculated'),
        entered: [],
        results: [{ label: text('Dose'), value: text(value), remark: text('') }],
        working: [],
        notes: [],
        sources: [],
        provenance: [],
        plain: value,
        html: `<p>${value}</p>`,
        quote: `> [Calculated] Dose\n> Dose: ${value}\n`,
      },
    ],
  };
}

function problem(field: string, code: string, readings: string[] = []): BedsideAnswerView {
  return { cards: [], remarks: [], problems: [{ field, code, said: text(code), readings }] };
}

type Evaluate = FakeContent['bedside']['evaluate'];

const byWeight: Evaluate = (_tool, _language, entries) => {
  const weight = entries.find(({ field }) => field === 'weight');
  if (!weight || weight.text === '') return problem('weight', 'missing');
  if (weight.text === '900' && !weight.confirmed) return problem('weight', 'implausible');
  if (weight.text === '1,000') return problem('weight', 'ambiguous', ['1000', '1']);
  return card(`${weight.text} ${weight.unit}`);
};

async function opened(more: Partial<FakeContent> = {}, evaluate: Evaluate = byWeight) {
  const window = await openWindow({
    ...more,
    bedside: {
      catalogue: (language) => ({
        groups: [
          {
            name: text(`Emergency ${language}`),
            tools: [
              { key: 'dose', name: text(`Dose ${language}`) },
              { key: 'score', name: text('Score') },
            ],
          },
        ],
      }),
      find: (said) => (said === 'nothing' ? [] : ['score', 'dose']),
      form: (tool) => ({ ...FORM, key: tool }),
      evaluate,
      ranges: (own) => [range('3.5', own.length > 0)],
    },
  });
  await press('b', { ctrlKey: true });
  return window;
}

function range(low: string, is_own: boolean): RangeView {
  return {
    analyte: 'potassium',
    who: 'adult',
    name: text('Potassium'),
    who_name: text('Adults'),
    ends: text(`${low}–5.3 mmol/L`),
    low,
    high: '5.3',
    unit: 'mmol/L',
    units: ['mmol/L', 'mEq/L'],
    is_own,
    source: text('A source'),
  };
}

const entries = (of: Awaited<ReturnType<typeof opened>>): EntryRequest[] =>
  of.backend.calls.at(-1)?.given[2] as EntryRequest[];

describe('the pane', () => {
  it.each(['first_run', 'locked', 'open'] as const)('opens_on_the_screen_%s', async (screen) => {
    const { backend } = await opened({ screen });
    expect(document.activeElement).toBe(find('bedside-search'));
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    expect(words(find('bedside-value'))).toBe('7 kg');
    expect(all('bedside-insert')).toHaveLength(screen === 'open' ? 1 : 0);
    expect(backend.calls.filter(({ command }) => command === 'unlock')).toEqual([]);
  });

  it('asks_for_nothing_before_it_is_opened', async () => {
    const { backend } = await openWindow();
    expect(backend.calls.filter(({ command }) => command.startsWith('bedside'))).toEqual([]);
  });

  it('is_opened_by_place_on_an_arabic_keyboard_and_closed_by_escape', async () => {
    await opened();
    await press('Escape');
    expect(all('bedside-pane')).toHaveLength(0);
    await press('لا', { ctrlKey: true, code: 'KeyB' });
    expect(all('bedside-pane')).toHaveLength(1);
    find('bedside-toggle').click();
    await settled();
    expect(all('bedside-pane')).toHaveLength(0);
  });

  it('gives_the_focus_back_when_it_is_closed', async () => {
    await openWindow();
    composer().focus();
    await press('b', { ctrlKey: true });
    await press('b', { ctrlKey: true });
    expect(document.activeElement).toBe(composer());
  });

  it('finds_tools_and_says_when_there_are_none', async () => {
    await opened();
    await type('bedside-search', 'x');
    expect(all('bedside-tool-score')).toHaveLength(1);
    await press('Enter');
    expect(find('bedside-tool').dataset.key).toBe('score');
    await press('Escape');
    await type('bedside-search', 'nothing');
    expect(words(find('bedside-pane'))).toContain('Nothing is found under this name.');
  });

  it('offers_what_was_used_last_first', async () => {
    await opened();
    await click('bedside-tool-score');
    await press('Escape');
    await click('bedside-tool-dose');
    await press('Escape');
    const listed = [...find('bedside-pane').querySelectorAll<HTMLElement>('[data-tool]')];
    expect(listed.slice(0, 2).map(({ dataset }) => dataset.tool)).toEqual(['dose', 'score']);
  });

  it('says_itself_anew_in_another_language_and_keeps_what_was_entered', async () => {
    const { app } = await opened();
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    await app.chooseLanguage('ar');
    await settled();
    expect((find('bedside-entry-weight') as HTMLInputElement).value).toBe('7');
    await press('Escape');
    expect(words(find('bedside-pane'))).toContain('Emergency ar');
  });
});

describe('a tool', () => {
  it('goes_from_field_to_field_with_enter', async () => {
    await opened();
    await click('bedside-tool-dose');
    expect(document.activeElement).toBe(find('bedside-entry-weight'));
    await type('bedside-entry-weight', '7');
    await press('Enter');
    expect(document.activeElement).toBe(find('bedside-choice-male'));
    await press('Enter');
    expect(document.activeElement).toBe(find('bedside-entry-glucose'));
    await press('Enter');
    expect(document.activeElement).toBe(find('bedside-insert'));
  });

  it('begins_with_no_unit_where_laboratories_differ_and_remembers_the_one_used', async () => {
    const window = await opened();
    await click('bedside-tool-dose');
    const unit = find('bedside-unit-glucose') as HTMLSelectElement;
    expect(unit.value).toBe('');
    unit.value = 'mmol/L';
    unit.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(entries(window).find(({ field }) => field === 'glucose')?.unit).toBe('mmol/L');
    await press('Escape');
    await click('bedside-tool-score');
    expect((find('bedside-unit-glucose') as HTMLSelectElement).value).toBe('mmol/L');
    expect((find('bedside-unit-weight') as HTMLSelectElement).value).toBe('kg');
  });

  it('asks_about_what_is_implausible_and_again_about_another_value', async () => {
    const window = await opened();
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '900');
    expect(all('bedside-card')).toHaveLength(0);
    await click('bedside-confirm-weight');
    expect(words(find('bedside-value'))).toBe('900 kg');
    await type('bedside-entry-weight', '90');
    expect(entries(window)[0]?.confirmed).toBe(false);
  });

  it('offers_both_readings_of_an_ambiguous_number', async () => {
    await opened();
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '1,000');
    const readings = find('bedside-problem-weight').parentElement?.querySelectorAll('button') ?? [];
    expect([...readings].map(words)).toEqual(['1000', '1']);
    readings[1]?.click();
    await settled();
    expect(words(find('bedside-value'))).toBe('1 kg');
  });

  it('shows_no_answer_to_older_entries', async () => {
    const waiting: (() => void)[] = [];
    await opened({}, (_tool, _language, list) => {
      const weight = list[0]?.text ?? '';
      return new Promise((resolve) => waiting.push(() => resolve(card(`${weight} kg`))));
    });
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    await type('bedside-entry-weight', '70');
    waiting[1]?.();
    await settled();
    expect(words(find('bedside-value'))).toBe('70 kg');
    expect(find('bedside-answer').dataset.stale).toBe('false');
    waiting[0]?.();
    await settled();
    expect(words(find('bedside-value'))).toBe('70 kg');
    await type('bedside-entry-weight', '701');
    expect(find('bedside-answer').dataset.stale).toBe('true');
  });

  it('goes_behind_what_is_being_asked', async () => {
    await opened();
    await type('composer', 'What now?');
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    await click('bedside-insert');
    expect(composer().value).toBe('What now?\n\n> [Calculated] Dose\n> Dose: 7 kg\n\n');
    expect(document.activeElement).toBe(composer());
  });

  it('that_cannot_be_calculated_says_why', async () => {
    const { backend } = await opened();
    await click('bedside-tool-dose');
    backend.fail('bedsideEvaluate', 'unexpected');
    await type('bedside-entry-weight', '7');
    expect(all('error')).toHaveLength(1);
    expect(all('bedside-card')).toHaveLength(0);
  });
});

describe('reference ranges', () => {
  it('are_changed_while_the_store_is_open', async () => {
    const { backend } = await opened();
    await click('bedside-ranges');
    await click('bedside-range-edit-potassium-adult');
    await click('bedside-range-keep');
    expect(backend.calls.at(-1)).toEqual({
      command: 'setBedsideRanges',
      given: [
        'en',
        [{ analyte: 'potassium', who: 'adult', low: '3.5', high: '5.3', unit: 'mmol/L' }],
      ],
    });
    expect(words(find('bedside-pane'))).toContain('Your laboratory’s own range');
  });

  it('are_only_shown_while_it_is_locked', async () => {
    await opened({ screen: 'locked' });
    await click('bedside-ranges');
    expect(all('bedside-range-potassium-adult')).toHaveLength(1);
    expect(all('bedside-range-edit-potassium-adult')).toHaveLength(0);
  });
});
