import { describe, expect, it, vi } from 'vitest';

import { ASIDE, NEW_CODE, SAFETY } from '$lib/backend/fake-safety';
import { missing } from '$lib/backups/words';
import { L10n } from '$lib/l10n/l10n.svelte';
import { SAID_AT_MOST_EVERY_MS, watchPresence } from '$lib/lock/presence';
import { openShortcutOf } from '$lib/screens/shortcuts';

import { all, click, composer, find, openWindow, press, settled, type, words } from './window';

const PASSPHRASE = 'correct horse battery';
const DAY = 86_400_000;

const backup = {
  path: '/media/stick/sanad-backup-7',
  number: 7,
  made_at: Date.UTC(2026, 10, 20, 8),
  conversations: 4,
  turns: 9,
  newest_turn_at: Date.UTC(2026, 10, 20, 7),
  bytes: 1_240_000,
};
const kept = { ...SAFETY.backups, backups: [backup], last_made_at: backup.made_at };
const withCode = {
  recoveryCode: NEW_CODE,
  settings: { ...SAFETY.settings, has_recovery_code: true },
};

const button = (id: string): HTMLButtonElement => find(id) as HTMLButtonElement;
const said = (id: string): string => words(find(id)).replace(/\s+/gu, ' ');
const given = (
  calls: readonly { command: string; given: unknown[] }[],
  command: string,
): unknown[][] => calls.filter((call) => call.command === command).map((call) => call.given);

async function choose(id: string, value: string): Promise<void> {
  const list = find(id) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function firstRun(): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const window = await openWindow({ screen: 'first_run' });
  await type('first-run-passphrase', PASSPHRASE);
  await type('first-run-repeat', PASSPHRASE);
  await click('first-run-create');
  return window;
}

describe('the recovery code of a first run', () => {
  it('is_shown_once_from_left_to_right_and_kept_only_when_it_has_been_typed_back', async () => {
    const { backend } = await firstRun();
    expect(said('recovery-code')).toBe(NEW_CODE);
    expect(find('recovery-code').dir).toBe('ltr');
    await click('recovery-written');
    expect(document.body.textContent).not.toContain(NEW_CODE);
    await type('recovery-typed', '7QF2');
    await click('recovery-keep');
    expect(find('error').dataset.code).toBe('recovery-code-mistyped');
    await type('recovery-typed', NEW_CODE.toLowerCase().replaceAll('-', ' '));
    await click('recovery-keep');
    expect(given(backend.calls, 'keepRecoveryCode')).toHaveLength(2);
    expect(given(backend.calls, 'keepRecoveryCode')[0]?.[0]).toBe(PASSPHRASE);
    expect(document.activeElement).toBe(composer());
  });

  it('stays_the_same_when_it_is_shown_again', async () => {
    const { backend } = await firstRun();
    await click('recovery-written');
    await click('recovery-show-again');
    expect(said('recovery-code')).toBe(NEW_CODE);
    expect(given(backend.calls, 'newRecoveryCode')).toHaveLength(1);
  });

  it('can_wait_and_is_asked_for_in_the_settings', async () => {
    await firstRun();
    await click('recovery-later');
    await click('settings-open');
    await click('settings-access');
    expect(said('recovery-reminder')).toContain('You have no recovery code yet.');
    await click('recovery-make');
    await click('recovery-written');
    await type('recovery-typed', NEW_CODE);
    expect(button('recovery-keep').disabled).toBe(true);
    await type('recovery-passphrase', PASSPHRASE);
    await click('recovery-keep');
    expect(all('recovery-reminder')).toHaveLength(0);
    expect(said('access-done')).toContain('Your recovery code is ready.');
  });
});

