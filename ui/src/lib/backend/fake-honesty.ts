/** What a backend without an app behind it knows of intended use, help and diagnostics. */

import type { HelpPageView, HelpView, SafeguardsView } from './backend';
import { FakeCalls } from './fake-calls';

export interface FakeHonestyContent {
  safeguards: SafeguardsView;
  help: HelpPageView[];
  diagnostics: string;
}

export const HONESTY: FakeHonestyContent = {
  safeguards: { intended_use_version: 1, is_acknowledged: true, signs_records: false },
  help: [],
  diagnostics: '{\n  "format": 1\n}\n',
};

export abstract class FakeHonesty extends FakeCalls {
  protected abstract readonly content: FakeHonestyContent;

  async safeguards(): Promise<SafeguardsView> {
    await this.step('safeguards');
    return this.content.safeguards;
  }

  async acknowledgeIntendedUse(): Promise<void> {
    await this.step('acknowledgeIntendedUse');
    this.content.safeguards = { ...this.content.safeguards, is_acknowledged: true };
  }

  async setSignsRecords(on: boolean): Promise<void> {
    await this.step('setSignsRecords', on);
    this.content.safeguards = { ...this.content.safeguards, signs_records: on };
  }

  async helpPages(language: string): Promise<HelpView> {
    await this.step('helpPages', language);
    return { language: language === 'ar' ? 'ar' : 'en', pages: this.content.help };
  }

  async findHelp(language: string, words: string): Promise<string[]> {
    await this.step('findHelp', language, words);
    return this.content.help.filter((page) => saidIn(page).includes(words)).map(({ id }) => id);
  }

  async diagnostics(): Promise<string> {
    await this.step('diagnostics');
    return this.content.diagnostics;
  }

  async writeDiagnostics(path: string): Promise<void> {
    await this.step('writeDiagnostics', path);
  }
}

function saidIn({ title, caption }: HelpPageView): string {
  return [...title.map(({ text }) => text), caption].join(' ');
}
