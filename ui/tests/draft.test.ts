import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { DraftView, HintView, PasteView } from '$lib/backend/backend';
import { BackendError } from '$lib/backend/backend';
import type { FakeContent } from '$lib/backend/fake';

import { paragraph } from '../src/preview/compose';
import {
  all,
  click,
  composer,
  find,
  lastTurn,
  openWindow,
  type OpenedWindow,
  press,
  settled,
  type,
  words,
} from './window';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const HINT: HintView = {
  phrase: 'زغللة',
  start: 5,
  end: 10,
  standard: 'تشوّش الرؤية',
  english: 'blurred vision',
};

async function open(
  view: Partial<DraftView>,
  more: Partial<FakeContent> = {},
): Promise<OpenedWindow> {
  return openWindow({ onDraft: () => view, ...more });
}

async function examined(text: string): Promise<void> {
  await type('composer', text);
  await vi.advanceTimersByTimeAsync(200);
  await settled();
}

function examinations({ backend }: OpenedWindow): unknown[][] {
  return backend.calls
    .filter(({ command }) => command === 'examineDraft')
    .map(({ given }) => given);
}

describe('a draft', () => {
  it('is_examined_once_the_typing_pauses_and_not_at_each_key', async () => {
    const window = await open({});
    await type('composer', 'Giv');
    await vi.advanceTimersByTimeAsync(100);
    await type('composer', 'Give');
    await vi.advanceTimersByTimeAsync(100);
    expect(examinations(window)).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(examinations(window)).toEqual([['Give', '']]);
  });

  it('that_came_from_the_store_is_examined_too', async () => {
    const window = await open({}, { newDraft: 'نصف سؤال' });
    await vi.advanceTimersByTimeAsync(200);
    expect(examinations(window)).toContainEqual(['نصف سؤال', '']);
  });

  it('is_shown_as_it_will_be_read_where_the_field_shows_it_otherwise', async () => {
    await open({
      needs_preview: true,
      preview: [paragraph('خذ ⟦5-10 mg⟧ الآن', 'rtl')],
    });
    await examined('خذ 5-10 mg الآن');
    const preview = find('draft-preview').querySelector('p[dir="rtl"]');
    expect(preview?.textContent).toBe('خذ 5-10 mg الآن');
    expect(preview?.querySelector('bdi[dir="ltr"]')?.textContent).toBe('5-10 mg');
    await type('composer', '');
    expect(all('draft-preview')).toHaveLength(0);
  });

  it('that_the_field_shows_rightly_has_no_preview', async () => {
    await open({ needs_preview: false, preview: [paragraph('plain')] });
    await examined('plain');
    expect(all('draft-preview')).toHaveLength(0);
  });

  it('never_shows_an_older_examination_after_a_newer_one', async () => {
    const window = await open({});
    const answers: ((view: DraftView) => void)[] = [];
    window.backend.examineDraft = () => new Promise((resolve) => answers.push(resolve));
    await examined('one');
    await examined('two');
    const view = (dialect: string): DraftView => ({
      language: 'ar',
      detected: 'ar',
      dialect,
      warnings: [],
      hints: [],
      preview: [],
      needs_preview: false,
    });
    answers[1]?.(view('egy'));
    await settled();
    answers[0]?.(view('mag'));
    await settled();
    expect(words(find('question-language'))).toBe('Arabic (Egyptian)');
  });

  it('that_cannot_be_examined_can_still_be_sent', async () => {
    const { backend } = await open({});
    backend.fail('examineDraft', 'internal');
    await examined('question');
    await press('Enter');
    expect(backend.asked).toHaveLength(1);
  });

  it('says_what_a_reader_should_be_warned_of', async () => {
    await open({
      warnings: [
        { code: 'override', arguments: [], start: 0, end: 1, excerpt: '⟨U+202E⟩50' },
        { code: 'override', arguments: [], start: 9, end: 10, excerpt: '⟨U+202E⟩60' },
      ],
    });
    await examined('x');
    const items = [...find('warnings').querySelectorAll('li')];
    expect(items).toHaveLength(1);
    expect([...(items[0]?.querySelectorAll('code') ?? [])].map(words)).toEqual([
      '⟨U+202E⟩50',
      '⟨U+202E⟩60',
    ]);
    expect(items[0]?.querySelector('code')?.dir).toBe('ltr');
    expect(words(items[0] as Element)).toContain('Compare it with its source');
  });
});

describe('the language of a question', () => {
  it('is_shown_with_its_dialect', async () => {
    await open({ language: 'ar', detected: 'ar', dialect: 'lev' });
    await examined('شو الجرعة');
    expect(words(find('question-language'))).toBe('Arabic (Levantine)');
  });

  it('that_nothing_tells_says_so', async () => {
    await open({});
    await examined('5-10');
    expect(words(find('question-language'))).toBe('Language not recognised');
  });

  it('is_not_spoken_of_before_anything_is_typed', async () => {
    await open({});
    expect(all('question-language')).toHaveLength(0);
  });

  it('can_be_changed_and_goes_with_the_question_once', async () => {
    const window = await open({ detected: 'ar' });
    await examined('گزارش');
    await click('question-language');
    expect(words(find('question-language-detect')).replace(/\s+/gu, ' ')).toBe('Detect Arabic');
    await click('question-language-fa');
    expect(examinations(window).at(-1)).toEqual(['گزارش', 'fa']);
    expect(words(find('question-language'))).toBe('Persian');
    composer().focus();
    await press('Enter');
    const asked = window.backend.calls.find(({ command }) => command === 'ask');
    expect(asked?.given).toEqual(['', 'گزارش', 'fa']);
    lastTurn(window.backend).finish('answer', []);
    await settled();
    await examined('next');
    expect(examinations(window).at(-1)).toEqual(['next', '']);
  });
});