describe('the unlock screen', () => {
  it('says_why_it_locked', async () => {
    await openWindow({ screen: 'locked', notice: 'locked-idle' });
    expect(said('lock-notice')).toBe('Sanad locked itself because it was not used for a while.');
  });

  it('counts_the_seconds_of_a_delay_down_and_hears_no_attempt_meanwhile', async () => {
    const { backend } = await openWindow({ screen: 'locked' });
    backend.fail('unlock', 'unlock-delayed', { seconds: '2' });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    try {
      await type('unlock-passphrase', 'wrong');
      await click('unlock-submit');
      expect(find('unlock-delay').dataset.left).toBe('2');
      expect(button('unlock-submit').disabled).toBe(true);
      vi.advanceTimersByTime(1100);
      await settled();
      expect(find('unlock-delay').dataset.left).toBe('1');
      // Heard once, not again with each second.
      expect(words(document.querySelector('[role="alert"]') as Element)).toContain('2 seconds');
      vi.advanceTimersByTime(1100);
      await settled();
    } finally {
      vi.useRealTimers();
    }
    expect(all('unlock-delay')).toHaveLength(0);
    expect(document.activeElement).toBe(find('unlock-passphrase'));
  });

  it('opens_with_the_recovery_code_and_another_passphrase', async () => {
    const { backend } = await openWindow({ screen: 'locked', ...withCode });
    await click('unlock-forgotten');
    await type('recover-code', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA');
    await type('recover-passphrase', 'another good passphrase');
    await type('recover-repeat', 'another good passphrase');
    await click('recover-submit');
    expect(find('error').dataset.code).toBe('recovery-code-wrong');
    await type('recover-code', NEW_CODE);
    await click('recover-submit');
    expect(given(backend.calls, 'recover').at(-1)).toEqual([NEW_CODE, 'another good passphrase']);
    expect(document.activeElement).toBe(composer());
  });

  it('does_not_promise_what_no_recovery_code_can_keep', async () => {
    await openWindow({ screen: 'locked' });
    await click('unlock-forgotten');
    expect(said('recover-impossible')).toContain('There is no recovery code');
    expect(all('recover-submit')).toHaveLength(0);
    await click('recover-back');
    expect(document.activeElement).toBe(find('unlock-passphrase'));
  });

  it('offers_the_keychain_only_where_it_is_set', async () => {
    await openWindow({ screen: 'locked' });
    expect(all('unlock-keychain')).toHaveLength(0);
    const settings = { ...SAFETY.settings, unlocks_with_keychain: true };
    await openWindow({ screen: 'locked', settings });
    await click('unlock-keychain');
    expect(document.activeElement).toBe(composer());
  });
});

describe('locking', () => {
  it('keeps_what_was_typed_and_leaves_nothing_on_the_page', async () => {
    const { app, backend } = await openWindow();
    app.conversation.composer.type('half a question');
    await press('L', { ctrlKey: true, shiftKey: true });
    expect(backend.drafts.get('')).toBe('half a question');
    expect(given(backend.calls, 'lock')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('half a question');
    expect(find('unlock-passphrase')).toBeTruthy();
    expect(said('lock-notice')).toBe('You locked Sanad.');
  });

  it('is_reached_from_the_settings_too_and_by_its_button', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await press('ى', { code: 'KeyL', ctrlKey: true, shiftKey: true });
    expect(given(backend.calls, 'lock')).toHaveLength(1);
    expect(all('settings')).toHaveLength(0);
  });

  it('that_fails_says_so_and_shows_where_the_app_is', async () => {
    const { backend } = await openWindow();
    backend.fail('lock', 'store-io', { path: '/data' });
    await click('lock-now');
    await settled();
    expect(find('error').dataset.code).toBe('store-io');
  });
});

describe('the keys of an open store', () => {
  it.each([
    [{ key: ',', ctrlKey: true }, 'settings'],
    [{ key: 'و', code: 'Comma', ctrlKey: true }, 'settings'],
    [{ key: ';', code: 'Comma', ctrlKey: true }, undefined],
    [{ key: 'L', ctrlKey: true, shiftKey: true }, 'lock'],
    [{ key: 'م', code: 'KeyL', metaKey: true, shiftKey: true }, 'lock'],
    [{ key: 'l', ctrlKey: true }, undefined],
    [{ key: ',', ctrlKey: true, altKey: true }, undefined],
  ])('%j_means_%s', (keys, shortcut) => {
    expect(openShortcutOf(new KeyboardEvent('keydown', keys))).toBe(shortcut);
  });
});

describe('the sign that somebody is here', () => {
  it('is_given_at_once_and_then_at_most_every_ten_seconds', () => {
    let now = 5;
    let count = 0;
    const stop = watchPresence(
      () => (count += 1),
      () => now,
    );
    const sign = (name: string): boolean => window.dispatchEvent(new Event(name));
    sign('pointermove');
    sign('keydown');
    expect(count).toBe(1);
    now += SAID_AT_MOST_EVERY_MS - 1;
    sign('wheel');
    expect(count).toBe(1);
    now += 1;
    sign('keydown');
    expect(count).toBe(2);
    stop();
    now += SAID_AT_MOST_EVERY_MS;
    sign('keydown');
    expect(count).toBe(2);
  });

  it('is_given_only_while_the_store_is_open', async () => {
    const locked = await openWindow({ screen: 'locked' });
    await press('a');
    expect(given(locked.backend.calls, 'stillHere')).toHaveLength(0);
    const open = await openWindow();
    await press('a');
    expect(given(open.backend.calls, 'stillHere')).toHaveLength(1);
  });
});

describe('a damaged store', () => {
  it('found_while_unlocking_leads_to_the_newest_backup_and_says_what_it_lacks', async () => {
    const lastWritten = backup.made_at + DAY;
    const { backend } = await openWindow({ screen: 'locked', backups: kept, lastWritten });
    backend.fail('unlock', 'store-damaged', { path: '/data' });
    backend.beginsWith('damaged');
    await type('unlock-passphrase', PASSPHRASE);
    await click('unlock-submit');
    expect(document.body.textContent).toContain('Nothing has been deleted.');
    expect(said('restore-holds')).toContain('4 conversations with 9 questions');
    expect(said('restore-missing')).toMatch(/between .*2026.* and .*2026.* is missing/u);
  });

  it('is_restored_with_the_passphrase_of_that_day_and_the_former_files_are_named', async () => {
    const { backend } = await openWindow({ screen: 'damaged', backups: kept });
    await type('restore-passphrase', 'not this one');
    await click('restore-submit');
    expect(find('error').dataset.code).toBe('passphrase-wrong');
    await type('restore-passphrase', PASSPHRASE);
    await click('restore-submit');
    expect(given(backend.calls, 'restore').at(-1)).toEqual([backup.path, PASSPHRASE]);
    expect(said('aside')).toContain(ASIDE);
    backend.beginsWith('open');
    await click('restored-continue');
    expect(document.activeElement).toBe(composer());
  });

  it('without_a_backup_at_hand_takes_one_from_another_folder', async () => {
    const { backend } = await openWindow({ screen: 'damaged', chosenPath: '/media/stick/b' });
    expect(find('error').dataset.code).toBe('backup-none');
    await click('restore-elsewhere');
    await click('restore-path-choose');
    await type('restore-passphrase', PASSPHRASE);
    await click('restore-submit');
    expect(given(backend.calls, 'restore')).toEqual([['/media/stick/b', PASSPHRASE]]);
  });

  it('is_put_aside_only_after_a_second_question', async () => {
    const { backend } = await openWindow({ screen: 'damaged' });
    await click('start-empty');
    expect(given(backend.calls, 'putAside')).toHaveLength(0);
    backend.beginsWith('first_run');
    await click('start-empty-confirm');
    expect(given(backend.calls, 'putAside')).toHaveLength(1);
    expect(said('aside')).toContain(ASIDE);
    expect(find('first-run-passphrase')).toBeTruthy();
  });
});

describe('what a backup lacks', () => {
  const l10n = new L10n();
  it.each([
    [null, 'What was written after'],
    [0, 'What was written after'],
    [backup.made_at, 'Nothing was written after this backup.'],
    [backup.made_at + 1, 'What was written between'],
  ])('when_the_store_was_last_written_at_%s_begins_with_%s', (lastWritten, begins) => {
    expect(missing(backup, lastWritten, l10n).startsWith(begins)).toBe(true);
  });
});

describe('the settings', () => {
  it('lie_over_the_conversations_and_give_the_focus_back', async () => {
    await openWindow();
    find('settings-open').focus();
    await press(',', { ctrlKey: true });
    expect(find('settings').contains(document.activeElement)).toBe(true);
    expect(find('composer').closest<HTMLElement>('.behind')?.inert).toBe(true);
    await press('Escape');
    await settled();
    expect(all('settings')).toHaveLength(0);
    expect(document.activeElement).toBe(find('settings-open'));
  });

  it('change_nothing_behind_them_by_keys', async () => {
    const { app } = await openWindow();
    await click('settings-open');
    const stop = vi.spyOn(app.conversation, 'stop');
    await press('Escape');
    expect(stop).not.toHaveBeenCalled();
  });

  it('keep_how_soon_it_locks', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('settings-access');
    await choose('lock-after', '15');
    expect(given(backend.calls, 'setLockAfter')).toEqual([[15]]);
    expect((find('lock-after') as HTMLSelectElement).value).toBe('15');
  });

  it('show_what_is_set_and_not_what_was_refused', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('settings-access');
    backend.fail('setLockAfter', 'store-full', { path: '/data' });
    await choose('lock-after', '15');
    expect(find('error').dataset.code).toBe('store-full');
    expect((find('lock-after') as HTMLSelectElement).value).toBe('5');
  });

  it('ask_before_a_rule_deletes_more_than_before_and_not_when_it_deletes_less', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('settings-keeping');
    await choose('retention', '90');
    expect(said('retention-dialog')).toContain('pinned and archived');
    expect(given(backend.calls, 'setRetention')).toEqual([]);
    await click('retention-agree');
    await choose('retention', '365');
    await choose('retention', '0');
    expect(given(backend.calls, 'setRetention')).toEqual([[90], [365], [0]]);
  });

  it('turn_the_keychain_on_only_with_the_passphrase_and_say_the_risk', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('settings-access');
    await click('keychain');
    expect(said('keychain-dialog')).toContain('can then open the conversations');
    await type('keychain-dialog-passphrase', 'wrong');
    await click('keychain-dialog-act');
    expect(find('error').dataset.code).toBe('passphrase-wrong');
    await type('keychain-dialog-passphrase', PASSPHRASE);
    await click('keychain-dialog-act');
    expect(find('keychain').ariaChecked).toBe('true');
    expect(given(backend.calls, 'setKeychain').at(-1)).toEqual([true, PASSPHRASE]);
  });

  it('change_the_passphrase', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('settings-access');
    await click('change-passphrase');
    await type('change-passphrase-dialog-passphrase', PASSPHRASE);
    await type('change-new-passphrase', 'a better passphrase');
    expect(button('change-passphrase-dialog-act').disabled).toBe(true);
    await type('change-new-repeat', 'a better passphrase');
    await click('change-passphrase-dialog-act');
    expect(given(backend.calls, 'changePassphrase')).toEqual([[PASSPHRASE, 'a better passphrase']]);
    expect(said('access-done')).toBe('The passphrase has been changed.');
  });

  it('say_what_another_key_costs_and_ask_for_a_new_code_afterwards', async () => {
    await openWindow(withCode);
    await click('settings-open');
    await click('settings-access');
    await click('change-key');
    expect(said('change-key-dialog')).toContain('Backups made before keep the old key.');
    await type('change-key-dialog-passphrase', PASSPHRASE);
    await click('change-key-dialog-act');
    expect(find('recovery-reminder')).toBeTruthy();
  });

  it('offer_language_digits_and_theme_as_well', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await choose('set-theme', 'dark');
    await choose('set-language', 'ar');
    await choose('set-digits', 'arab');
    expect(backend.calls.at(-1)?.given).toEqual([
      { language: 'ar', theme: 'dark', digits: 'arab', text_size: 100 },
    ]);
    expect(document.documentElement.dir).toBe('rtl');
  });
});

