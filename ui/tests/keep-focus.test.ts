import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { keepFocus } from '$lib/controls/keep-focus';

let end: () => void;

beforeEach(() => {
  end = keepFocus();
});
afterEach(() => end());

function page(html: string): void {
  document.body.innerHTML = html;
}

function get(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

/** Until what was changed has been looked at. */
async function later(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, 1));
}

const LIST = `
  <button id="above"></button>
  <ul>
    <li id="one"><button id="first"></button><button id="first-menu"></button></li>
    <li id="two"><button id="second"></button><button id="second-menu"></button></li>
  </ul>
  <button id="below"></button>`;

describe('the focus', () => {
  it('goes_on_to_the_next_row_when_its_own_is_deleted', async () => {
    page(LIST);
    get('first-menu').focus();
    get('one').remove();
    await later();
    expect(document.activeElement?.id).toBe('second');
  });

  it('goes_to_the_row_before_when_the_last_one_is_deleted', async () => {
    page(LIST);
    get('second').focus();
    get('two').remove();
    await later();
    expect(document.activeElement?.id).toBe('first-menu');
  });

  it('goes_to_what_stands_in_its_place', async () => {
    page('<p><button id="before"></button><button id="send"></button></p><button id="c"></button>');
    get('send').focus();
    get('send').outerHTML = '<button id="stop"></button>';
    await later();
    expect(document.activeElement?.id).toBe('stop');
  });

  it('leaves_a_dialog_for_a_neighbour_of_the_row_that_it_erased', async () => {
    page(`${LIST}<div id="dialog" role="dialog"><button id="erase"></button></div>`);
    get('first-menu').focus();
    get('erase').focus();
    get('one').remove();
    get('dialog').remove();
    await later();
    expect(document.activeElement?.id).toBe('second');
  });

  it('passes_by_what_is_out_of_reach', async () => {
    page(LIST);
    get('first').focus();
    get('second').setAttribute('disabled', '');
    get('second-menu').setAttribute('tabindex', '-1');
    get('one').remove();
    await later();
    expect(document.activeElement?.id).toBe('below');
  });

  it('is_left_to_whoever_gives_it_away_himself', async () => {
    page(LIST);
    get('first').focus();
    get('one').remove();
    await Promise.resolve();
    get('above').focus();
    await later();
    expect(document.activeElement?.id).toBe('above');
  });

  it('stays_away_where_somebody_took_it_away', async () => {
    page(LIST);
    get('first').focus();
    get('first').blur();
    get('two').remove();
    await later();
    expect(document.activeElement).toBe(document.body);
  });
});
