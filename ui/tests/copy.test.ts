import { beforeEach, describe, expect, it } from 'vitest';

import type { BlockView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

import { list, paragraph, spans, table } from '../src/preview/compose';
import { ask, click, find, openWindow, settled } from './window';

interface Copied {
  plain: string;
  html: string;
  /** Whether the window wrote it, rather than the browser. */
  byWindow: boolean;
}

let copied: Copied;

/** What the system's clipboard would hold after the keys for copying. */
function copy(): boolean {
  const written = new Map<string, string>();
  const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
    clipboardData: { setData: (type: string, text: string) => written.set(type, text) },
  });
  (document.activeElement ?? document).dispatchEvent(event);
  copied = {
    plain: written.get('text/plain') ?? '',
    html: written.get('text/html') ?? '',
    byWindow: event.defaultPrevented,
  };
  return true;
}

beforeEach(() => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what the window itself goes through
  document.execCommand = copy;
  copied = { plain: '', html: '', byWindow: false };
});

async function answered(
  text: string,
  blocks: BlockView[],
  state: 'complete' | 'stopped' = 'complete',
): Promise<void> {
  const window = await openWindow();
  const turn = await ask(window, 'سؤال عن 5-10 mg');
  turn.finish(text, blocks, state);
  await settled();
}

function select(start: Node, from: number, end: Node, to: number): void {
  (document.activeElement as HTMLElement).blur();
  const range = document.createRange();
  range.setStart(start, from);
  range.setEnd(end, to);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

/** The last text of the transcript that holds these characters. */
function textNode(containing: string): Text {
  const walker = document.createTreeWalker(find('transcript'), NodeFilter.SHOW_TEXT);
  let found: Text | undefined;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.includes(containing)) found = node;
  }
  if (!found) throw new Error(`no text holds ${containing}`);
  return found;
}

