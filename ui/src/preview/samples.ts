/** Conversations to look at. None of it is advice: it is here to be laid out. */

import type {
  AnswerView,
  BlockView,
  ConversationView,
  FolderView,
  ModelView,
  TranscriptView,
  TurnView,
} from '$lib/backend/backend';

import { plainText } from '$lib/blocks/plain-text';
import { emptyRow } from '$lib/backend/fake-views';

import { type Direction, heading, list, marked, paragraph, spans, table } from './compose';

export const STARTER: ModelView = {
  name: 'SmolLM2-135M-Instruct',
  file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
  notices: ['notice-english-only', 'notice-not-clinical'],
};

const ENGLISH_ANSWER: BlockView[] = [
  paragraph(
    'Uncomplicated urinary tract infection in an adult woman is usually treated *empirically*, once pregnancy and signs of an upper tract infection have been ruled out.',
  ),
  heading(2, 'First choice'),
  list([
    'Nitrofurantoin 100 mg twice a day for 5 days, if eGFR ≥ 45 mL/min',
    'Trimethoprim 200 mg twice a day for 3 days, where resistance is low',
    'Fosfomycin 3 g once',
  ]),
  table([
    ['Drug', 'Dose', 'Caution'],
    ['Nitrofurantoin', '100 mg × 2', 'eGFR < 45 mL/min'],
    ['Trimethoprim', '200 mg × 2', 'Hyperkalaemia'],
    ['Fosfomycin', '3 g once', 'Repeat only on advice'],
  ]),
  {
    kind: 'quote',
    direction: 'ltr',
    blocks: [paragraph('Review after 48 hours if symptoms have not settled.')],
  },
  paragraph('Record the decision in the form that your clinic uses, for example:'),
  {
    kind: 'code',
    language: 'text',
    text: 'Dx: cystitis, uncomplicated\nRx: nitrofurantoin MR 100 mg PO bd, 5/7\nSafety net: fever, loin pain, vomiting → return',
  },
];

const ARABIC_ANSWER: BlockView[] = [
  paragraph(
    '⟦Amoxicillin⟧ بجرعة ⟦5-10 mg/kg⟧ كل ⟦8⟧ ساعات هو الخيار *المعتاد* عند الأطفال، مع مراعاة وظيفة الكلى ووزن الطفل قبل وصف الدواء.',
    'rtl',
  ),
  heading(2, 'قبل الوصف', 'rtl'),
  list(
    [
      'اسأل عن حساسية سابقة من ⟦penicillin⟧ أو ⟦cephalosporins⟧.',
      'تحقّق من أن الحرارة ⟦>= 38.5 °C⟧ وأن ضغط الدم ⟦120 / 80⟧.',
      'راجع نتيجة ⟦HbA1c 7.5%⟧ إن كان المريض مصابًا بالسكّري.',
    ],
    'rtl',
    true,
  ),
  table(
    [
      ['العمر', 'الجرعة', 'الملاحظة'],
      ['أقل من سنة', '125 mg', 'ثلاث مرات يوميًّا'],
      ['من سنة إلى خمس', '250 mg', 'ثلاث مرات يوميًّا مع الطعام'],
      ['أكثر من خمس', '500 mg', '1-0-1'],
    ],
    'rtl',
  ),
  {
    kind: 'quote',
    direction: 'rtl',
    blocks: [paragraph('تُراجَع الجرعة بعد ⟦48-72 h⟧ إذا لم تتحسّن الأعراض.', 'rtl')],
  },
  {
    kind: 'paragraph',
    direction: 'rtl',
    spans: [
      ...spans('وتُعطى الجرعة ', 'rtl'),
      marked('٥-١٠', {
        code: 'ambiguous-range',
        arguments: [
          { name: 'from', value: '٥' },
          { name: 'to', value: '١٠' },
        ],
      }),
      ...spans(' مل كما كُتبت في الملف القديم.', 'rtl'),
    ],
  },
  paragraph('وتُكتب في السجل هكذا:', 'rtl'),
  { kind: 'code', language: 'text', text: 'amoxicillin susp 250 mg/5 mL, 5 mL tid × 7 d' },
];

export function answer(
  id: string,
  blocks: BlockView[],
  changes: Partial<AnswerView> = {},
): AnswerView {
  return {
    id,
    text: plainText(blocks),
    blocks,
    state: 'complete',
    model: STARTER.name,
    model_sha256: STARTER.sha256,
    model_notices: STARTER.notices,
    figures: 0,
    unsupported: 0,
    answer_tokens: 214,
    first_token_seconds: 0.64,
    tokens_per_second: 34.2,
    ...changes,
  };
}

export function turn(
  id: string,
  question: string,
  direction: Direction,
  changes: Partial<TurnView> = {},
): TurnView {
  return {
    id,
    conversation: 'mixed',
    question: question.replace(/[⟦⟧]/gu, ''),
    question_blocks: [paragraph(question, direction)],
    answers: [],
    declined: '',
    declined_language: '',
    question_warnings: [],
    question_raw: '',
    position: 0,
    siblings: [id],
    chosen_answer: '',
    language: direction === 'rtl' ? 'ar' : 'en',
    question_hints: [],
    ...changes,
  };
}

