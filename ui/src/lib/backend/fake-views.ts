/** Views as Rust would make them, as far as tests and the preview need. */

import type { ConversationView, SpanView, TurnView } from './backend';

export function newTurn(id: string, conversation: string, question: string): TurnView {
  return {
    id,
    conversation,
    question,
    question_blocks: [
      { kind: 'paragraph', direction: directionOf(question), spans: [plainSpan(question)] },
    ],
    answers: [],
    declined: '',
    declined_language: '',
    question_warnings: [],
    question_raw: '',
    position: 0,
    siblings: [id],
    chosen_answer: '',
    language: '',
    question_hints: [],
  };
}

export function emptyRow(id: string): ConversationView {
  return {
    id,
    title: [],
    direction: 'ltr',
    plain_title: '',
    updated_at: 0,
    folder: '',
    pinned: false,
    archived: false,
    binned: false,
    language: '',
    model: '',
    persona: '',
    chosen_persona: { template: '', version: 0, name_en: '', name_ar: '' },
  };
}

export function titled(row: ConversationView, title: string): ConversationView {
  return {
    ...row,
    title: [plainSpan(title)],
    direction: directionOf(title),
    plain_title: title,
  };
}

/** Good enough to play Rust's part. */
export function directionOf(text: string): string {
  return /[\u0600-\u06ff]/u.test(text) ? 'rtl' : 'ltr';
}

export function plainSpan(text: string): SpanView {
  return {
    kind: 'text',
    text,
    start: -1,
    isolate: -1,
    direction: '',
    target: '',
    strong: false,
    emphasis: false,
    strikethrough: false,
    marks: [],
  };
}
