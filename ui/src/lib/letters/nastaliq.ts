/**
 * Urdu is read in Nastaliq, whose letters climb from the left to the right of each word.
 *
 * WebKitGTK 2.50 draws every letter of a run at the height of the leftmost one: the words collapse,
 * and dots that tell letters apart fall where they belong to others. There Urdu is shown in Naskh instead.
 * Asked of the web view itself, by drawing, so that a mended one is used at once.
 */

import type { Attachment } from 'svelte/attachments';

const FAMILY = 'Noto Nastaliq Urdu';
const SIZE = 100;

/** Mīm at its beginning stands half an em above rāʾ at its end: drawn rightly, 1.4 em from top to bottom, else 0.9. */
const CLIMBING = 'محر';
const LEAST_HEIGHT = 1.15 * SIZE;

let asked: Promise<void> | undefined;

/** Reads the font and looks how it is drawn, once; the stylesheet then goes by the page's `data-nastaliq`. */
export function wantNastaliq(): Promise<void> {
  asked ??= ask();
  return asked;
}

/** Names the language of a text, and reads what its letters need. Empty for what nothing tells. */
export function inLanguage(code: string | undefined): Attachment {
  return (element) => {
    if (code) element.setAttribute('lang', code);
    else element.removeAttribute('lang');
    if (code === 'ur') void wantNastaliq();
  };
}

async function ask(): Promise<void> {
  try {
    await document.fonts.load(`${SIZE}px '${FAMILY}'`, CLIMBING);
  } catch {
    return;
  }
  const height = drawnHeight();
  if (height >= LEAST_HEIGHT) document.documentElement.dataset.nastaliq = '';
}

/** Of the ink, in pixels; 0 where nothing can be drawn. */
function drawnHeight(): number {
  const canvas = document.createElement('canvas');
  canvas.width = 4 * SIZE;
  canvas.height = 4 * SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 0;
  context.font = `${SIZE}px '${FAMILY}'`;
  context.direction = 'rtl';
  context.fillText(CLIMBING, 3 * SIZE, 2 * SIZE);
  const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rows = new Set<number>();
  for (let at = 3; at < data.length; at += 4) {
    if ((data[at] ?? 0) > 0) rows.add(Math.floor(at / 4 / width));
  }
  return rows.size === 0 ? 0 : Math.max(...rows) - Math.min(...rows) + 1;
}
