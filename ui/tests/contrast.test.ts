// @vitest-environment node

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

type Colours = Record<string, string>;

function coloursOf(selector: string): Colours {
  const block = css.slice(css.indexOf(`${selector} {`)).split('\n}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{3,6});/gu)].map(([, name, hex]) => [name, hex]),
  ) as Colours;
}

/** WCAG 2.2's relative luminance. */
function luminance(hex: string): number {
  const short = hex.length === 4;
  const parts = [0, 1, 2].map((at) => {
    const digits = short ? (hex[at + 1] ?? '0').repeat(2) : hex.slice(1 + at * 2, 3 + at * 2);
    const share = parseInt(digits, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: [string, string[]][] = [
  [
    'ink',
    ['page', 'side', 'raised', 'sunken', 'hover', 'chosen', 'caution-surface', 'danger-surface'],
  ],
  ['ink-soft', ['page', 'side', 'raised', 'sunken', 'hover']],
  ['accent', ['page', 'side']],
  ['on-accent', ['accent', 'accent-strong']],
  ['caution', ['page', 'caution-surface', 'sunken']],
  ['danger', ['page', 'danger-surface']],
];

const CONTROLS: [string, string[]][] = [
  ['edge', ['page', 'raised']],
  ['focus', ['page', 'side', 'raised']],
];

const pairs = (list: [string, string[]][]): [string, string][] =>
  list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

const LIGHT = coloursOf(':root');
const DARK = { ...LIGHT, ...coloursOf(":root[data-theme='dark']") };
const MORE = coloursOf(":root[data-contrast='more']");
const MORE_DARK = coloursOf(":root[data-theme='dark'][data-contrast='more']");

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('in the %s theme', (_theme, colours) => {
  it.each(pairs(TEXT))('%s_is_readable_on_%s', (front, back) => {
    expect(contrast(colours[front] as string, colours[back] as string)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(CONTROLS))('%s_can_be_seen_on_%s', (front, back) => {
    expect(contrast(colours[front] as string, colours[back] as string)).toBeGreaterThanOrEqual(3);
  });
});

describe.each([
  ['light', { ...LIGHT, ...MORE }],
  ['dark', { ...DARK, ...MORE, ...MORE_DARK }],
])('with more contrast in the %s theme', (_theme, colours) => {
  it.each(pairs(TEXT))('%s_stands_out_from_%s', (front, back) => {
    expect(contrast(colours[front] as string, colours[back] as string)).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(CONTROLS))('%s_is_plain_on_%s', (front, back) => {
    expect(contrast(colours[front] as string, colours[back] as string)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line', 'caution-line', 'danger-line'])('%s_can_be_seen', (line) => {
    expect(contrast(colours[line] as string, colours.page as string)).toBeGreaterThanOrEqual(3);
  });
});

describe('where the system brings its own colours', () => {
  const block = css.slice(css.indexOf('@media (forced-colors: active)')).split('\n}')[0] ?? '';

  it.each(Object.keys(LIGHT))('%s_is_one_of_them', (name) => {
    expect(block).toMatch(new RegExp(`--${name}: (?:Canvas|LinkText|Mark)(?:Text)?;`, 'u'));
  });
});
