/** Finds words in the fake store: letters as they are, without the folding that the app does. */

import type {
  ConversationView,
  HitRangeView,
  SearchHitView,
  SearchPageView,
  SearchRequestView,
} from './backend';
import type { FakeStore } from './fake-store';
import { directionOf, plainSpan } from './fake-views';

const PAGE = 20;
const AROUND = 48;

export function searched(store: FakeStore, request: SearchRequestView): SearchPageView {
  const hits = [...store.rows.values()]
    .filter((row) => isWanted(row, request))
    .flatMap((row) => hitsIn(store, row, request.text.trim()));
  const from = request.after ?? 0;
  return {
    hits: hits.slice(from, from + PAGE),
    next: from + PAGE < hits.length ? from + PAGE : null,
    is_index_incomplete: false,
  };
}

function isWanted(row: ConversationView, request: SearchRequestView): boolean {
  const at = row.updated_at ?? 0;
  return (
    !row.binned &&
    (request.folder === '' || row.folder === request.folder) &&
    (request.from === null || at >= request.from) &&
    (request.before === null || at < request.before) &&
    (request.archive === 'both' || row.archived === (request.archive === 'inside'))
  );
}

function hitsIn(store: FakeStore, row: ConversationView, words: string): SearchHitView[] {
  const texts = store.allTurns
    .filter(({ conversation }) => conversation === row.id)
    .flatMap((turn) => [
      { turn: turn.id, answer: '', text: turn.question },
      ...turn.answers.map((answer) => ({ turn: turn.id, answer: answer.id, text: answer.text })),
    ]);
  return [{ turn: '', answer: '', text: row.plain_title }, ...texts].flatMap((place) => {
    const ranges = rangesOf(words, place.text);
    return ranges.length === 0 ? [] : [hit(row, place, ranges)];
  });
}

function hit(
  row: ConversationView,
  place: { turn: string; answer: string; text: string },
  ranges: HitRangeView[],
): SearchHitView {
  const start = Math.max((ranges[0]?.start ?? 0) - AROUND, 0);
  const excerpt = place.text.slice(start, start + 3 * AROUND);
  return {
    conversation: row.id,
    title: row.title,
    direction: row.direction,
    plain_title: row.plain_title,
    turn: place.turn,
    answer: place.answer,
    said_at: row.updated_at,
    archived: row.archived,
    excerpt: [plainSpan(excerpt)],
    excerpt_direction: directionOf(excerpt),
    excerpt_ranges: ranges
      .map((range) => ({ start: range.start - start, end: range.end - start }))
      .filter(({ end }) => end <= excerpt.length),
    ranges,
  };
}

function rangesOf(words: string, text: string): HitRangeView[] {
  const found: HitRangeView[] = [];
  const [wanted, inside] = [words.toLowerCase(), text.toLowerCase()];
  for (let at = inside.indexOf(wanted); at >= 0 && wanted !== '';) {
    found.push({ start: at, end: at + wanted.length });
    at = inside.indexOf(wanted, at + wanted.length);
  }
  return found;
}
