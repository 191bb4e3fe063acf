/** A QR code as a drawing. */

import type { AddressCodeView } from '$lib/backend/backend';

/** Light modules around it, without which cameras do not find it. */
export const QUIET = 4;

/** Every dark module as a square of one unit; those beside each other in a row are one rectangle. */
export function pathOf({ width, modules }: AddressCodeView): string {
  const drawn: string[] = [];
  for (let row = 0; row * width < modules.length; row += 1) {
    let from = 0;
    while (from < width) {
      let to = from;
      while (to < width && modules[row * width + to]) to += 1;
      if (to > from) {
        const run = to - from;
        drawn.push(`M${from + QUIET} ${row + QUIET}h${run}v1h-${run}z`);
      }
      from = to + 1;
    }
  }
  return drawn.join('');
}
