/** Direction marks for programs that know no isolates; the same rules as `record.rs` of the text crate. */

const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/** Digits of the bidirectional class AN, which the Persian ones are not. */
const ARABIC_NUMBER = /[\u0660-\u0669\u066B\u066C][\u0660-\u0669\u066B\u066C.,/:]*/gu;

export function mark(direction: string): string {
  return direction === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
}

interface Marked {
  open: string;
  close: string;
  /** A part of the run with its Arabic-Indic numbers set apart. */
  separated: (part: string) => string;
}

export function marked(run: string, direction: string): Marked {
  const asIs = (part: string): string => part;
  if (direction === 'rtl') return { open: mark('rtl'), close: mark('rtl'), separated: asIs };
  // Rule N0 turns brackets around Arabic-Indic digits whatever marks stand beside them.
  if (/[([{]/u.test(run) && run.search(ARABIC_NUMBER) >= 0) {
    return { open: LEFT_TO_RIGHT_ISOLATE, close: POP_ISOLATE, separated: asIs };
  }
  // Neutrals beside Arabic-Indic digits take the paragraph's direction unless a mark stands on their other side.
  const apart = `${LEFT_TO_RIGHT_MARK}$&${LEFT_TO_RIGHT_MARK}`;
  return {
    open: mark('ltr'),
    close: mark('ltr'),
    separated: (part) => part.replace(ARABIC_NUMBER, apart),
  };
}