describe('backups', () => {
  async function open(
    content: Parameters<typeof openWindow>[0] = {},
  ): ReturnType<typeof openWindow> {
    const window = await openWindow(content);
    await click('settings-open');
    await click('settings-backups');
    return window;
  }

  it('are_listed_with_what_they_hold', async () => {
    await open({ backups: kept });
    expect(said('backup')).toContain('4 conversations, 9 questions, 1.2 MB');
  });

  it('are_made_at_once_and_listed', async () => {
    await open();
    await click('backup-now');
    expect(said('backed-up')).toBe('The backup has been made and checked.');
    expect(all('backup')).toHaveLength(1);
  });

  it('remind_of_an_absent_stick_without_an_error', async () => {
    const failure = [{ code: 'backup-folder-missing', arguments: [{ name: 'path', value: '/m' }] }];
    await open({ backups: { ...kept, folder_is_missing: true, failure } });
    expect(said('backup-folder-away')).toContain('plug it in');
    expect(all('error')).toHaveLength(0);
    expect(button('backup-now').disabled).toBe(true);
  });

  it('go_into_a_folder_that_was_chosen_and_back_beside_the_store', async () => {
    const { backend } = await open({ chosenPath: '/media/stick' });
    await click('backup-folder-change');
    await click('backup-path-choose');
    await click('backup-folder-use');
    expect(said('backup-folder')).toBe('/media/stick');
    await click('backup-folder-beside');
    expect(given(backend.calls, 'setBackupFolder')).toEqual([['/media/stick'], ['']]);
  });

  it('are_restored_and_the_window_begins_anew', async () => {
    const { backend } = await open({ backups: kept });
    await click('backup-restore');
    expect(said('restore-dialog')).toContain('The present files are not deleted');
    await type('restore-passphrase', PASSPHRASE);
    await click('restore-submit');
    expect(said('restored')).toContain(ASIDE);
    backend.beginsWith('locked');
    await click('restored-continue');
    expect(find('unlock-passphrase')).toBeTruthy();
  });
});

