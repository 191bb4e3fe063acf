import { describe, expect, it, vi } from 'vitest';

import type { CheckLanguageView, CheckShareView } from '$lib/backend/backend';
import type { FakeContent } from '$lib/backend/fake';
import { L10n } from '$lib/l10n/l10n.svelte';
import { openShortcutOf } from '$lib/screens/shortcuts';
import { placeOf } from '$lib/selfcheck/chart';
import { gapInWords, nameOfSet, positionInWords, scoreInWords } from '$lib/selfcheck/words';
import { CheckResult } from '$lib/state/check-result.svelte';

import { checks } from '../src/preview/checks';
import { all, click, find, openWindow, type OpenedWindow, press, settled, words } from './window';

const now = Date.UTC(2026, 10, 21);
const sample = { ...checks(now), onCheck: () => undefined };
const [english, arabic] = sample.report.languages as [CheckLanguageView, CheckLanguageView];
const models = [
  { name: 'Other model', file: 'other.gguf', sha256: 'a'.repeat(64) },
  { name: 'Fake model', file: 'fake.gguf', sha256: 'f'.repeat(64) },
];

const said = (id: string): string => words(find(id)).replace(/\s+/gu, ' ');
const bare = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/gu, '');
const button = (id: string): HTMLButtonElement => find(id) as HTMLButtonElement;
const given = ({ backend }: OpenedWindow, command: string): unknown[][] =>
  backend.calls.filter((call) => call.command === command).map((call) => call.given);

async function openChecks(content: Partial<FakeContent> = {}): Promise<OpenedWindow> {
  const window = await openWindow({ ...sample, installedModels: models, ...content });
  await click('checks-open');
  return window;
}

