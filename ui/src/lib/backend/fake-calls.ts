/** What every command of the fake backend begins with: it is noted down, and fails where it was told to. */

import { type Backend, BackendError, type ErrorView } from './backend';

export type Command = keyof Backend;

export abstract class FakeCalls {
  /** Every call, in order. */
  readonly calls: { command: Command; given: unknown[] }[] = [];

  readonly #failures = new Map<Command, ErrorView>();

  /** From now on the command fails. */
  fail(command: Command, code: string, given: Record<string, string> = {}): void {
    const list = Object.entries(given).map(([name, value]) => ({ name, value }));
    this.#failures.set(command, { code, arguments: list });
  }

  succeed(command: Command): void {
    this.#failures.delete(command);
  }

  protected async step(command: Command, ...given: unknown[]): Promise<void> {
    this.calls.push({ command, given });
    await Promise.resolve();
    const failure = this.#failures.get(command);
    if (failure) throw new BackendError(failure);
  }
}
