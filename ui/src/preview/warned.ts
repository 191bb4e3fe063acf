/** A conversation whose questions hold what a reader is warned of. */

import type { SpanView, TranscriptView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

import { marked, paragraph, spans } from './compose';
import { answer, transcript, turn } from './samples';

const hidden = (text: string): SpanView => ({
  ...marked(text, { code: 'warning-override', arguments: [] }),
  kind: 'hidden',
});

export function warned(now: number): TranscriptView {
  return transcript('warned', 'جرعة ⟦warfarin 5 mg⟧ ولصق من ملف', 'rtl', now - 60_000, [
    turn('w1', 'Give 50 mg of warfarin', 'ltr', {
      question: 'Give \u202E50\u202C mg of warfarin, then 5 мg',
      question_blocks: [
        {
          kind: 'paragraph',
          direction: 'ltr',
          spans: [
            plainSpan('Give '),
            hidden('\u202E'),
            plainSpan('50'),
            hidden('\u202C'),
            plainSpan(' mg of warfarin, then '),
            marked('5 мg', {
              code: 'warning-look-alike',
              arguments: [{ name: 'looks_like', value: 'm' }],
            }),
          ],
        },
      ],
      question_raw: 'Give ⟨U+202E⟩50⟨U+202C⟩ mg of warfarin, then 5 мg',
      question_warnings: [
        {
          code: 'override',
          arguments: [],
          start: 5,
          end: 6,
          excerpt: 'Give ⟨U+202E⟩50⟨U+202C⟩ mg',
        },
        {
          code: 'invisible-tag',
          arguments: [{ name: 'spells', value: 'ignore all' }],
          start: 8,
          end: 9,
          excerpt: 'mg⟨U+E0069⟩⟨U+E0067⟩',
        },
        {
          code: 'look-alike',
          arguments: [{ name: 'looks_like', value: 'm' }],
          start: 31,
          end: 32,
          excerpt: '5 мg',
        },
      ],
      answers: [
        answer(
          'wa1',
          [
            paragraph('The dose cannot be told from this text.'),
            {
              kind: 'paragraph',
              direction: 'ltr',
              spans: [
                plainSpan('Usual is '),
                marked('3 mg', { code: 'unsupported-value', arguments: [] }),
                plainSpan(' of warfarin, or '),
                { ...marked('5', { code: 'unsupported', arguments: [] }), strong: true },
                marked(' g', { code: 'unsupported-unit', arguments: [] }),
                plainSpan('.'),
              ],
            },
          ],
          { figures: 2, unsupported: 2 },
        ),
      ],
    }),
    turn('w2', 'عندي زغللة ونهجان، والجرعة ', 'rtl', {
      question: 'عندي زغللة ونهجان، والجرعة ١-٠-٠ من warfarin 5 mg',
      question_blocks: [
        {
          kind: 'paragraph',
          direction: 'rtl',
          spans: [
            ...spans('عندي زغللة ونهجان، والجرعة ', 'rtl'),
            marked('١-٠-٠', {
              code: 'ambiguous-schedule',
              arguments: [
                { name: 'morning', value: '١' },
                { name: 'noon', value: '٠' },
                { name: 'evening', value: '٠' },
              ],
            }),
            ...spans(' من ⟦warfarin 5 mg⟧', 'rtl'),
          ],
        },
      ],
      question_hints: [
        {
          phrase: 'زغللة',
          start: 5,
          end: 10,
          standard: 'تشوّش الرؤية',
          english: 'blurred vision',
        },
        { phrase: 'نهجان', start: 12, end: 17, standard: 'ضيق التنفّس', english: 'dyspnoea' },
      ],
      declined: 'declined-language-unsupported',
      declined_language: 'ar',
    }),
  ]);
}