describe('a dialect word', () => {
  it('is_set_beside_its_standard_and_english_terms_and_not_replaced', async () => {
    await open({ hints: [HINT] });
    await examined('عندي زغللة');
    const shown = [...find('hints').querySelectorAll('bdi')].map(words);
    expect(shown).toEqual(['زغللة', 'تشوّش الرؤية', 'blurred vision']);
    expect(composer().value).toBe('عندي زغللة');
  });

  it('gets_its_clinical_term_behind_it_only_when_asked_for', async () => {
    await open({ hints: [HINT] });
    await examined('عندي زغللة منذ يوم');
    await click('hint-add');
    expect(composer().value).toBe('عندي زغللة (تشوّش الرؤية) منذ يوم');
    expect(all('hint-add')).toHaveLength(0);
  });

  it('that_has_been_changed_meanwhile_gets_none', async () => {
    await open({ hints: [HINT] });
    await examined('عندي زغللة');
    await type('composer', 'لا زغللة');
    expect(all('hint-add')).toHaveLength(0);
  });
});

describe('pasting', () => {
  const RAW = 'Give \u202E50\u202C mg';
  const onPaste = (text: string): PasteView => {
    const clean = text.replace(/[\u202A-\u202E]/gu, '');
    const count = text.length - clean.length;
    return { text: clean, removed: count > 0 ? [{ code: 'direction-control', count }] : [] };
  };

  async function paste(raw: string): Promise<Event> {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => raw },
    });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- jsdom has none: the field is written directly
    document.execCommand = () => false;
    composer().dispatchEvent(event);
    await settled();
    return event;
  }

  it('leaves_out_what_nobody_can_see_and_says_so', async () => {
    await open({}, { onPaste });
    const event = await paste(RAW);
    expect(event.defaultPrevented).toBe(true);
    expect(composer().value).toBe('Give 50 mg');
    expect(words(find('pasted'))).toContain(
      'Left out of the pasted text: 2 hidden direction marks.',
    );
  });

  it('goes_where_the_caret_is_and_replaces_what_is_selected', async () => {
    await open({}, { onPaste });
    await type('composer', 'before old after');
    composer().setSelectionRange(7, 10);
    await paste('new');
    expect(composer().value).toBe('before new after');
    expect(composer().selectionStart).toBe(10);
    expect(all('pasted')).toHaveLength(0);
  });

  it('can_be_undone_so_that_the_text_is_as_it_was', async () => {
    const window = await open({}, { onPaste });
    await paste(RAW);
    await type('composer', `First: ${composer().value}`);
    await click('insert-as-it-was');
    expect(window.app.conversation.composer.text).toBe(`First: ${RAW}`);
    expect(all('pasted')).toHaveLength(0);
  });

  it('that_has_been_rewritten_cannot_be_undone', async () => {
    await open({}, { onPaste });
    await paste(RAW);
    await type('composer', 'Give 60 mg');
    expect(all('pasted')).toHaveLength(1);
    expect(all('insert-as-it-was')).toHaveLength(0);
  });

  it('is_waited_for_before_the_question_goes', async () => {
    const window = await open({}, { onPaste });
    let answer: (view: PasteView) => void = () => undefined;
    window.backend.receivePaste = () => new Promise((resolve) => (answer = resolve));
    await type('composer', 'Dose: ');
    composer().setSelectionRange(6, 6);
    await paste('5 mg');
    await press('Enter');
    expect(window.backend.asked).toHaveLength(0);
    answer({ text: '5 mg', removed: [] });
    await settled();
    expect(window.backend.asked[0]?.view.question).toBe('Dose: 5 mg');
  });

  it('that_fails_inserts_nothing_unseen', async () => {
    const window = await open({});
    window.backend.receivePaste = () =>
      Promise.reject(new BackendError({ code: 'internal', arguments: [] }));
    await paste(RAW);
    expect(composer().value).toBe('');
    expect(find('error').dataset.code).toBe('internal');
  });
});

describe('lines of both directions', () => {
  it.each([
    ['Amoxicillin للأطفال كل يوم', 'rtl', false],
    ['خذ الدواء\nGive the drug', 'ltr', true],
    ['خذ الدواء\n5-10\n\nكل يوم', 'rtl', false],
  ])('%j_run_%s_and_each_for_itself:_%s', async (text, direction, isMixed) => {
    await open({});
    await type('composer', text);
    if (!isMixed) expect(composer().dir).toBe(direction);
    expect(composer().classList.contains('mixed')).toBe(isMixed);
  });
});