describe('copying an answer', () => {
  it('gives_its_stored_characters_byte_for_byte', async () => {
    const stored = '**الجرعة** 5-10 mg\u200c، ثم:\n\n- واحد\n- اثنان\n';
    await answered(stored, [
      paragraph('*الجرعة* ⟦5-10 mg⟧\u200c، ثم:', 'rtl'),
      list(['واحد', 'اثنان'], 'rtl'),
    ]);
    await click('copy-answer');
    expect(copied.plain).toBe(stored);
    expect(copied.byWindow).toBe(true);
  });

  it('gives_the_isolates_as_html_and_nothing_that_the_window_added', async () => {
    await answered('الجرعة 5-10 mg اليوم', [paragraph('الجرعة ⟦5-10 mg⟧ اليوم', 'rtl')]);
    await click('copy-answer');
    // Marks beside the isolate are for word processors that read no `dir` inside a paragraph.
    expect(copied.html).toContain('<bdi dir="ltr">\u200E5-10 mg\u200E</bdi>\u200F اليوم');
    expect(copied.html).toContain('dir="rtl"');
    expect(copied.html).not.toMatch(/class|data-|style|<!--|Generated/u);
  });

  it('gives_a_figure_without_a_source_as_it_is_stored_and_none_of_its_signs', async () => {
    const dose = spans('⟦500 mg⟧', 'rtl')[0] as ReturnType<typeof spans>[number];
    const block: BlockView = {
      kind: 'paragraph',
      direction: 'rtl',
      spans: [
        ...spans('خذ ', 'rtl'),
        { ...dose, marks: [{ code: 'unsupported-value', arguments: [] }] },
        ...spans(' اليوم', 'rtl'),
      ],
    };
    await answered('خذ 500 mg اليوم', [block]);
    await click('copy-answer');
    expect(copied.plain).toBe('خذ 500 mg اليوم');
    expect(copied.html).not.toMatch(/source|sign|unsupported/u);
    select(textNode('خذ '), 0, textNode(' اليوم'), 3);
    copy();
    expect(copied.plain).toBe('خذ 500 mg ال');
  });

  it('says_that_it_is_incomplete_in_the_language_of_the_window', async () => {
    await answered('Give the patient', [paragraph('Give the patient')], 'stopped');
    await click('copy-answer');
    expect(copied.plain).toMatch(
      /^Give the patient\n\n\[Incomplete\. .*stopped before its end\..*\]$/u,
    );
    expect(copied.html).toContain('Incomplete.');
    await click('language-switch');
    await click('language-ar');
    await click('copy-answer');
    expect(copied.plain).toMatch(/^Give the patient\n\n\[إجابة غير مكتملة\./u);
    expect(copied.plain).not.toMatch(/[\u2066-\u2069]/u);
  });

  it('leaves_selection_and_focus_as_they_were', async () => {
    await answered('Drink water.', [paragraph('Drink water.')]);
    const composer = find('composer');
    composer.focus();
    await click('copy-answer');
    expect(document.activeElement).toBe(composer);
    expect(document.getSelection()?.toString()).toBe('');
  });
});

describe('copying a selection', () => {
  it('gives_the_characters_selected', async () => {
    await answered('الجرعة 5-10 mg اليوم', [paragraph('الجرعة ⟦5-10 mg⟧ اليوم', 'rtl')]);
    select(textNode('الجرعة '), 0, textNode('5-10 mg'), 4);
    copy();
    expect(copied.plain).toBe('الجرعة 5-10');
    expect(copied.html).toContain('<bdi dir="ltr">\u200E5-10\u200E</bdi>');
  });

  it('keeps_the_direction_of_a_paragraph_of_which_a_part_is_selected', async () => {
    await answered('أعط الجرعة اليوم', [paragraph('أعط الجرعة اليوم', 'rtl')]);
    const node = textNode('أعط الجرعة اليوم');
    select(node, 0, node, 3);
    copy();
    expect(copied.plain).toBe('أعط');
    expect(copied.html).toBe('<div dir="rtl">أعط</div>');
  });

  it('leaves_out_labels_buttons_and_spelled_readings', async () => {
    const block: BlockView = {
      kind: 'paragraph',
      direction: 'rtl',
      spans: [
        ...spans('الجرعة ', 'rtl'),
        {
          ...(spans('٥-١٠', 'rtl')[0] as ReturnType<typeof spans>[number]),
          marks: [
            {
              code: 'ambiguous-range',
              arguments: [
                { name: 'from', value: '٥' },
                { name: 'to', value: '١٠' },
              ],
            },
          ],
        },
        ...spans(' مل', 'rtl'),
      ],
    };
    await answered('الجرعة ٥-١٠ مل', [block, paragraph('بعد الطعام', 'rtl')]);
    expect(find('answer').textContent).toContain('from');
    select(textNode('الجرعة '), 0, textNode('بعد الطعام'), 3);
    copy();
    expect(copied.plain).toBe('الجرعة ٥-١٠ مل\n\nبعد');
    expect(copied.html).not.toContain('from');
  });

  it('writes_lists_and_tables_as_they_read', async () => {
    await answered('stored', [
      paragraph('Before'),
      list(['first', 'second'], 'ltr', true),
      table([
        ['Drug', 'Dose'],
        ['A', '5 mg'],
      ]),
      paragraph('After it'),
    ]);
    select(textNode('Before'), 3, textNode('After it'), 5);
    copy();
    expect(copied.plain).toBe('ore\n\n1. first\n2. second\n\nDrug\tDose\nA\t5 mg\n\nAfter');
  });

  it('over_question_and_answer_gives_both_as_stored', async () => {
    await answered('**Yes**, 5 mg.', [paragraph('*Yes*, 5 mg.')]);
    select(textNode('سؤال'), 0, textNode(', 5 mg.'), 7);
    copy();
    expect(copied.plain).toBe('سؤال عن 5-10 mg\n\n**Yes**, 5 mg.');
  });

  it('that_reaches_the_end_of_a_cut_answer_says_so_and_one_before_it_does_not', async () => {
    await answered('Give the patient', [paragraph('Give the patient')], 'stopped');
    const node = textNode('Give the patient');
    select(node, 5, node, 16);
    copy();
    expect(copied.plain).toMatch(/^the patient\n\n\[Incomplete\./u);
    select(node, 5, node, 8);
    copy();
    expect(copied.plain).toBe('the');
  });

  it('of_growing_text_has_no_isolates_in_it', async () => {
    const window = await openWindow();
    const turn = await ask(window, 'سؤال');
    turn.write('أعطِ \u20665-10 mg\u2069 الآن ', { direction: 'rtl' });
    await settled();
    const node = find('open-block').firstChild as Text;
    select(node, 0, node, node.length);
    copy();
    expect(copied.plain).toBe('أعطِ 5-10 mg الآن ');
  });

  it('in_a_field_is_left_to_the_browser', async () => {
    await answered('Drink water.', [paragraph('Drink water.')]);
    const node = textNode('Drink water.');
    select(node, 0, node, 5);
    find('composer').focus();
    copy();
    expect(copied.byWindow).toBe(false);
  });

  it('of_a_part_holds_the_characters_that_cannot_be_seen', async () => {
    const hidden = { ...plainSpan('\u200E'), kind: 'hidden' } as const;
    await answered('one\u200Etwo', [
      {
        kind: 'paragraph',
        direction: 'ltr',
        spans: [plainSpan('alpha '), hidden, plainSpan('omega')],
      },
      paragraph('last'),
    ]);
    select(textNode('alpha '), 2, textNode('omega'), 3);
    copy();
    expect(copied.plain).toBe('pha \u200Eome');
    expect(copied.html).not.toContain('\u200E');
  });
});

describe('copying the address of a link', () => {
  it('gives_the_address_and_not_the_words', async () => {
    const link = { ...plainSpan('WHO'), kind: 'link', target: 'https://who.int/a?b=1&c' } as const;
    await answered('[WHO](https://who.int/a?b=1&c)', [
      { kind: 'paragraph', direction: 'ltr', spans: [link] },
    ]);
    await click('copy-address');
    expect(copied.plain).toBe('https://who.int/a?b=1&c');
    expect(copied.html).toContain('https://who.int/a?b=1&amp;c');
    expect(find('copy-address').dataset.outcome).toBe('done');
  });
});

describe('copying for the record', () => {
  const RECORD = {
    plain: '\u200E5-10 mg\u200E\n\nGenerated by Fake model',
    html: '<p>5-10 mg</p>',
  };

  async function open(): Promise<Awaited<ReturnType<typeof openWindow>>> {
    const window = await openWindow();
    const turn = await ask(window, 'question');
    turn.finish('5-10 mg', [paragraph('5-10 mg')]);
    await settled();
    window.backend.recordText = (turnId, answerId) => {
      expect([turnId, answerId]).toEqual(['turn-0', 'turn-0-answer-0']);
      return Promise.resolve(RECORD);
    };
    return window;
  }

  it('gives_what_the_app_wrote_for_it_in_both_forms', async () => {
    await open();
    await click('copy-record');
    expect(copied).toEqual({ ...RECORD, byWindow: true });
    expect(find('copy-record').dataset.outcome).toBe('done');
  });

  it('leaves_the_plain_copy_as_it_is', async () => {
    await open();
    await click('copy-record');
    await click('copy-answer');
    expect(copied.plain).toBe('5-10 mg');
  });

  it('that_fails_says_so', async () => {
    const { backend } = await open();
    backend.recordText = () => Promise.reject(new Error('no'));
    await click('copy-record');
    expect(copied.plain).toBe('');
    expect(find('copy-record').dataset.outcome).toBe('failed');
    expect(find('copy-record').title).toBe('Nothing was copied: try again');
  });

  it.each([false, true])(
    'that_the_system_does_not_take_says_so_whatever_it_claims_%s',
    async (claim) => {
      await open();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what the window itself goes through
      document.execCommand = () => claim;
      await click('copy-record');
      expect(find('copy-record').dataset.outcome).toBe('failed');
    },
  );
});
