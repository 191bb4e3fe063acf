/**
 * Where a reader is reminded to compare figures with their source.
 *
 * The rule: under the first answer of a conversation that holds figures, and under no other. Where that answer has
 * figures without a source, what is said of those is the reminder. A beginning that is not held reminds of nothing,
 * so that the line does not wander through a long conversation.
 */

import type { AnswerView } from '$lib/backend/backend';

/** As far as the rule needs them. */
export interface Answered {
  readonly view: { readonly id: string };
  readonly answer: Pick<AnswerView, 'figures' | 'unsupported'> | null;
}

/** The turn whose answer carries the reminder; empty for none. */
export function remindedTurn(turns: readonly Answered[], hasEarlier: boolean): string {
  if (hasEarlier) return '';
  const first = turns.find(({ answer }) => answer !== null && answer.figures > 0);
  return first?.answer?.unsupported === 0 ? first.view.id : '';
}
