// @vitest-environment node

import { Linter } from 'eslint';
import parser from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';

import { noLiteralText } from '../eslint/no-literal-text.js';

function faults(markup: string): string[] {
  const found = new Linter().verify(markup, {
    languageOptions: { parser },
    plugins: { sanad: { rules: { 'no-literal-text': noLiteralText } } },
    rules: { 'sanad/no-literal-text': 'error' },
  });
  return found.map(({ message }) => message);
}

describe('the lint against words in markup', () => {
  it.each([
    '<p>Send</p>',
    '<p>{name} إرسال</p>',
    '<button title="Send"></button>',
    '<button aria-label="إرسال"></button>',
    '<input placeholder="Ask {name}" />',
  ])('finds_%s', (markup) => {
    expect(faults(markup)).toHaveLength(1);
  });

  it.each([
    "<p>{l10n.text('send')}</p>",
    '<p> · </p>',
    '<p class="send" data-testid="send"></p>',
    '<script>const a = "Send";</script>',
    '<style>p { content: "Send" }</style>',
  ])('lets_%s_be', (markup) => {
    expect(faults(markup)).toEqual([]);
  });
});