describe('the record of events', () => {
  const entries = Array.from({ length: 130 }, (_, index) => ({
    number: index + 1,
    at: Date.UTC(2026, 10, 1) + index * 60_000,
    kind: index === 129 ? 'from_the_future' : 'failed_unlock',
    subject: '',
  }));

  async function open(): ReturnType<typeof openWindow> {
    const window = await openWindow({ audit: entries });
    await click('settings-open');
    await click('settings-audit');
    return window;
  }

  it('is_told_in_words_newest_first_and_page_by_page', async () => {
    await open();
    expect(words(all('audit-entry')[0] as Element)).toContain('a newer version recorded');
    expect(words(all('audit-entry')[1] as Element)).toContain('Wrong passphrase or code');
    expect(all('audit-entry')).toHaveLength(100);
    await click('audit-more');
    expect(all('audit-entry')).toHaveLength(130);
    expect(all('audit-more')).toHaveLength(0);
  });

  it('gives_its_seal_when_it_has_been_found_whole_and_compares_an_earlier_one', async () => {
    const { backend } = await open();
    await click('audit-verify');
    expect(said('audit-outcome')).toBe('The record is whole.');
    const seal = said('audit-head');
    expect(seal.startsWith('130:')).toBe(true);
    await type('audit-earlier', ` ${seal}\n`);
    await click('audit-compare');
    expect(given(backend.calls, 'verifyAudit').at(-1)).toEqual([seal]);
    expect(said('audit-outcome')).toContain('unchanged');
    await type('audit-earlier', '12:00');
    await click('audit-compare');
    expect(find('error').dataset.code).toBe('audit-broken');
    expect(all('audit-outcome')).toHaveLength(0);
  });

  it('is_beside_a_check_of_everything_stored', async () => {
    await open();
    await click('store-verify');
    expect(said('audit-outcome')).toBe('Everything that is stored is whole.');
  });
});
