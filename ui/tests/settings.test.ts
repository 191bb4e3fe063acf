import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import { read, written } from '$lib/answering/figure';
import type { SamplingFigureView } from '$lib/backend/backend';
import { ANSWERING } from '$lib/backend/fake-answering';
import { SAFETY } from '$lib/backend/fake-safety';
import { L10n } from '$lib/l10n/l10n.svelte';
import { rowsOf } from '$lib/settings/rows';
import { SECTIONS } from '$lib/state/settings.svelte';

import { transcript } from '../src/preview/samples';
import { all, click, find, openWindow, press, settled, type, words } from './window';

const figure = (name: string): SamplingFigureView => {
  const found = ANSWERING.answering.figures.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

async function enter(id: string, text: string): Promise<void> {
  const field = find(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function choose(id: string, value: string): Promise<void> {
  const list = find(id) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function openAnswering(
  content: Parameters<typeof openWindow>[0] = {},
): ReturnType<typeof openWindow> {
  const window = await openWindow(content);
  window.app.settings.open('answering');
  await settled();
  return window;
}

const given = (
  calls: readonly { command: string; given: unknown[] }[],
  command: string,
): unknown[][] => calls.filter((call) => call.command === command).map((call) => call.given);

describe('a figure', () => {
  it.each([
    ['0.7', 70],
    ['٠٫٧', 70],
    ['۰٫۷', 70],
    ['0,75', 75],
    [' 0 ', 0],
    ['1.5', 150],
    ['1.51', null],
    ['-1', null],
    ['0.755', null],
    ['warm', null],
    ['', null],
  ])('typed_as_%j_is_%j_hundredths', (typed, value) => {
    expect(read(figure('temperature'), typed)).toBe(value);
  });

  it('that_is_whole_takes_no_fraction', () => {
    expect(read(figure('seed'), '4٢')).toBe(42);
    expect(read(figure('seed'), '4.2')).toBeNull();
    expect(read(figure('seed'), '1000000000')).toBeNull();
  });

  it('is_written_as_it_can_be_typed_back', () => {
    for (const one of ANSWERING.answering.figures)
      expect(read(one, written(one, one.value))).toBe(one.value);
  });
});

describe('how answers are drawn', () => {
  it('is_set_figure_by_figure_and_what_cannot_be_is_refused_with_its_range', async () => {
    const { backend } = await openAnswering();
    await enter('figure-temperature', '0');
    await enter('figure-seed', '٤٢');
    expect(given(backend.calls, 'setFigure')).toEqual([
      ['temperature', 0],
      ['seed', 42],
    ]);
    await enter('figure-temperature', '9');
    expect(given(backend.calls, 'setFigure')).toHaveLength(2);
    expect(find('figure-temperature').ariaInvalid).toBe('true');
    expect(words(document.querySelector('[role="alert"]') as Element)).toContain('from 0 to 1.5');
    await enter('figure-temperature', '1');
    expect(document.querySelector('[role="alert"]')).toBeNull();
    await click('figures-reset');
    expect((find('figure-temperature') as HTMLInputElement).value).toBe('0.3');
  });

  it('lies_behind_advanced', async () => {
    await openAnswering();
    expect(find('figure-temperature').closest('details')?.open).toBe(false);
  });

  it('says_once_that_something_kept_could_not_be_used_and_what', async () => {
    const answering = { ...ANSWERING.answering, replaced: ['temperature', 'threads'] };
    const { app } = await openWindow({
      answering,
      preferences: { language: 'ar', theme: 'light', digits: 'latn', text_size: 100 },
    });
    expect(words(find('deed-said'))).toMatch(/المعتادة: درجة الحرية وخيوط المعالج/u);
    app.settings.open('answering');
    await settled();
    expect(words(find('answering-replaced'))).toContain('خيوط المعالج');
  });
});

describe('the engine', () => {
  it('is_restarted_by_a_button_alone_and_not_while_it_answers', async () => {
    const { backend } = await openAnswering();
    expect(all('engine-restart')).toHaveLength(0);
    await choose('engine-threads', '2');
    await choose('engine-context', '8192');
    expect(given(backend.calls, 'restartEngine')).toEqual([]);
    backend.fail('restartEngine', 'busy');
    await click('engine-restart');
    expect(find('error').dataset.code).toBe('busy');
    backend.succeed('restartEngine');
    await click('engine-restart');
    expect(all('engine-restart')).toHaveLength(0);
  });
});

describe('a conversation with figures of its own', () => {
  const conversations = [
    transcript('one', 'Asthma', 'ltr', Date.now()),
    transcript('two', 'الربو', 'rtl', Date.now() - 1000),
  ];

  it('shows_that_it_has_them_and_the_way_back', async () => {
    const { app, backend } = await openWindow({ conversations });
    await app.open('one');
    await settled();
    expect(all('own-figures-chip')).toHaveLength(0);
    all('row-actions')[0]?.click();
    await settled();
    await click('own-figures-open');
    expect(words(find('own-figures'))).toContain('follows the settings');
    await enter('figure-temperature', '0.7');
    expect(given(backend.calls, 'setOwnFigure')).toEqual([['one', 'temperature', 70]]);
    await click('own-figures-done');
    expect(words(find('own-figures-chip'))).toBe('Own way of choosing words');

    await app.open('two');
    await settled();
    expect(all('own-figures-chip')).toHaveLength(0);
    await app.open('one');
    await settled();
    await click('own-figures-chip');
    await click('own-figures-back');
    expect(all('own-figures-chip')).toHaveLength(0);
    expect(given(backend.calls, 'endOwnFigures')).toEqual([['one']]);
  });
});

describe('the search through the settings', () => {
  async function opened(language = 'en'): Promise<void> {
    const { app } = await openWindow({
      settings: { ...SAFETY.settings, has_recovery_code: true },
      preferences: { language, theme: 'light', digits: 'latn', text_size: 100 },
    });
    app.settings.open();
    await settled();
  }

  const found = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[data-testid^="found-"]')].map(
      ({ dataset }) => dataset.testid ?? '',
    );

  it.each(SECTIONS)('knows_every_row_of_%s', async (section) => {
    const { app } = await openWindow({
      settings: { ...SAFETY.settings, has_recovery_code: true },
    });
    app.settings.open(section);
    await settled();
    const controls = rowsOf(app.settings.view)
      .filter((row) => row.section === section)
      .map(({ control }) => control);
    const rows = [...document.querySelectorAll('[data-testid="settings"] section.row')];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const ids = [...row.querySelectorAll<HTMLElement>('[data-testid]')];
      const isKnown = ids.some(({ dataset }) => controls.includes(dataset.testid ?? ''));
      expect(isKnown || row.querySelector('button, input, select') === null, words(row)).toBe(true);
    }
  });

  it.each(['en', 'ar', 'fa', 'ur', 'he', 'fr'])('has_a_sentence_for_every_row_in_%s', (code) => {
    const l10n = new L10n();
    l10n.choose(code);
    for (const { name, hint } of rowsOf(SAFETY.settings)) {
      expect(l10n.has(name), name).toBe(true);
      expect(l10n.textIfAny(hint, { usual: '' }), hint).not.toBe('');
    }
  });

  it('is_reached_with_the_slash_and_leads_to_the_row_that_was_found', async () => {
    await opened();
    await press('/');
    expect(document.activeElement).toBe(find('settings-search'));
    await type('settings-search', 'likeliest zero');
    expect(found()).toEqual(['found-figure-temperature', 'found-figure-top_k']);
    await click('found-figure-top_k');
    expect(document.activeElement).toBe(find('figure-top_k'));
    expect(find('figure-top_k').closest('details')?.open).toBe(true);
    expect(find('settings-answering').ariaCurrent).toBe('true');
  });

  it('finds_arabic_without_its_marks_by_the_key_of_the_slash', async () => {
    await opened('ar');
    await press('ظ', { code: 'Slash' });
    await type('settings-search', 'أرقام النافذه');
    expect(found()).toEqual(['found-set-digits']);
    await press('/');
    expect(document.activeElement).toBe(find('settings-search'));
  });

  it('says_when_nothing_is_found_and_ends_with_escape', async () => {
    await opened();
    await type('settings-search', 'zebra');
    expect(words(find('settings-nothing'))).toContain('Try another word');
    await press('Escape');
    expect(find('settings-search')).toHaveProperty('value', '');
    expect(all('set-theme')).toHaveLength(1);
    await press('Escape');
    expect(all('settings')).toHaveLength(0);
  });

  it.each(['en', 'ar'])('and_its_rows_have_no_fault_that_axe_finds_in_%s', async (language) => {
    await opened(language);
    await click('settings-answering');
    await click('answering-advanced');
    const rules = { 'color-contrast': { enabled: false } };
    const before = await axe.run(find('settings'), { rules });
    expect(before.violations.map(({ id }) => id)).toEqual([]);
    await type('settings-search', language === 'en' ? 'words' : 'الكلمات');
    const after = await axe.run(find('settings'), { rules });
    expect(after.violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the size of text', () => {
  it('is_chosen_from_the_usual_to_twice_as_large_and_kept', async () => {
    const { app, backend } = await openWindow();
    app.settings.open('general');
    await settled();
    const offered = [...find('set-size').querySelectorAll('option')].map(words);
    expect([offered[0], offered.at(-1)]).toEqual(['100%', '200%']);
    await choose('set-size', '150');
    expect(given(backend.calls, 'setPreferences').at(-1)).toEqual([
      { language: 'en', theme: 'light', digits: 'latn', text_size: 150 },
    ]);
  });
});
