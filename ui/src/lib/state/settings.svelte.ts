/** What can be set, and the panel that it is set in. */

import { type Backend, type ErrorView, errorView, type SettingsView } from '$lib/backend/backend';

export const SECTIONS = [
  'general',
  'answering',
  'access',
  'keeping',
  'backups',
  'files',
  'audit',
] as const;
export type Section = (typeof SECTIONS)[number];

export class Settings {
  #view = $state.raw<SettingsView | null>(null);
  #failure = $state.raw<ErrorView | null>(null);
  #section = $state<Section>('general');
  #isOpen = $state(false);

  /** Whether what only few should set is shown. */
  showsAdvanced = $state(false);

  constructor(private readonly backend: Backend) {}

  /** Null until the app has said. */
  get view(): SettingsView | null {
    return this.#view;
  }

  /** Why the last change was not made. */
  get failure(): ErrorView | null {
    return this.#failure;
  }

  get section(): Section {
    return this.#section;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(section: Section = this.#section): void {
    this.#isOpen = true;
    this.show(section);
    void this.load();
  }

  show(section: Section): void {
    this.#section = section;
    this.#failure = null;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** The numbers of the texts in which all these words stand. None where that cannot be said. */
  find(words: string, texts: string[]): Promise<number[]> {
    return this.backend.textsWith(words, texts).catch(() => []);
  }

  load(): Promise<void> {
    return this.#try(() => this.backend.settings());
  }

  setLockAfter(minutes: number): Promise<void> {
    return this.#try(() => this.backend.setLockAfter(minutes));
  }

  setRetention(days: number): Promise<void> {
    return this.#try(() => this.backend.setRetention(days));
  }

  setImprovesTitles(on: boolean): Promise<void> {
    return this.#try(() => this.backend.setImprovesTitles(on));
  }

  setKeepsStates(on: boolean): Promise<void> {
    return this.#try(() => this.backend.setKeepsStates(on));
  }

  /** Rejects: the dialog that asks for the passphrase shows why. */
  async useKeychain(passphrase: string): Promise<void> {
    this.#view = await this.backend.setKeychain(true, passphrase);
  }

  endKeychain(): Promise<void> {
    return this.#try(() => this.backend.setKeychain(false, ''));
  }

  /** Rejects: shown beside the folder. */
  async setBackupFolder(path: string): Promise<void> {
    this.#view = await this.backend.setBackupFolder(path);
  }

  /** The desktop's own dialogs; empty when they were cancelled. */
  chooseFolder(): Promise<string> {
    return this.backend.chooseFolder();
  }

  chooseFile(): Promise<string> {
    return this.backend.chooseFile();
  }

  chooseFileToWrite(suggestedName: string): Promise<string> {
    return this.backend.chooseFileToWrite(suggestedName);
  }

  async #try(step: () => Promise<SettingsView>): Promise<void> {
    this.#failure = null;
    try {
      this.#view = await step();
    } catch (thrown) {
      this.#failure = errorView(thrown);
    }
  }
}
