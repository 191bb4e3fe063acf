import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import { noLiteralText } from './eslint/no-literal-text.js';
import svelteConfig from './svelte.config.js';

const TAURI = {
  group: ['@tauri-apps/*'],
  message: 'Only src/lib/backend knows of Tauri: go through the Backend interface.',
};
const FAKE = {
  group: ['**/backend/fake*'],
  message: 'The fake backend is for tests and the preview; the shipped window must not hold it.',
};

export default ts.config(
  { ignores: ['dist', 'dist-preview', 'dist-checks', 'src/lib/backend/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'eslint/*.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [TAURI, FAKE] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A reactive collection is for what is drawn; the few plain ones here never are.
      'svelte/prefer-svelte-reactivity': 'off',
      // Contradicts the ban on `!`.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // In an effect `void value` names what it depends on.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    plugins: { sanad: { rules: { 'no-literal-text': noLiteralText } } },
    rules: {
      'sanad/no-literal-text': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-inline-styles': 'error',
    },
  },
  {
    files: ['src/lib/backend/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/preview/**', 'tests/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [TAURI] }] },
  },
  {
    files: ['tests/**', '*.config.ts'],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ['**/*.js'],
    ...ts.configs.disableTypeChecked,
  },
);
