/** What a backend without an app behind it knows of settings, backups, the audit chain and files. */

import {
  type AuditEntryView,
  type AuditPageView,
  BackendError,
  type BackupsView,
  type BackupView,
  type ErrorView,
  type ExportedView,
  type ExportFormatView,
  type ImportedView,
  type RestoredView,
  type RestoreOfferView,
  type SettingsView,
} from './backend';
import { ANSWERING, FakeAnswering, type FakeAnsweringContent } from './fake-answering';
import { type FakeHonestyContent, HONESTY } from './fake-honesty';

export interface FakeSafetyContent extends FakeAnsweringContent, FakeHonestyContent {
  passphrase: string;
  /** Empty where none was kept. */
  recoveryCode: string;
  settings: SettingsView;
  backups: BackupsView;
  lastWritten: number;
  /** Oldest first, as they were written. */
  audit: AuditEntryView[];
  /** What the desktop's dialogs bring; empty for cancelled. */
  chosenPath: string;
  imported: ImportedView;
  now: () => number;
}

export const SAFETY: Omit<FakeSafetyContent, 'passphrase' | 'now'> = {
  ...ANSWERING,
  ...HONESTY,
  recoveryCode: '',
  settings: {
    lock_after_minutes: 5,
    retention_days: 0,
    backup_folder: '',
    unlocks_with_keychain: false,
    keychain_is_available: true,
    has_recovery_code: false,
    improves_titles: true,
    keeps_states: true,
  },
  backups: {
    folder: '/home/clinic/.local/share/sanad/backups',
    folder_is_missing: false,
    backups: [],
    is_running: false,
    last_made_at: 0,
    failure: [],
  },
  lastWritten: 0,
  audit: [],
  chosenPath: '',
  imported: { conversations: 3, turns: 12, already_there: 1 },
};

export const NEW_CODE = '7QF2-M0XC-9KTA-4WBN-E8RH-2VJD-P6YS';
export const ASIDE = '/home/clinic/.local/share/sanad/aside-20261121-101500';

const PAGE = 100;

export abstract class FakeSafety extends FakeAnswering {
  protected constructor(protected override readonly content: FakeSafetyContent) {
    super(content);
  }

  async unlockFromKeychain(): Promise<void> {
    await this.step('unlockFromKeychain');
    if (!this.content.settings.unlocks_with_keychain) refuse('keychain-empty');
  }

  async newRecoveryCode(): Promise<string> {
    await this.step('newRecoveryCode');
    return NEW_CODE;
  }

  async keepRecoveryCode(passphrase: string, typedBack: string): Promise<void> {
    await this.step('keepRecoveryCode', passphrase, typedBack);
    this.#check(passphrase);
    const letters = lettersOf(typedBack);
    if (letters.length !== lettersOf(NEW_CODE).length) refuse('recovery-code-mistyped');
    if (letters !== lettersOf(NEW_CODE)) refuse('recovery-code-differs');
    this.content.recoveryCode = NEW_CODE;
    this.#set({ has_recovery_code: true });
  }

  async recover(code: string, newPassphrase: string): Promise<void> {
    await this.step('recover', code, newPassphrase);
    if (lettersOf(code) !== lettersOf(this.content.recoveryCode)) refuse('recovery-code-wrong');
    this.content.passphrase = newPassphrase;
  }

  async changePassphrase(present: string, newPassphrase: string): Promise<void> {
    await this.step('changePassphrase', present, newPassphrase);
    this.#check(present);
    this.content.passphrase = newPassphrase;
  }

  async changeKey(passphrase: string): Promise<void> {
    await this.step('changeKey', passphrase);
    this.#check(passphrase);
    this.content.recoveryCode = '';
    this.#set({ has_recovery_code: false });
  }

  async stillHere(): Promise<void> {
    await this.step('stillHere');
  }

  async settings(): Promise<SettingsView> {
    await this.step('settings');
    return this.content.settings;
  }

  async setLockAfter(minutes: number): Promise<SettingsView> {
    await this.step('setLockAfter', minutes);
    return this.#set({ lock_after_minutes: minutes });
  }

  async setRetention(days: number): Promise<SettingsView> {
    await this.step('setRetention', days);
    return this.#set({ retention_days: days });
  }

