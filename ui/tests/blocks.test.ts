import { describe, expect, it } from 'vitest';

import type { BlockView, SpanView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

import { heading, list, marked, paragraph, table } from '../src/preview/compose';
import { ask, find, openWindow, settled, words } from './window';

async function drawn(...blocks: BlockView[]): Promise<Element> {
  const window = await openWindow();
  const turn = await ask(window, 'question');
  turn.finish('stored', blocks);
  await settled();
  return find('answer').querySelector('.prose') as Element;
}

const line = (spans: SpanView[]): BlockView => ({ kind: 'paragraph', direction: 'rtl', spans });

describe('blocks', () => {
  it('hold_the_characters_and_no_others', async () => {
    const shown = await drawn(paragraph('خذ ⟦5-10 mg⟧ *الآن* أو `x < 5` _بعد_ ساعة', 'rtl'));
    expect(shown.querySelector('p')?.textContent).toBe('خذ 5-10 mg الآن أو x < 5 بعد ساعة');
  });

  it('run_each_in_its_own_direction', async () => {
    const shown = await drawn(
      heading(1, 'عنوان', 'rtl'),
      paragraph('English'),
      list(['بند'], 'rtl'),
      table([['عمود']], 'rtl'),
      { kind: 'quote', direction: 'rtl', blocks: [paragraph('Inside')] },
      { kind: 'code', language: '', text: 'if (x <= 5) {}' },
    );
    const directions = [
      '.heading',
      'p',
      'ul',
      'li',
      'table',
      'th',
      'blockquote',
      'blockquote p',
      'pre',
    ];
    expect(directions.map((name) => shown.querySelector<HTMLElement>(name)?.dir)).toEqual([
      'rtl',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });

  it('draw_spans_of_one_isolate_in_one_element', async () => {
    const island = { kind: 'island', isolate: 0, direction: 'ltr' } as const;
    const shown = await drawn(
      line([
        plainSpan('خذ '),
        { ...plainSpan('5-'), ...island },
        { ...plainSpan('10'), ...island, strong: true },
        { ...plainSpan(' mg'), ...island },
        plainSpan(' ثم '),
        { ...plainSpan('>= 5'), ...island, isolate: 1 },
      ]),
    );
    const islands = [...shown.querySelectorAll('bdi')];
    expect(islands.map((bdi) => bdi.textContent)).toEqual(['5-10 mg', '>= 5']);
    expect(islands.map((bdi) => bdi.dir)).toEqual(['ltr', 'ltr']);
    expect(islands[0]?.querySelector('strong')?.textContent).toBe('10');
  });

  it('never_read_text_as_html', async () => {
    const shown = await drawn(paragraph('<img src=x onerror=alert(1)>'), {
      kind: 'code',
      language: 'html',
      text: '<script>alert(1)</script>',
    });
    expect(shown.querySelector('img, script')).toBeNull();
    expect(shown.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('show_a_link_as_text_that_opens_nothing', async () => {
    const shown = await drawn(
      line([{ ...plainSpan('WHO'), kind: 'link', target: 'https://who.int' }]),
    );
    expect(shown.querySelector('a')).toBeNull();
    expect(shown.querySelector('[title="https://who.int"]')?.textContent).toBe('WHO');
    expect(shown.querySelector('[data-testid="copy-address"]')).not.toBeNull();
  });

  it('start_a_numbered_list_where_the_text_does', async () => {
    const shown = await drawn({
      kind: 'list',
      direction: 'ltr',
      ordered: true,
      start: 4,
      continued: false,
      items: [{ direction: 'ltr', blocks: [paragraph('fourth')] }],
    });
    expect(shown.querySelector('ol')?.start).toBe(4);
  });

  it('break_lines_where_the_text_does', async () => {
    const shown = await drawn(
      line([plainSpan('one'), { ...plainSpan('\n'), kind: 'line_break' }, plainSpan('two')]),
    );
    expect(shown.querySelector('p')?.innerHTML.replace(/<!--.*?-->/gu, '')).toBe('one<br>two');
  });
});

describe('a marked value', () => {
  const ambiguous = marked('٥-١٠', {
    code: 'ambiguous-range',
    arguments: [
      { name: 'from', value: '٥' },
      { name: 'to', value: '١٠' },
    ],
  });

  it('is_shown_as_stored_with_its_reason_and_its_reading_beside_it', async () => {
    const shown = await drawn(line([ambiguous]));
    const mark = shown.querySelector('mark') as HTMLElement;
    expect(mark.textContent).toBe('٥-١٠');
    expect(mark.title).toContain('from the right');
    expect(mark.tabIndex).toBe(0);
    expect(words(mark.nextElementSibling as Element)).toBe('(from 5 to 10)');
  });

  it('keeps_its_decimals_in_a_reading_of_latin_digits', async () => {
    const given = [
      { name: 'from', value: '٢٫٥' },
      { name: 'to', value: '٥' },
    ];
    const shown = await drawn(
      line([marked('٢٫٥-٥', { code: 'ambiguous-range', arguments: given })]),
    );
    const mark = shown.querySelector('mark') as HTMLElement;
    expect(words(mark.nextElementSibling as Element)).toBe('(from 2.5 to 5)');
  });

  it('keeps_its_digits_in_the_reading_of_a_language_that_uses_them', async () => {
    const window = await openWindow({
      preferences: { language: 'ar', theme: 'light', digits: 'latn', text_size: 100 },
    });
    const turn = await ask(window, 'question');
    turn.finish('stored', [line([ambiguous])]);
    await settled();
    const shown = find('answer').querySelector('.prose') as Element;
    const mark = shown.querySelector('mark') as HTMLElement;
    expect(words(mark.nextElementSibling as Element)).toBe('(من ٥ إلى ١٠)');
  });

  it('that_no_source_says_has_a_sign_and_a_reason_to_hear_and_takes_no_focus', async () => {
    const dose = { ...marked('500 mg', { code: 'unsupported-drug', arguments: [] }) };
    const shown = await drawn(
      line([plainSpan('خذ '), { ...dose, kind: 'island', isolate: 0, direction: 'ltr' }]),
    );
    const mark = shown.querySelector('bdi > mark') as HTMLElement;
    expect(mark.textContent).toBe('500 mg');
    expect(mark.tabIndex).toBe(-1);
    expect(mark.title).toContain('another medicine');
    const sign = mark.nextElementSibling as HTMLElement;
    expect([sign.className.includes('sign'), sign.textContent]).toEqual([true, '']);
    expect(sign.getAttribute('aria-hidden')).toBe('true');
    expect(words(sign.nextElementSibling as Element)).toContain('another medicine');
  });

  it('in_several_pieces_has_one_sign_at_its_end', async () => {
    const first = { ...marked('5', { code: 'unsupported', arguments: [] }), strong: true };
    const last = marked(' mg', { code: 'unsupported-value', arguments: [] });
    const shown = await drawn(line([first, last, plainSpan(' daily')]));
    expect(shown.querySelectorAll('mark').length).toBe(2);
    expect(shown.querySelectorAll('.sign').length).toBe(1);
    expect(find('unsupported-line').textContent).toContain('1');
  });

  it('that_no_source_says_keeps_its_other_mark', async () => {
    const both = {
      ...ambiguous,
      marks: [...ambiguous.marks, { code: 'unsupported-value', arguments: [] }],
    };
    const shown = await drawn(line([both]));
    expect(shown.querySelectorAll('mark').length).toBe(2);
    expect(shown.textContent).toContain('5');
    expect(shown.querySelectorAll('.sign').length).toBe(1);
  });

  it('that_no_source_says_is_counted_under_the_answer_and_listed_on_request', async () => {
    await drawn(
      line([
        marked('500 mg', { code: 'unsupported-drug', arguments: [] }),
        plainSpan(' or '),
        marked('5 days', { code: 'unsupported-value', arguments: [] }),
      ]),
    );
    expect(words(find('unsupported-line'))).toContain('2 figures');
    expect(find('unsupported').querySelector('ul')).toBeNull();
    find('unsupported-toggle').click();
    await settled();
    const items = [...find('unsupported').querySelectorAll('li')].map(words);
    expect(items.length).toBe(2);
    expect(items[0]).toMatch(/^500 mg\s+No source: .*another medicine/u);
    expect(items[1]).toMatch(/^5 days\s+No source/u);
    expect(find('unsupported-toggle').getAttribute('aria-expanded')).toBe('true');
  });

  it('of_an_unknown_kind_is_still_marked', async () => {
    const shown = await drawn(line([marked('5', { code: 'from-the-future', arguments: [] })]));
    expect(shown.querySelector('mark')?.title).toBe('Check this value.');
  });
});
