import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import type {
  BedsideAnswerView,
  BedsideFormView,
  BedsideOfferView,
  EntryRequest,
  RangeView,
  TextView,
} from '$lib/backend/backend';
import { type FakeContent, plainSpan } from '$lib/backend/fake';

import { paragraph } from '../src/preview/compose';
import { all, ask, click, composer, find, openWindow, press, settled, type, words } from './window';

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

const offer = (said: string, unit: string, field = 'weight'): BedsideOfferView => ({
  field,
  text: said,
  unit,
  value: text(`${said} ${unit}`),
  context: text(`weighs ${said} ${unit} today`),
});

type Offers = FakeContent['bedside']['offers'];

async function opened(
  more: Partial<FakeContent> = {},
  evaluate: Evaluate = byWeight,
  offers: Offers = () => [],
) {
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
      offers,
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

  it('says_on_paper_of_which_day_it_is', async () => {
    await opened();
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    expect(words(find('bedside-printed'))).toBe('');
    window.dispatchEvent(new Event('beforeprint'));
    expect(words(find('bedside-printed'))).toContain(String(new Date().getFullYear()));
  });

  it('is_copied_with_marks_and_as_html_as_the_app_wrote_it', async () => {
    await opened();
    await click('bedside-tool-dose');
    await type('bedside-entry-weight', '7');
    const written = new Map<string, string>();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what the window itself goes through
    document.execCommand = () => {
      const clipboardData = { setData: (kind: string, said: string) => written.set(kind, said) };
      const event = new Event('copy', { bubbles: true, cancelable: true });
      document.dispatchEvent(Object.assign(event, { clipboardData }));
      return true;
    };
    await click('bedside-copy');
    expect(written.get('text/plain')).toBe('7 kg');
    expect(written.get('text/html')).toBe('<p>7 kg</p>');
    expect(find('bedside-copy').dataset.outcome).toBe('done');
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

describe('what a person has written', () => {
  const fromComposer: Offers = (_tool, told) =>
    told.flatMap((said) => (said.includes('82 kg') ? [offer('82', 'kg')] : []));

  it('is_offered_beside_its_field_and_never_filled_in_by_itself', async () => {
    const window = await opened({}, byWeight, fromComposer);
    await type('composer', 'He weighs 82 kg today');
    await click('bedside-tool-dose');
    const field = find('bedside-entry-weight') as HTMLInputElement;
    expect(field.value).toBe('');
    expect(all('bedside-card')).toHaveLength(0);
    expect(words(find('bedside-offer-weight'))).toBe('82 kg');
    expect(words(find('bedside-pane'))).toContain('weighs 82 kg today');
    await click('bedside-offer-weight');
    expect(field.value).toBe('82');
    expect(entries(window)[0]).toEqual({
      field: 'weight',
      text: '82',
      unit: 'kg',
      confirmed: false,
    });
    expect(words(find('bedside-value'))).toBe('82 kg');
    expect(all('bedside-offer-weight')).toHaveLength(0);
    expect(document.activeElement).toBe(find('bedside-choice-male'));
  });

  it('asks_for_the_unit_where_none_was_written', async () => {
    await opened({}, byWeight, () => [offer('82', '')]);
    await type('composer', 'weight 82');
    await click('bedside-tool-dose');
    await click('bedside-offer-weight');
    const unit = find('bedside-unit-weight') as HTMLSelectElement;
    expect(unit.value).toBe('');
    expect(document.activeElement).toBe(unit);
  });

  it('is_the_questions_and_the_draft_newest_first_and_no_answer', async () => {
    const heard: string[][] = [];
    const window = await opened({}, byWeight, (_tool, told) => {
      heard.push(told);
      return [];
    });
    for (const said of ['weight 80 kg', 'weight 81 kg']) {
      const turn = await ask(window, said);
      turn.finish('The weight is 90 kg.', [paragraph('The weight is 90 kg.')]);
      await settled();
    }
    await type('composer', 'weight 82 kg');
    await click('bedside-tool-dose');
    expect(heard.at(-1)).toEqual(['weight 82 kg', 'weight 81 kg', 'weight 80 kg']);
  });

  it('is_not_looked_for_before_anything_is_unlocked', async () => {
    const { backend } = await opened({ screen: 'locked' });
    await click('bedside-tool-dose');
    expect(backend.calls.filter(({ command }) => command === 'bedsideOffers')).toEqual([]);
  });

  it('that_cannot_be_found_is_simply_not_offered', async () => {
    const { backend } = await opened({}, byWeight, fromComposer);
    await type('composer', 'He weighs 82 kg');
    backend.fail('bedsideOffers', 'unexpected');
    await click('bedside-tool-dose');
    expect(all('bedside-offer-weight')).toHaveLength(0);
    expect(all('error')).toHaveLength(0);
  });
});

describe('axe finds nothing wrong with', { timeout: 60_000 }, () => {
  const rules = { rules: { 'color-contrast': { enabled: false } } };
  const faults = async (): Promise<string[]> => {
    document.title = 'Sanad';
    const { violations } = await axe.run(document, rules);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it.each(['en', 'ar'])('the_list_a_tool_its_card_and_the_ranges_in_%s', async (language) => {
    const preferences = { language, theme: 'light', digits: 'latn', text_size: 100 } as const;
    await opened({ preferences }, byWeight, () => [offer('82', 'kg')]);
    expect(document.documentElement.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await faults()).toEqual([]);
    await type('composer', '82 kg');
    await click('bedside-tool-dose');
    expect(all('bedside-offer-weight')).toHaveLength(1);
    expect(await faults()).toEqual([]);
    await type('bedside-entry-weight', '900');
    expect(all('bedside-confirm-weight')).toHaveLength(1);
    expect(await faults()).toEqual([]);
    await click('bedside-confirm-weight');
    expect(all('bedside-card')).toHaveLength(1);
    expect(await faults()).toEqual([]);
    await press('Escape');
    await click('bedside-ranges');
    await click('bedside-range-edit-potassium-adult');
    expect(await faults()).toEqual([]);
  });

  it('the_pane_over_the_locked_screen', async () => {
    await opened({ screen: 'locked' });
    await click('bedside-tool-dose');
    expect(await faults()).toEqual([]);
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