  async setBackupFolder(path: string): Promise<SettingsView> {
    await this.step('setBackupFolder', path);
    this.content.backups = {
      ...this.content.backups,
      folder: path === '' ? SAFETY.backups.folder : path,
      folder_is_missing: false,
    };
    return this.#set({ backup_folder: path });
  }

  async setKeychain(on: boolean, passphrase: string): Promise<SettingsView> {
    await this.step('setKeychain', on, passphrase);
    if (on) this.#check(passphrase);
    return this.#set({ unlocks_with_keychain: on });
  }

  async setImprovesTitles(on: boolean): Promise<SettingsView> {
    await this.step('setImprovesTitles', on);
    return this.#set({ improves_titles: on });
  }

  async setKeepsStates(on: boolean): Promise<SettingsView> {
    await this.step('setKeepsStates', on);
    return this.#set({ keeps_states: on });
  }

  async chooseFolder(): Promise<string> {
    await this.step('chooseFolder');
    return this.content.chosenPath;
  }

  async chooseFile(): Promise<string> {
    await this.step('chooseFile');
    return this.content.chosenPath;
  }

  async chooseFileToWrite(suggestedName: string): Promise<string> {
    await this.step('chooseFileToWrite', suggestedName);
    return this.content.chosenPath;
  }

  async backups(): Promise<BackupsView> {
    await this.step('backups');
    return this.content.backups;
  }

  async backUp(): Promise<BackupView> {
    await this.step('backUp');
    const { backups } = this.content;
    const made: BackupView = {
      path: `${backups.folder}/sanad-backup-${backups.backups.length + 1}`,
      number: backups.backups.length + 1,
      made_at: this.content.now(),
      conversations: 4,
      turns: 9,
      newest_turn_at: this.content.now(),
      bytes: 1_240_000,
    };
    const all = [made, ...backups.backups];
    this.content.backups = { ...backups, backups: all, last_made_at: made.made_at, failure: [] };
    return made;
  }

  async restoreOffer(): Promise<RestoreOfferView> {
    await this.step('restoreOffer');
    const [backup] = this.content.backups.backups;
    if (!backup) return refuse('backup-none', { path: this.content.backups.folder });
    return { backup, last_written: this.content.lastWritten };
  }

  async restore(path: string, passphrase: string): Promise<RestoredView> {
    await this.step('restore', path, passphrase);
    this.#check(passphrase);
    return { aside: ASIDE };
  }

  async putAside(): Promise<string> {
    await this.step('putAside');
    return ASIDE;
  }

  async audit(before: number): Promise<AuditPageView> {
    await this.step('audit', before);
    const older = this.content.audit
      .filter(({ number }) => before === 0 || number < before)
      .reverse();
    return { entries: older.slice(0, PAGE), has_more: older.length > PAGE };
  }

  async verifyAudit(head: string): Promise<string> {
    await this.step('verifyAudit', head);
    const [entries = ''] = head.split(':');
    const count = this.content.audit.length;
    if (head !== '' && head !== headOf(Number(entries))) {
      refuse('audit-broken', { number: entries });
    }
    return headOf(count);
  }

  async verifyStore(): Promise<void> {
    await this.step('verifyStore');
  }

  async exportConversation(
    conversation: string,
    turns: readonly string[],
    format: ExportFormatView,
    path: string,
  ): Promise<ExportedView> {
    await this.step('exportConversation', conversation, turns, format, path);
    return { path, bytes: 48_200 };
  }

  async exportEverything(path: string, passphrase: string): Promise<ExportedView> {
    await this.step('exportEverything', path, passphrase);
    return { path, bytes: 2_900_000 };
  }

  async importFile(path: string, passphrase: string): Promise<ImportedView> {
    await this.step('importFile', path, passphrase);
    return this.content.imported;
  }

  #set(changed: Partial<SettingsView>): SettingsView {
    this.content.settings = { ...this.content.settings, ...changed };
    return this.content.settings;
  }

  #check(passphrase: string): void {
    if (passphrase !== this.content.passphrase) refuse('passphrase-wrong');
  }
}

/** A chain's head of so many entries. */
function headOf(entries: number): string {
  return `${entries}:${(entries % 16).toString(16).repeat(64)}`;
}

function lettersOf(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/gu, '');
}

function refuse(code: string, given: Record<string, string> = {}): never {
  const list: ErrorView['arguments'] = Object.entries(given).map(([name, value]) => ({
    name,
    value,
  }));
  throw new BackendError({ code, arguments: list });
}
