/** What a check says, in sentences that claim no more than its intervals hold. */

import type { CheckGapView, CheckLanguageView, CheckShareView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';
import type { CheckResult } from '$lib/state/check-result.svelte';

const FLOAT_DUST = 1e-9;

/** The set's own name; its version belongs to it, and both are read from left to right. */
export function nameOfSet(version: number): string {
  return `Sanad items v${version}`;
}

/** How many were right, where that likely lies, and what guessing gives. */
export function scoreInWords({ language, right, chance }: CheckLanguageView, l10n: L10n): string {
  return [
    l10n.text(`check-right-${language}`, {
      count: right.count,
      of: right.of,
      ...likely(right, l10n),
    }),
    l10n.text('check-guessing', { chance: l10n.percent(100 * (chance ?? 0)) }),
    l10n.text('check-limits'),
  ].join(' ');
}

export function standingInWords({ standing }: CheckLanguageView, l10n: L10n): string {
  return l10n.text(`check-standing-${standing.replaceAll('_', '-')}`);
}

/** Empty where the first letter may well be taken as often as any other. */
export function positionInWords({ first_letter, chance }: CheckLanguageView, l10n: L10n): string {
  const { low, high, share } = first_letter;
  const each = chance ?? 0;
  const said = { share: l10n.percent(100 * (share ?? 0)) };
  if (first_letter.of === 0 || (low ?? 0) <= each) {
    const isSeldom = first_letter.of > 0 && (high ?? 1) < each;
    return isSeldom ? l10n.text('check-first-letter-seldom', said) : '';
  }
  return l10n.text('check-first-letter', said);
}

/** Arabic against English on the same questions. */
export function gapInWords(gap: CheckGapView, result: CheckResult, l10n: L10n): string[] {
  const points = (share: number | null): number => Math.round(100 * (share ?? 0));
  const isShown = (gap.low ?? 0) > 0 || (gap.high ?? 0) < 0;
  const same = l10n.text('check-gap-same', {
    count: gap.items,
    english: l10n.percent(100 * result.shareOfPaired('en')),
    arabic: l10n.percent(100 * result.shareOfPaired('ar')),
    difference: l10n.points(points(gap.difference)),
    low: l10n.points(points(gap.low)),
    high: l10n.points(points(gap.high)),
  });
  if (isShown) return [same];
  const visible = wholePoints(gap.smallest_visible);
  return [
    same,
    l10n.text('check-gap-none'),
    visible > 0
      ? l10n.text('check-gap-visible', { points: visible })
      : l10n.text('check-gap-visible-none'),
  ];
}

/** What a check of so many questions can show of the languages. */
export function reachInWords(smallestDifference: number | null, l10n: L10n): string {
  const points = wholePoints(smallestDifference);
  return points > 0
    ? l10n.text('check-offer-shows', { points })
    : l10n.text('check-offer-shows-none');
}

/** The next whole point that is surely seen; a float a little above a whole one is that one. */
function wholePoints(share: number | null): number {
  return Math.ceil(100 * (share ?? 0) - FLOAT_DUST);
}

export function likely({ share, low, high }: CheckShareView, l10n: L10n): LikelyShare {
  return {
    share: l10n.percent(100 * (share ?? 0)),
    low: l10n.percent(100 * (low ?? 0)),
    high: l10n.percent(100 * (high ?? 0)),
  };
}

type LikelyShare = Record<'share' | 'low' | 'high', ReturnType<L10n['percent']>>;
