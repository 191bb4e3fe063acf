import { describe, expect, it, vi } from 'vitest';

import type { SearchPageView } from '$lib/backend/backend';
import { FakeBackend, plainSpan } from '$lib/backend/fake';
import { rangesOf, segmentsOf, segmentsOfText } from '$lib/search/mapping';
import { App } from '$lib/state/app.svelte';

import { paragraph } from '../src/preview/compose';
import { answer, transcript, turn } from '../src/preview/samples';
import { all, find, openWindow, press, settled, type, words } from './window';

const NOW = Date.now();
const stored = [
  transcript('asthma', 'Asthma', 'ltr', NOW, [
    turn('t1', 'Which inhaler first?', 'ltr', {
      answers: [
        answer('a1', [paragraph('A *salbutamol* inhaler, then review.')], {
          text: 'A **salbutamol** inhaler, then review.',
        }),
      ],
    }),
  ]),
  transcript(
    'old',
    'الربو',
    'rtl',
    NOW - 100 * 86_400_000,
    [turn('t2', 'بخّاخ salbutamol للأطفال', 'rtl')],
    { archived: true },
  ),
];

async function look(text: string): Promise<void> {
  await press('f', { ctrlKey: true });
  vi.useFakeTimers();
  await type('search-field', text);
  await vi.advanceTimersByTimeAsync(500);
  vi.useRealTimers();
  await settled();
}

describe('searching', () => {
  it('finds_in_questions_answers_and_the_archive_alike', async () => {
    await openWindow({ conversations: stored });
    await look('salbutamol');
    expect(all('search-hit').map((hit) => words(hit.querySelector('.title') as Element))).toEqual([
      'Asthma',
      'الربو',
    ]);
    expect(words(find('search-status'))).toBe('2 places found.');
    expect(words(all('search-hit')[1] as Element)).toContain('Archive');
  });

  it('is_worked_by_keyboard_alone', async () => {
    const { app } = await openWindow({ conversations: stored });
    await look('salbutamol');
    const chosen = (): string =>
      find('search-field').getAttribute('aria-activedescendant') ?? 'nothing';
    expect(all('search-hit')[0]?.id).toBe(chosen());
    await press('ArrowDown');
    expect(all('search-hit')[1]?.id).toBe(chosen());
    await press('Enter');
    await settled();
    expect(all('search-dialog')).toHaveLength(0);
    expect(app.conversation.id).toBe('old');
    expect(find('turn').classList.contains('found')).toBe(true);
    await press('Escape');
    expect(find('turn').classList.contains('found')).toBe(false);
  });

  it('closes_with_escape_and_stops_no_answer_by_that', async () => {
    const { backend } = await openWindow({ conversations: stored });
    await look('inhaler');
    await press('Escape');
    expect(all('search-dialog')).toHaveLength(0);
    expect(backend.calls.some(({ command }) => command === 'stop')).toBe(false);
  });

  it('opens_with_an_arabic_keyboard_too', async () => {
    await openWindow();
    await press('ب', { ctrlKey: true, code: 'KeyF' });
    expect(all('search-dialog')).toHaveLength(1);
  });

  it('says_when_there_is_nothing', async () => {
    await openWindow({ conversations: stored });
    await look('warfarin');
    expect(words(find('search-status'))).toBe('Nothing was found.');
  });

  it('is_narrowed_by_archive_and_time', async () => {
    const { app } = await openWindow({ conversations: stored });
    await look('salbutamol');
    app.search.filter({ archive: 'inside' });
    await settled();
    expect(all('search-hit')).toHaveLength(1);
    app.search.filter({ archive: 'both', period: 'month' });
    await settled();
    expect(all('search-hit').map((hit) => words(hit.querySelector('.title') as Element))).toEqual([
      'Asthma',
    ]);
  });

  it('takes_days_from_their_beginning_to_their_end', async () => {
    const { app, backend } = await openWindow({ conversations: stored });
    await look('salbutamol');
    app.search.filter({ period: 'between', first: '2026-03-01', last: '2026-03-31' });
    await settled();
    const [request] = backend.calls.findLast(({ command }) => command === 'search')?.given ?? [];
    expect(request).toMatchObject({
      from: new Date(2026, 2, 1).getTime(),
      before: new Date(2026, 3, 1).getTime(),
    });
  });

  it('drops_an_answer_to_an_older_text', async () => {
    const backend = new FakeBackend({ conversations: stored });
    const pending: ((page: SearchPageView) => void)[] = [];
    backend.search = () => new Promise((resolve) => pending.push(resolve));
    const { search } = new App(backend);
    vi.useFakeTimers();
    search.type('salb');
    await vi.advanceTimersByTimeAsync(500);
    search.type('salbutamol');
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    const page = (title: string): SearchPageView => ({
      hits: [{ ...emptyHit, plain_title: title }],
      next: null,
      is_index_incomplete: false,
    });
    pending[1]?.(page('newer'));
    await settled();
    pending[0]?.(page('older'));
    await settled();
    expect(search.hits.map(({ plain_title }) => plain_title)).toEqual(['newer']);
  });
});

