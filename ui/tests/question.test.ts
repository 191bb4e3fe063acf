import { describe, expect, it } from 'vitest';

import type { BlockView, SpanView, TurnView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

import { marked, paragraph } from '../src/preview/compose';
import { answer, transcript, turn } from '../src/preview/samples';
import { all, ask, click, find, openWindow, settled, words } from './window';

async function shown(changes: Partial<TurnView>): Promise<void> {
  const stored = turn('t', 'question', 'ltr', changes);
  const conversations = [transcript('c', 'title', 'ltr', Date.now(), [stored])];
  await openWindow({ conversations });
  find('conversation-item').click();
  await settled();
}

const WARNED: Partial<TurnView> = {
  question: 'Give \u202E50\u202C mg',
  question_raw: 'Give ⟨U+202E⟩50⟨U+202C⟩ mg',
  question_warnings: [
    { code: 'override', arguments: [], start: 5, end: 6, excerpt: '⟨U+202E⟩50' },
    {
      code: 'invisible-tag',
      arguments: [{ name: 'spells', value: '500' }],
      start: 8,
      end: 9,
      excerpt: '⟨U+E0035⟩',
    },
    {
      code: 'look-alike',
      arguments: [{ name: 'looks_like', value: 'm' }],
      start: 8,
      end: 9,
      excerpt: '5 мg',
    },
  ],
};

describe('a question with warnings', () => {
  it('says_each_of_them_with_what_to_do', async () => {
    await shown(WARNED);
    const items = [...find('warnings').querySelectorAll('li')];
    expect(items.map(({ dataset }) => dataset.warning)).toEqual([
      'override',
      'invisible-tag',
      'look-alike',
    ]);
    expect(words(items[1] as Element)).toContain('spell “500” here');
    expect(words(items[2] as Element)).toContain('only looks like “m”');
    for (const item of items) expect(words(item)).not.toMatch(/warning-|undefined/u);
  });

  it('writes_a_number_that_is_spelled_as_it_was_whatever_digits_the_window_has', async () => {
    await shown(WARNED);
    await click('language-switch');
    await click('digits-arab');
    expect(words(find('warnings'))).toContain('500');
  });

  it('shows_the_raw_text_when_asked_to', async () => {
    await shown(WARNED);
    expect(all('raw-text')).toHaveLength(0);
    await click('raw-toggle');
    expect(find('raw-text').textContent).toBe('Give ⟨U+202E⟩50⟨U+202C⟩ mg');
    expect(find('raw-text').dir).toBe('ltr');
    expect(
      find('raw-toggle').ariaExpanded ?? find('raw-toggle').getAttribute('aria-expanded'),
    ).toBe('true');
    await click('raw-toggle');
    expect(all('raw-text')).toHaveLength(0);
  });

  it('without_any_shows_none', async () => {
    await shown({});
    expect(all('warnings')).toHaveLength(0);
    expect(all('hints')).toHaveLength(0);
  });
});

describe('a question in dialect', () => {
  it('has_its_clinical_terms_below_it_and_no_button_to_change_it', async () => {
    await shown({
      question_hints: [
        { phrase: 'زغللة', start: 0, end: 5, standard: 'تشوّش الرؤية', english: 'blurred vision' },
      ],
    });
    expect(words(find('hints').querySelector('.unseen') as Element)).toBe(
      '“زغللة” may mean “تشوّش الرؤية” (blurred vision).',
    );
    expect(all('hint-add')).toHaveLength(0);
  });
});

describe('a text', () => {
  it('is_named_in_its_language_where_that_is_known', async () => {
    await shown({ language: 'fa', answers: [answer('a', [paragraph('متن', 'rtl')])] });
    expect(find('question').querySelector('.prose')?.getAttribute('lang')).toBe('fa');
    expect(find('answer').querySelector('.prose')?.getAttribute('lang')).toBe('fa');
    document.body.replaceChildren();
    await shown({ language: '' });
    expect(find('question').querySelector('.prose')?.hasAttribute('lang')).toBe(false);
  });
});

describe('a hidden character', () => {
  const hidden = (text: string, isMarked: boolean): SpanView => ({
    ...plainSpan(text),
    kind: 'hidden',
    marks: isMarked ? [{ code: 'warning-override', arguments: [] }] : [],
  });
  const line = (isMarked: boolean): BlockView => ({
    kind: 'paragraph',
    direction: 'ltr',
    spans: [plainSpan('Give '), hidden('\u202E', isMarked), plainSpan('50 mg')],
  });

  it('never_reaches_a_text_of_the_page', async () => {
    await shown({
      question_blocks: [line(true), line(false)],
      answers: [answer('a', [line(true)])],
    });
    expect(document.body.textContent).not.toContain('\u202E');
    expect(document.body.innerHTML.replace(/data-stored="[^"]*"/gu, '')).not.toContain('\u202E');
  });

  it('in_code_is_shown_as_its_code_and_copied_as_it_is', async () => {
    const code = { ...plainSpan('a\u202Eb'), kind: 'code', isolate: 0, direction: 'ltr' } as const;
    await shown({
      question_blocks: [
        { kind: 'code', language: '', text: 'x\u2066y\u{E0041}' },
        { kind: 'paragraph', direction: 'ltr', spans: [code] },
      ],
    });
    const drawn = [...find('question').querySelectorAll('code')];
    expect(drawn.map(({ textContent }) => textContent)).toEqual([
      'x⟨U+2066⟩y⟨U+E0041⟩',
      'a⟨U+202E⟩b',
    ]);
    const stored = [...find('question').querySelectorAll<HTMLElement>('[data-stored]')];
    expect(stored.map(({ dataset }) => dataset.stored)).toEqual(['\u2066', '\u{E0041}', '\u202E']);
  });

  it('is_not_read_out', async () => {
    const window = await openWindow();
    const asked = await ask(window, 'question');
    asked.finish('Give \u202E50 mg', [line(true)]);
    await settled();
    expect(words(find('announcer'))).toMatch(/^Answer finished\.\s+Give 50 mg$/u);
  });

  it('is_shown_as_its_code_only_where_it_is_marked', async () => {
    await shown({ question_blocks: [line(true)] });
    const mark = find('question').querySelector('mark') as HTMLElement;
    expect(words(mark)).toBe('⟨U+202E⟩');
    expect(mark.title).toContain('turns the order');
    document.body.replaceChildren();
    await shown({ question_blocks: [line(false)] });
    expect(words(find('question').querySelector('.prose') as Element)).toBe('Give 50 mg');
  });
});

describe('a sign that a mark speaks about', () => {
  it.each([
    ['unit-u', '“U” can be read as a zero'],
    ['micro-sign', '“µg” can be read as “mg”'],
  ])('%s_is_put_into_its_message', async (code, said) => {
    await shown({
      question_blocks: [
        { kind: 'paragraph', direction: 'ltr', spans: [marked('5', { code, arguments: [] })] },
      ],
    });
    const title = find('question').querySelector('mark')?.title ?? '';
    expect(title.replace(/[\u2066-\u2069]/gu, '')).toContain(said);
  });
});
