/** The way to the store: passphrase, recovery code, keychain, lock; and putting a backup in its place. */

import type { Backend, RestoredView, RestoreOfferView, StartView } from '$lib/backend/backend';

/** What the rest of the window does when a door opens or closes. */
export interface Rooms {
  /** The store is open. */
  enter: () => Promise<void>;
  /** What was typed is kept. */
  save: () => Promise<void>;
  /** Nothing of the store may be seen any longer. */
  clear: () => void;
  /** Asks the app anew where to begin. */
  start: () => Promise<void>;
}

/** What an unlock can bring to light that only the screen for damage can deal with. */
const DAMAGE: ReadonlySet<string> = new Set([
  'store-damaged',
  'store-key-missing',
  'store-missing',
]);

export function isDamage(code: string): boolean {
  return DAMAGE.has(code);
}

export class Access {
  #notice = $state('');
  #hasRecoveryCode = $state(false);
  #unlocksWithKeychain = $state(false);
  /** The folder that a restore or a new beginning has put the former store into. */
  #aside = $state('');

  constructor(
    private readonly backend: Backend,
    private readonly rooms: Rooms,
  ) {}

  /** Why it is locked; the name of a message, empty at a start. */
  get notice(): string {
    return this.#notice;
  }

  get hasRecoveryCode(): boolean {
    return this.#hasRecoveryCode;
  }

  get unlocksWithKeychain(): boolean {
    return this.#unlocksWithKeychain;
  }

  get aside(): string {
    return this.#aside;
  }

  take({ notice, has_recovery_code, unlocks_with_keychain }: StartView): void {
    this.#notice = notice;
    this.#hasRecoveryCode = has_recovery_code;
    this.#unlocksWithKeychain = unlocks_with_keychain;
  }

  /** Makes the store of a first run; `enter` comes when the recovery code has been dealt with. */
  create(passphrase: string): Promise<void> {
    return this.backend.createStore(passphrase);
  }

  enter(): Promise<void> {
    this.#aside = '';
    return this.rooms.enter();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.backend.unlock(passphrase);
    await this.enter();
  }

  async unlockFromKeychain(): Promise<void> {
    await this.backend.unlockFromKeychain();
    await this.enter();
  }

  async recover(code: string, newPassphrase: string): Promise<void> {
    await this.backend.recover(code, newPassphrase);
    await this.enter();
  }

  newRecoveryCode(): Promise<string> {
    return this.backend.newRecoveryCode();
  }

  async keepRecoveryCode(passphrase: string, typedBack: string): Promise<void> {
    await this.backend.keepRecoveryCode(passphrase, typedBack);
    this.#hasRecoveryCode = true;
  }

  changePassphrase(present: string, newPassphrase: string): Promise<void> {
    return this.backend.changePassphrase(present, newPassphrase);
  }

  async changeKey(passphrase: string): Promise<void> {
    await this.backend.changeKey(passphrase);
    this.#hasRecoveryCode = false;
  }

  /** What was read leaves the window first: the app may take its time to close. */
  async lock(): Promise<void> {
    await this.rooms.save();
    this.rooms.clear();
    await this.backend.lock();
    await this.rooms.start();
  }

  async stillHere(): Promise<void> {
    await this.backend.stillHere();
  }

  /** There is another store than before, or none that can be read: the app says where to begin. */
  beginAnew(): Promise<void> {
    this.rooms.clear();
    return this.rooms.start();
  }

  restoreOffer(): Promise<RestoreOfferView> {
    return this.backend.restoreOffer();
  }

  async restore(path: string, passphrase: string): Promise<RestoredView> {
    const restored = await this.backend.restore(path, passphrase);
    this.#aside = restored.aside;
    return restored;
  }

  async putAside(): Promise<void> {
    this.#aside = await this.backend.putAside();
    await this.rooms.start();
  }
}
