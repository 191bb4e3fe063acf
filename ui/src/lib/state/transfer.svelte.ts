/** Taking conversations out of the store and into it: which dialog is open, and what it does. */

import type {
  Backend,
  ExportedView,
  ExportFormatView,
  ImportedView,
  TranscriptView,
} from '$lib/backend/backend';

export type TransferDialog =
  | { kind: 'none' }
  /** One conversation into a file that others can read. */
  | { kind: 'conversation'; id: string }
  /** All of them into an encrypted archive. */
  | { kind: 'everything' }
  | { kind: 'import' };

/** In the order that they are offered. */
export const FORMATS = ['docx', 'pdf', 'html', 'markdown', 'json'] as const;

const ENDINGS: Record<ExportFormatView, string> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
  json: 'json',
};

export class Transfer {
  #dialog = $state.raw<TransferDialog>({ kind: 'none' });

  constructor(
    private readonly backend: Backend,
    /** Conversations have come in. */
    private readonly onImported: () => void,
  ) {}

  get dialog(): TransferDialog {
    return this.#dialog;
  }

  open(dialog: TransferDialog): void {
    this.#dialog = dialog;
  }

  close(): void {
    this.#dialog = { kind: 'none' };
  }

  /** What there is to choose from: all turns, also those before the newest ones. */
  async transcript(id: string): Promise<TranscriptView> {
    const newest = await this.backend.openConversation(id);
    if (newest.first_position === 0) return newest;
    const earlier = await this.backend.turns(id, 0, newest.first_position);
    return { ...newest, first_position: 0, turns: [...earlier, ...newest.turns] };
  }

  exportConversation(
    conversation: string,
    turns: readonly string[],
    format: ExportFormatView,
    path: string,
  ): Promise<ExportedView> {
    return this.backend.exportConversation(conversation, turns, format, path);
  }

  exportEverything(path: string, passphrase: string): Promise<ExportedView> {
    return this.backend.exportEverything(path, passphrase);
  }

  async importFile(path: string, passphrase: string): Promise<ImportedView> {
    const imported = await this.backend.importFile(path, passphrase);
    this.onImported();
    return imported;
  }
}

/** The name says nothing of what is inside: it is seen in folders and by whoever carries the stick. */
export function suggestedName(ending: string, now: number): string {
  const [day = ''] = new Date(now).toISOString().split('T');
  return `sanad-${day}.${ending}`;
}

export function endingOf(format: ExportFormatView): string {
  return ENDINGS[format];
}

/** The path with the ending of another format, where it has one of ours. */
export function withEnding(path: string, format: ExportFormatView): string {
  return path.replace(/\.(docx|pdf|html|md|json)$/u, `.${ENDINGS[format]}`);
}