export function transcript(
  id: string,
  title: string,
  direction: Direction,
  updated_at: number,
  turns: TurnView[] = [],
  changes: Partial<ConversationView> = {},
): TranscriptView {
  return {
    conversation: {
      ...emptyRow(id),
      title: spans(title, direction),
      direction,
      plain_title: title.replace(/[⟦⟧]/gu, ''),
      updated_at,
      ...changes,
    },
    turns,
    first_position: 0,
    turn_count: turns.length,
    draft: '',
    edit: null,
  };
}

const HOUR = 3_600_000;

export function folders(): FolderView[] {
  return [folder('children', 'Children', 'ltr'), folder('pregnancy', 'الحمل والولادة', 'rtl')];
}

function folder(id: string, name: string, direction: Direction): FolderView {
  return { id, name: spans(name, direction), direction, plain_name: name };
}

/** As many turns as somebody asks in years. */
export function longConversation(now: number, count: number): TranscriptView {
  const turns = Array.from({ length: count }, (_, index) => {
    const isArabic = index % 2 === 1;
    const blocks = isArabic ? ARABIC_ANSWER : ENGLISH_ANSWER;
    const question = isArabic ? `السؤال رقم ⟦${index}⟧` : `Question number ${index}`;
    return turn(`long-${index}`, question, isArabic ? 'rtl' : 'ltr', {
      conversation: 'long',
      answers: [answer(`long-answer-${index}`, blocks.slice(0, 1 + (index % blocks.length)))],
    });
  });
  return transcript('long', 'Everything so far', 'ltr', now - 2 * HOUR, turns);
}

export function conversations(now: number): TranscriptView[] {
  return [
    transcript('mixed', 'Uncomplicated UTI, first choice', 'ltr', now - HOUR / 2, [
      turn(
        't1',
        'What is the first choice for an uncomplicated urinary tract infection in an adult woman?',
        'ltr',
        { answers: [answer('a1', ENGLISH_ANSWER.slice(0, 2)), answer('a2', ENGLISH_ANSWER)] },
      ),
      turn('t2', 'ما جرعة ⟦amoxicillin⟧ لطفل وزنه ⟦12 kg⟧ والحرارة ⟦39.2 °C⟧؟', 'rtl', {
        answers: [answer('a3', ARABIC_ANSWER, { model: 'Example-Arabic-3B', model_notices: [] })],
      }),
    ]),
    transcript(
      'declined',
      'جرعة ⟦amoxicillin 250 mg/5 mL⟧ للأطفال دون الخامسة',
      'rtl',
      now - HOUR,
      [
        turn('t3', 'ما جرعة ⟦amoxicillin 250 mg/5 mL⟧ لطفل دون الخامسة؟', 'rtl', {
          declined: 'declined-language-unsupported',
          declined_language: 'ar',
        }),
      ],
    ),
    transcript('cut', 'Warfarin and INR ≥ 5', 'ltr', now - 26 * HOUR, [
      turn('t4', 'What do I do with an INR of 5.4 without bleeding?', 'ltr', {
        answers: [
          answer(
            'a4',
            [
              paragraph(
                'Withhold one or two doses of warfarin, find out what has changed, and check the INR again within',
              ),
            ],
            { state: 'stopped' },
          ),
        ],
      }),
      turn('t5', 'And with minor bleeding?', 'ltr', {
        answers: [
          answer('a5', [paragraph('Stop warfarin and give vitamin K by')], {
            state: 'engine_failed',
            tokens_per_second: 0,
          }),
        ],
      }),
    ]),
    transcript('bp', 'ضغط الدم ⟦120 / 80⟧ عند الحامل', 'rtl', now - 30 * HOUR, [], {
      folder: 'pregnancy',
    }),
    transcript('asthma', 'Asthma: stepping up', 'ltr', now - 4 * 24 * HOUR, [], { pinned: true }),
    transcript('sepsis', 'Sepsis in the newborn', 'ltr', now - 90 * 24 * HOUR, [], {
      archived: true,
    }),
    transcript(
      'ecg',
      'Reading an ECG with left bundle branch block and suspected acute coronary syndrome',
      'ltr',
      now - 40 * 24 * HOUR,
    ),
  ];
}

export const STREAMED_ENGLISH =
  'Give the patient a spacer and check the technique before stepping up treatment. If symptoms persist on a low dose of inhaled corticosteroid, consider adding a long-acting beta agonist rather than raising the dose, and review within 4 to 8 weeks. ';

export const STREAMED_ARABIC =
  'أعطِ المريض \u20665-10 mg\u2069 من الدواء كل ثماني ساعات، ثم راجع ضغط الدم \u2066120 / 80\u2069 بعد ساعة من الجرعة الأولى، وسجّل ما تجده في ملف المريض قبل نهاية المناوبة. ';
