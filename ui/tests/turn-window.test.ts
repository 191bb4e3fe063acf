import { describe, expect, it } from 'vitest';

import type { TurnView } from '$lib/backend/backend';
import { TurnWindow } from '$lib/state/turn-window.svelte';

import { transcript, turn } from '../src/preview/samples';
import { all, ask, openWindow, settled } from './window';

const COUNT = 5000;
const turns: TurnView[] = Array.from({ length: COUNT }, (_, position) => ({
  ...turn(`t${position}`, `question ${position}`, 'ltr'),
  position,
}));

function window(first: number): TurnWindow {
  return new TurnWindow((from, to) => Promise.resolve(turns.slice(Math.max(from, 0), to)), {
    turns: turns.slice(first, first + 30),
    first_position: first,
    turn_count: COUNT,
  });
}

const ids = (held: TurnWindow): string =>
  `${held.turns.at(0)?.view.id ?? ''}–${held.turns.at(-1)?.view.id ?? ''}`;

describe('a window of turns', () => {
  it('goes_back_to_the_beginning_without_ever_holding_many', async () => {
    const held = window(COUNT - 30);
    let most = 0;
    while (held.hasEarlier) {
      await held.earlier();
      most = Math.max(most, held.turns.length);
    }
    expect(most).toBe(90);
    expect(ids(held)).toBe('t0–t89');
    while (held.hasLater) await held.later();
    expect(ids(held)).toBe('t4910–t4999');
    expect(held.first).toBe(4910);
  });

  it('jumps', async () => {
    const held = window(COUNT - 30);
    await held.around(1000);
    expect(ids(held)).toBe('t985–t1014');
    await held.around(0);
    expect(ids(held)).toBe('t0–t29');
    await held.latest();
    expect(ids(held)).toBe('t4970–t4999');
  });

  it('drops_a_page_of_a_branch_that_is_not_shown_any_more', async () => {
    const held = window(100);
    const page = held.earlier();
    held.take({ turns: turns.slice(2000, 2030), first_position: 2000, turn_count: COUNT });
    await page;
    expect(ids(held)).toBe('t2000–t2029');
  });

  it('goes_on_from_its_end_when_a_question_is_asked_far_from_it', async () => {
    const held = window(100);
    held.append({ ...turn('new', 'question', 'ltr'), position: COUNT });
    expect(ids(held)).toBe('new–new');
    expect(held.first).toBe(COUNT);
    await held.earlier();
    expect(ids(held)).toBe('t4970–new');
  });

  it('keeps_the_turn_whose_answer_is_being_written', async () => {
    const held = window(COUNT - 30);
    const writing = held.turns.at(-1);
    writing?.beginAnswer();
    held.writing = writing ?? null;
    await held.around(0);
    expect(held.find('t4999')).toBeUndefined();
    await held.latest();
    expect(held.turns.at(-1)).toBe(writing);
  });
});

describe('a conversation of thousands of turns', () => {
  it('draws_some_of_them_and_shows_a_new_question_at_once', async () => {
    const opened = await openWindow({
      conversations: [transcript('long', 'Long', 'ltr', 1, turns)],
    });
    await opened.app.open('long');
    await settled();
    expect(all('turn')).toHaveLength(30);
    expect(all('turn').at(-1)?.dataset.position).toBe('4999');
    expect(all('spacer')).toHaveLength(1);
    await opened.app.conversation.around(10);
    await settled();
    expect(all('turn')[0]?.dataset.position).toBe('0');
    const asked = await ask(opened, 'and now?');
    asked.write('Now ');
    await settled();
    expect(all('turn').at(-1)?.dataset.position).toBe('5000');
    expect(all('open-block')).toHaveLength(1);
  });
});
