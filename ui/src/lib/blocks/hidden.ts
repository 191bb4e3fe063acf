/** Characters that nobody can see, parted from the others and written as codes. */

/** Direction controls, tags and the like: what Rust's `sanitise` takes out of generated text. */
const HIDDEN =
  /([\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]+)/u;

export interface Part {
  text: string;
  isHidden: boolean;
}

export function parted(text: string): Part[] {
  // Splitting by a group gives what lies between the hidden characters at even places and them at odd ones.
  return text
    .split(HIDDEN)
    .map((part, index) => ({ text: part, isHidden: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** `⟨U+202E⟩` for each character, as Rust spells them in excerpts and raw text. */
export function codesOf(characters: string): string {
  return Array.from(characters, codeOf).join('');
}

function codeOf(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `⟨U+${number.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