async function choose(id: string, value: string): Promise<void> {
  const list = find(id) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

function speaking(code: string): L10n {
  const l10n = new L10n();
  l10n.choose(code);
  return l10n;
}

describe('a self-check', () => {
  it('is_measured_begun_paused_gone_on_with_and_shown', async () => {
    const window = await openChecks({ checks: [] });
    const { backend } = window;
    expect(said('checks')).toContain('No check has been made yet.');
    expect((find('check-model') as HTMLSelectElement).value).toBe('f'.repeat(64));
    await click('check-measure');
    expect(given(window, 'checkOffers')).toEqual([['f'.repeat(64)]]);
    await click('check-begin-quick');
    expect(given(window, 'beginCheck')).toEqual([['f'.repeat(64), 60]]);
    backend.checkRuns[0]?.answer(30, 130);
    await settled();
    expect(document.activeElement?.id).toBe('check-running');
    expect(said('check-figures')).toBe('30 of 120 questions about 2 minutes left');
    expect(find('check-progress').querySelector('progress')?.value).toBe(30);
    expect(said('check-row')).toContain('running 30 of 120 questions');
    expect(all('check-delete')).toHaveLength(0);
    await click('check-pause');
    expect(given(window, 'pauseCheck')).toHaveLength(1);
    expect(all('check-progress')).toHaveLength(0);
    expect(said('check-state')).toBe('paused');
    await click('check-continue');
    expect(given(window, 'runCheck')).toEqual([[1], [1]]);
    backend.checkRuns[1]?.answer(120, 0);
    backend.checkRuns[1]?.finish();
    await settled();
    expect(find('check-report')).toBeTruthy();
    expect(all('check-so-far')).toHaveLength(0);
    await click('check-back');
    expect(said('check-state')).toBe('complete');
  });

  it('offers_what_fits_in_words_and_says_what_pauses_it', async () => {
    await openChecks();
    await click('check-measure');
    const quick = said('check-offer-quick');
    expect(quick).toContain('60 questions in each language.');
    expect(quick).toContain('Takes about 3 minutes here.');
    expect(quick).toContain('Shows a difference between the languages of 28 points or more.');
    expect(said('check-offer-full')).toContain('Takes about 1.5 hours here.');
    expect(said('check-pauses')).toContain('A question in the chat pauses the check.');
  });

  it('says_where_so_few_questions_show_no_difference', async () => {
    const quick = { items: 5, seconds: 20, smallest_difference: 0 };
    await openChecks({ offers: { ...sample.offers, quick } });
    await click('check-measure');
    expect(said('check-offer-quick')).toContain('Too few questions to show a difference');
  });

  it('of_everything_asks_for_all_items', async () => {
    const window = await openChecks();
    await click('check-measure');
    await click('check-begin-full');
    expect(given(window, 'beginCheck')).toEqual([['f'.repeat(64), 0]]);
  });

  it('of_another_model_is_measured_anew', async () => {
    const window = await openChecks();
    await click('check-measure');
    await choose('check-model', 'a'.repeat(64));
    expect(all('check-begin-quick')).toHaveLength(0);
    await click('check-measure');
    expect(given(window, 'checkOffers').at(-1)).toEqual(['a'.repeat(64)]);
  });

  it('says_while_it_loads_the_model', async () => {
    const { app, backend } = await openChecks();
    backend.engineIs({ kind: 'loading', percent: 62 });
    expect(button('check-measure').disabled).toBe(false);
    const held = new Promise<never>(() => undefined);
    vi.spyOn(backend, 'checkOffers').mockReturnValue(held);
    void app.checks.measure();
    await settled();
    expect(button('check-measure').disabled).toBe(true);
    expect(said('checks')).toContain('Loading the model 62%');
  });

  it('shows_why_it_ended_and_can_be_gone_on_with', async () => {
    const { backend } = await openChecks();
    await click('check-continue');
    backend.checkRuns[0]?.fail('check-running');
    await settled();
    expect(find('error').dataset.code).toBe('check-running');
    expect(button('check-continue').disabled).toBe(false);
  });

  it('that_ends_while_nobody_looks_says_so', async () => {
    const { backend } = await openChecks();
    await click('check-continue');
    backend.checkRuns[0]?.answer(60, 30);
    await settled();
    await click('checks-close');
    expect(find('checks-open').ariaLabel).toContain('50%');
    backend.checkRuns[0]?.pause();
    await settled();
    expect(said('deed-said')).toBe('The self-check is paused. Continue it whenever you like.');
  });

  it('that_was_running_before_the_page_was_loaded_can_be_paused', async () => {
    const [first] = sample.checks;
    const running = { ...(first as (typeof sample.checks)[number]), state: 'running' as const };
    const window = await openChecks({ checks: [running] });
    expect(said('check-figures')).toBe('45 of 120 questions');
    await click('check-pause');
    expect(given(window, 'pauseCheck')).toHaveLength(1);
  });

  it('is_deleted_only_when_that_is_confirmed', async () => {
    const window = await openChecks();
    expect(all('check-row')).toHaveLength(2);
    await click('check-delete');
    await click('check-delete-cancel');
    expect(given(window, 'deleteCheck')).toEqual([]);
    await click('check-delete');
    await click('check-delete-confirm');
    expect(given(window, 'deleteCheck')).toEqual([[1]]);
    expect(all('check-row')).toHaveLength(1);
  });

  it('is_written_to_the_place_that_was_chosen_in_either_format', async () => {
    const window = await openChecks({ chosenPath: '/media/stick/check.json' });
    await click('check-export');
    await click('check-path-choose');
    await click('check-format-csv');
    await click('check-export-act');
    expect(given(window, 'exportCheck')).toEqual([[1, 'csv', '/media/stick/check.csv']]);
    expect(said('transfer-done')).toBe('Written: /media/stick/check.csv');
  });
});

describe('the panel of self-checks', () => {
  it('opens_and_closes_by_key_and_gives_the_focus_back', async () => {
    await openWindow({ ...sample, installedModels: models });
    find('checks-open').focus();
    await press('e', { ctrlKey: true });
    expect(find('checks').contains(document.activeElement)).toBe(true);
    await press('Escape');
    expect(all('checks')).toHaveLength(0);
    await settled();
    expect(document.activeElement).toBe(find('checks-open'));
    const event = { key: 'ث', code: 'KeyE', ctrlKey: true };
    expect(openShortcutOf(new KeyboardEvent('keydown', event))).toBe('checks');
  });

  it('goes_back_from_a_result_by_escape_and_gives_way_to_the_settings', async () => {
    await openChecks();
    await click('check-show');
    expect(find('check-report')).toBeTruthy();
    await press('Escape');
    expect(all('check-report')).toHaveLength(0);
    await press(',', { ctrlKey: true });
    expect(all('checks')).toHaveLength(0);
    expect(find('settings')).toBeTruthy();
  });
});

describe('a result in words', () => {
  it('says_in_english_what_was_right_where_that_likely_lies_and_what_guessing_gives', () => {
    expect(bare(scoreInWords(arabic, speaking('en')))).toBe(
      '118 of 240 Arabic exam questions right on this laptop: 49% (likely 43% to 56%). ' +
        'Guessing gives 25%. An exam score does not measure dosing or safety.',
    );
  });

  it('says_the_same_in_arabic', () => {
    expect(bare(scoreInWords(arabic, speaking('ar')))).toBe(
      'الإجابات الصحيحة على هذا الحاسوب: 118 من 240 سؤال امتحان بالعربية، أي 49% (المرجَّح بين 43% و56%). ' +
        'التخمين وحده يعطي 25%. درجة الامتحان لا تقيس صحة الجرعات ولا السلامة.',
    );
  });

  it('follows_the_digits_of_the_interface', () => {
    const l10n = speaking('ar');
    l10n.chooseDigits('arab');
    expect(bare(scoreInWords(arabic, l10n))).toContain('١١٨ من ٢٤٠');
  });

  const taken = (share: number, low: number, high: number): CheckLanguageView => {
    const first_letter: CheckShareView = { count: 1, of: 100, share, low, high };
    return { ...english, first_letter };
  };

  it.each([
    [0.93, 0.89, 0.955, 'Takes the first letter in 93% of questions: it guesses by position.'],
    [0.27, 0.215, 0.326, ''],
    [0.25, 0.25, 0.25, ''],
    [0.03, 0.01, 0.07, 'Takes the first letter in only 3% of questions: its answers depend on'],
  ])(
    'speaks_of_the_first_letter_at_%f_only_where_it_is_not_chance',
    (share, low, high, expected) => {
      const sentence = bare(positionInWords(taken(share, low, high), speaking('en')));
      expect(sentence.startsWith(expected)).toBe(true);
      if (expected === '') expect(sentence).toBe('');
    },
  );

  const result = new CheckResult({ ...sample.report, check: sample.checks[1] as never }, [
    ...sample.checkItems,
  ]);
  const [gap] = sample.report.gap as [(typeof sample.report.gap)[number]];

  it('compares_the_languages_on_the_questions_that_were_asked_in_both', () => {
    expect(result.shareOfPaired('en')).toBe(1);
    expect(result.shareOfPaired('ar')).toBe(0);
    expect(gapInWords(gap, result, speaking('en')).map(bare)).toEqual([
      'On the same 237 questions: English 100%, Arabic 0%; difference -13 points (likely -21 to -5).',
    ]);
    expect(bare(gapInWords(gap, result, speaking('ar'))[0] ?? '')).toBe(
      'في الأسئلة نفسها باللغتين، وعددها 237: الإنجليزية 100%، العربية 0%؛ الفرق بالنقاط المئوية -13 (المرجَّح بين -21 و-5).',
    );
  });

  it('claims_no_difference_where_the_interval_holds_none', () => {
    const sentences = (smallest_visible: number): string[] =>
      gapInWords({ ...gap, high: 0.01, smallest_visible }, result, speaking('en')).map(bare);
    expect(sentences(0.07).slice(1)).toEqual([
      'No difference was shown.',
      'So many questions show a difference of 7 points or more.',
    ]);
    expect(sentences(0).at(-1)).toBe('So few questions cannot show a difference.');
  });

  it('names_the_set_by_its_own_name', () => {
    expect(nameOfSet(3)).toBe('Sanad items v3');
  });
});

describe('the page of a result', () => {
  const opened = async (language = 'en'): Promise<void> => {
    const preferences = { language, theme: 'light', digits: 'latn', text_size: 100 };
    await openChecks({ preferences });
    await click('check-show');
  };

  it('names_the_set_and_says_that_nobody_reviewed_it', async () => {
    await opened();
    expect(said('check-set')).toBe(
      'Questions: Sanad items v1, written for Sanad. Reviewed by: none.',
    );
    expect(document.body.textContent).not.toContain('MMLU');
  });

  it('carries_the_notice_of_each_language', async () => {
    await opened();
    expect(all('check-standing').map(words)).toEqual([
      'Right in more than half of the questions.',
      'Better than guessing, but not shown to be right in more than half of the questions.',
    ]);
    expect(all('check-position')).toHaveLength(1);
    expect(said('check-too-long')).toBe('3 questions were too long for the model and not asked.');
  });

  it('says_that_a_paused_check_is_not_complete', async () => {
    await openChecks();
    all('check-show')[0]?.click();
    await settled();
    expect(said('check-so-far')).toBe('Not complete: 45 of 120 questions so far.');
  });

  it('has_a_table_of_every_figure_in_the_order_of_the_subjects', async () => {
    await opened();
    const table = find('check-chart-ar');
    expect(table.tagName).toBe('TABLE');
    const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children]
        .map((cell) => words(cell).replace(/\s+/gu, ' '))
        .filter(Boolean)
        .join(' '),
    );
    expect(rows).toEqual([
      'Anatomy 20 of 40 50% (likely 35% to 65%)',
      'Biology 24 of 40 60% (likely 45% to 74%)',
      'Genetics 14 of 40 35% (likely 22% to 51%)',
    ]);
    expect(words(table)).toContain('subjects cannot be ranked');
    expect([...table.querySelectorAll('svg')].every((svg) => svg.ariaHidden === 'true')).toBe(true);
    expect(find('check-chart-languages').querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it.each([
    ['en', '25%', '50%'],
    ['ar', '75%', '50%'],
  ])('draws_along_the_line_of_reading_in_%s', async (language, chance, share) => {
    await opened(language);
    const [row] = find('check-chart-ar').querySelectorAll('svg');
    expect(row?.querySelector('.chance')?.getAttribute('x1')).toBe(chance);
    expect(row?.querySelector('circle')?.getAttribute('cx')).toBe(share);
    expect(placeOf(0.123, language === 'ar' ? 'rtl' : 'ltr')).toBe(
      language === 'ar' ? '87.7%' : '12.3%',
    );
  });

  it('narrows_the_questions_by_language_subject_and_outcome', async () => {
    await opened();
    expect(all('check-item')).toHaveLength(4);
    await choose('check-filter-language', 'ar');
    expect(said('check-count')).toBe('2 questions');
    await choose('check-filter-subject', 'genetics');
    expect(all('check-item').map(({ dataset }) => dataset.outcome)).toEqual(['not-asked']);
    await choose('check-filter-language', '');
    await choose('check-filter-outcome', 'wrong');
    expect(all('check-item').map(words).join()).toContain('ge-001');
    expect(said('check-count')).toBe('1 question');
    await choose('check-filter-subject', '');
    await choose('check-filter-outcome', 'right');
    expect(all('check-item').map(({ dataset }) => dataset.outcome)).toEqual(['right']);
  });

  it('shows_of_each_question_what_is_right_what_was_taken_why_and_who_stands_for_it', async () => {
    await opened();
    await choose('check-filter-language', 'ar');
    const item = all('check-item')[0];
    const options = [...(item?.querySelectorAll('li') ?? [])].map((option) =>
      words(option).replace(/\s+/gu, ' '),
    );
    expect(options).toEqual([
      'العصب العضلي الجلدي taken by the model',
      'العصب الكعبري',
      'العصب الإبطي right answer',
      'العصب فوق الكتف',
    ]);
    expect(item?.querySelector<HTMLElement>('.asked')?.dir).toBe('rtl');
    const text = words(item as HTMLElement);
    expect(text).toContain('يلتف العصب الإبطي');
    expect(text).toContain('Gray’s Anatomy');
    expect(text).toContain('not a clinician');
    expect(words(all('check-item-reviewed')[0] as HTMLElement)).toBe('none');
  });

  it('draws_a_page_of_questions_at_once', async () => {
    const [first] = sample.checkItems;
    const checkItems = Array.from({ length: 45 }, (_, index) => ({
      ...(first as (typeof sample.checkItems)[number]),
      item: `an-${index}`,
    }));
    await openChecks({ checkItems });
    await click('check-show');
    expect(all('check-item')).toHaveLength(20);
    await click('check-more');
    await click('check-more');
    expect(all('check-item')).toHaveLength(45);
    expect(all('check-more')).toHaveLength(0);
  });
});

describe('beside an answer', () => {
  const right = { count: 50, of: 240, share: 0.21, low: 0.16, high: 0.26 };
  const standing = { model_sha256: 'f'.repeat(64), language: 'en', right };

  async function noticesWith(standings: FakeContent['standings']): Promise<string[]> {
    const { app } = await openWindow({ standings });
    return app.checks.noticesFor('f'.repeat(64), 'en');
  }

  it('stands_what_the_newest_check_found_in_its_language_and_nothing_of_another', async () => {
    expect(await noticesWith([{ ...standing, standing: 'no_better_than_guessing' }])).toEqual([
      'notice-check-guessing',
    ]);
    expect(await noticesWith([{ ...standing, standing: 'not_shown_above_half' }])).toEqual([
      'notice-check-half',
    ]);
    expect(await noticesWith([{ ...standing, standing: 'above_half' }])).toEqual([]);
    expect(
      await noticesWith([{ ...standing, language: 'ar', standing: 'no_better_than_guessing' }]),
    ).toEqual([]);
    expect(
      await noticesWith([
        { ...standing, model_sha256: 'a'.repeat(64), standing: 'no_better_than_guessing' },
      ]),
    ).toEqual([]);
  });
});
