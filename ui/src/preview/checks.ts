/** Self-checks to look at: one that is whole, one that was paused, and some of their questions. */

import type { CheckItemView, CheckLanguageView, CheckShareView } from '$lib/backend/backend';
import { CHECKS, type FakeCheckContent, type FakeCheckRun } from '$lib/backend/fake-checks';

import { spans } from './compose';

const DAY = 86_400_000;
const QUESTION_EVERY_MS = 40;

const share = (count: number, of: number, low: number, high: number): CheckShareView => ({
  count,
  of,
  share: count / of,
  low,
  high,
});

const english: CheckLanguageView = {
  language: 'en',
  right: share(149, 240, 0.558, 0.68),
  chance: 0.25,
  majority: 0.25,
  first_letter: share(64, 240, 0.215, 0.326),
  standing: 'above_half',
  subjects: [
    { subject: 'anatomy', right: share(26, 40, 0.495, 0.779) },
    { subject: 'biology', right: share(29, 40, 0.572, 0.839) },
    { subject: 'genetics', right: share(21, 40, 0.375, 0.671) },
  ],
  too_long: 0,
};

const arabic: CheckLanguageView = {
  language: 'ar',
  right: share(118, 240, 0.429, 0.555),
  chance: 0.25,
  majority: 0.25,
  first_letter: share(223, 240, 0.89, 0.955),
  standing: 'not_shown_above_half',
  subjects: [
    { subject: 'anatomy', right: share(20, 40, 0.352, 0.648) },
    { subject: 'biology', right: share(24, 40, 0.446, 0.737) },
    { subject: 'genetics', right: share(14, 40, 0.221, 0.505) },
  ],
  too_long: 3,
};

export const ENGLISH_ITEM: CheckItemView = {
  item: 'an-001',
  language: 'en',
  subject: 'anatomy',
  question: {
    direction: 'ltr',
    spans: spans(
      'After a fracture of the surgical neck of the humerus, abduction is weak. Which nerve is most likely injured?',
      'ltr',
    ),
  },
  options: ['Musculocutaneous nerve', 'Radial nerve', 'Axillary nerve', 'Suprascapular nerve'].map(
    (option) => ({ direction: 'ltr', spans: spans(option, 'ltr') }),
  ),
  correct: 2,
  chosen: 2,
  explanation: {
    direction: 'ltr',
    spans: spans('The axillary nerve winds round the surgical neck of the humerus.', 'ltr'),
  },
  source: {
    direction: 'ltr',
    spans: spans('Gray’s Anatomy, 42nd, 2020: Shoulder girdle and arm', 'ltr'),
  },
  checked_by: 'independent second reader of this project, not a clinician, without the key',
  reviewed_by: '',
};

export const ARABIC_ITEM: CheckItemView = {
  ...ENGLISH_ITEM,
  language: 'ar',
  question: {
    direction: 'rtl',
    spans: spans('بعد كسر في العنق الجراحي لعظم العضد ضعف تبعيد الذراع. ما العصب المصاب؟', 'rtl'),
  },
  options: ['العصب العضلي الجلدي', 'العصب الكعبري', 'العصب الإبطي', 'العصب فوق الكتف'].map(
    (option) => ({ direction: 'rtl', spans: spans(option, 'rtl') }),
  ),
  chosen: 0,
  explanation: {
    direction: 'rtl',
    spans: spans('يلتف العصب الإبطي حول العنق الجراحي لعظم العضد.', 'rtl'),
  },
};

const GENETICS = { item: 'ge-001', subject: 'genetics' };

export function checks(now: number): FakeCheckContent {
  const model = { model: 'Fake model', model_sha256: 'f'.repeat(64) };
  return {
    ...CHECKS,
    checks: [
      {
        ...model,
        id: 2,
        started_at: now - DAY,
        state: 'paused',
        is_full: false,
        items: 60,
        done: 45,
      },
      {
        ...model,
        id: 1,
        started_at: now - 9 * DAY,
        state: 'complete',
        is_full: true,
        items: 240,
        done: 480,
      },
    ],
    report: {
      items_version: 1,
      languages: [english, arabic],
      gap: [
        {
          items: 237,
          only_english: 61,
          only_arabic: 30,
          difference: -0.131,
          low: -0.209,
          high: -0.055,
          p: 0.0015,
          smallest_visible: 0.12,
        },
      ],
    },
    checkItems: [
      ENGLISH_ITEM,
      ARABIC_ITEM,
      { ...ENGLISH_ITEM, ...GENETICS, chosen: 1 },
      { ...ARABIC_ITEM, ...GENETICS, chosen: -1 },
    ],
    onCheck: (run) => void play(run),
  };
}

async function play(run: FakeCheckRun): Promise<void> {
  const over = new AbortController();
  void run.ended.finally(() => over.abort());
  for (let done = 1; done <= run.total && !over.signal.aborted; done += 1) {
    run.answer(done, ((run.total - done) * QUESTION_EVERY_MS) / 1000);
    await new Promise((resolve) => setTimeout(resolve, QUESTION_EVERY_MS));
  }
  run.finish();
}