const emptyHit = {
  conversation: '',
  title: [],
  direction: 'ltr',
  plain_title: '',
  turn: '',
  answer: '',
  said_at: 0,
  archived: false,
  excerpt: [],
  excerpt_direction: 'ltr',
  excerpt_ranges: [],
  ranges: [],
};

describe('what was found in the stored text', () => {
  function marked(
    html: string,
    segments: Parameters<typeof rangesOf>[1],
    text: string,
    word: string,
    nth = 0,
  ): string[] {
    const root = document.createElement('div');
    root.innerHTML = html;
    let start = text.indexOf(word);
    for (let times = 0; times < nth; times += 1) start = text.indexOf(word, start + 1);
    const found = [{ start, end: start + word.length }];
    return rangesOf(root, segments, text, found).map(
      (range) => `${range.startOffset}:${range.toString()}`,
    );
  }
  const unknown = (...texts: string[]): { start: number; text: string }[] =>
    texts.map((text) => ({ start: -1, text }));

  it('is_marked_where_spans_say_where_they_begin', () => {
    const segments = [
      { start: 0, text: 'Give ' },
      { start: 7, text: 'aspirin' },
      { start: 16, text: ' and aspirin' },
    ];
    const html = '<p>Give <strong>aspirin</strong> and aspirin</p>';
    expect(marked(html, segments, 'Give **aspirin** and aspirin', 'aspirin', 1)).toEqual([
      '5:aspirin',
    ]);
  });

  it('is_marked_where_they_do_not', () => {
    const html = '<p>Give <strong>aspirin</strong> and aspirin</p>';
    const segments = unknown('Give ', 'aspirin', ' and aspirin');
    expect(marked(html, segments, 'Give **aspirin** and aspirin', 'aspirin')).toEqual([
      '0:aspirin',
    ]);
    expect(marked(html, segments, 'Give **aspirin** and aspirin', 'aspirin', 1)).toEqual([
      '5:aspirin',
    ]);
  });

  it('is_marked_across_markup_in_the_middle_of_a_word', () => {
    const html = '<p>أموكسي<strong>سيلين</strong></p>';
    const segments = unknown('أموكسي', 'سيلين');
    expect(marked(html, segments, 'أموكسي**سيلين**', 'أموكسي**سيلين')).toEqual([
      '0:أموكسي',
      '0:سيلين',
    ]);
  });

  it('skips_what_the_window_adds', () => {
    const html =
      '<p>dose <mark>٥-١٠</mark><bdi data-copy="none">(from 5 to 10)</bdi> ml<br>twice</p>';
    const segments = unknown('dose ', '٥-١٠', ' ml', '\n', 'twice');
    expect(marked(html, segments, 'dose ٥-١٠ ml\ntwice', 'twice')).toEqual(['0:twice']);
  });

  it('counts_hidden_characters_that_are_never_drawn', () => {
    const html = '<p>a<span data-stored="\u202E"></span>bc</p>';
    const segments = segmentsOfText([plainSpan('a'), plainSpan('\u202E'), plainSpan('bc')]);
    expect(marked(html, segments, 'a\u202Ebc', 'c')).toEqual(['1:c']);
  });

  it('that_markup_has_replaced_is_found_nearby', () => {
    const html = '<p>one *two* three</p>';
    expect(marked(html, unknown('one *two* three'), 'one \\*two\\* three', 'three')).toEqual([
      '10:three',
    ]);
  });

  it('that_is_not_drawn_is_not_marked', () => {
    const html = '<p>a link</p>';
    expect(marked(html, unknown('a link'), '[a link](https://example.org)', 'example')).toEqual([]);
  });

  it('is_told_apart_in_every_kind_of_block', () => {
    const blocks = [paragraph('first *bold*'), { kind: 'rule' as const }];
    expect(segmentsOf(blocks).map(({ text }) => text)).toEqual(['first ', 'bold']);
  });
});
