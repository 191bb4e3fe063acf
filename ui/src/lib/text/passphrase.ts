/** How hard a passphrase is to guess, roughly, and said in words. */

/** Names the message `strength-…`. */
export type Strength = 'empty' | 'very-weak' | 'weak' | 'fair' | 'strong';

/** What a guesser who tries letters by kind must try for each character. */
const KINDS: readonly [RegExp, number][] = [
  [/\p{Nd}/u, 10],
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Lo}/u, 28],
  [/[^\p{L}\p{N}]/u, 20],
];

/** Guessers try words before letters: a word is worth no more than its place in a list of some 8,000. */
const BITS_OF_A_WORD = 13;

/** Longer runs of letters are words written together. */
const LETTERS_OF_A_WORD = 6;

export function strength(passphrase: string): Strength {
  if (passphrase === '') return 'empty';
  const bits = Math.min(bitsByCharacters(passphrase), bitsByWords(passphrase));
  if (bits < 28) return 'very-weak';
  if (bits < 40) return 'weak';
  return bits < 60 ? 'fair' : 'strong';
}

function bitsByCharacters(passphrase: string): number {
  const size = KINDS.reduce((sum, [kind, count]) => sum + (kind.test(passphrase) ? count : 0), 0);
  return surprisingCharacters(passphrase) * Math.log2(Math.max(size, 2));
}

/** Repeats (`aaaa`) and runs (`1234`) add nothing. */
function surprisingCharacters(passphrase: string): number {
  const codes = Array.from(passphrase, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => {
    const step = code - (codes[index - 1] ?? -2);
    return index === 0 || Math.abs(step) > 1;
  }).length;
}

/** Plain words only; anything that mixes letters with digits or signs is judged by its characters. */
function bitsByWords(passphrase: string): number {
  const words = passphrase.split(/[\s\-_.،,]+/u).filter((word) => word !== '');
  if (!words.every((word) => /^\p{L}[\p{Ll}\p{Lo}\p{M}]*\d{0,4}$/u.test(word))) return Infinity;
  const different = new Set(words.map((word) => word.toLowerCase()));
  const count = [...different].reduce(
    (sum, word) => sum + Math.max(1, Math.round(word.length / LETTERS_OF_A_WORD)),
    0,
  );
  return count * BITS_OF_A_WORD;
}
