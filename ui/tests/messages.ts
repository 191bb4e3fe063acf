/**
 * Finds digits and units that somebody typed into a message.
 *
 * Nothing isolates them there: inside Arabic they would be laid out in another order than they were written.
 * They come in as variables, which are isolated; where a value is part of a definition (“above 160 mmHg”)
 * the message of a right-to-left language holds the isolates itself.
 */

import { type Entry, parse, Visitor } from '@fluent/syntax';

const DIGIT = /\p{N}/u;

/** Signs that stand for units; the words for them (“microgram”, “وحدة”) are words. */
const LATIN_UNITS =
  'mg|µg|μg|mcg|ng|kg|ml|mL|dl|dL|µl|µL|cm|mm|mmol|mmHg|mEq|mol|IU|UI|U|kcal|kJ|bpm|ms|KB|MB|GB|KiB|MiB|GiB|ko|Mo|Go|hPa|kPa';
const ARABIC_UNITS = 'مجم|ملغ|ملغم|مغ|مكغ|كجم|كغ|مل|ملل|سم|مم|م\\.غ';
const HEBREW_UNITS = 'מ[״"]ג|ק[״"]ג|מ[״"]ל|ס[״"]מ|מק[״"]ג';
const UNIT = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${LATIN_UNITS}|${ARABIC_UNITS}|${HEBREW_UNITS})(?![\\p{L}\\p{M}\\p{N}])|[%‰٪°]`,
  'u',
);

/** Typed with its own isolates around it. */
const ISOLATED = /\u2066[^\u2066-\u2069]*\u2069/gu;

/** Digits that are part of a name keep the order of the letters before them: NEWS2, CURB-65, PaO₂/FiO₂. */
const NAME = /\p{Script=Latin}[\p{Script=Latin}\p{N}]*(?:[-‑–/][\p{Script=Latin}\p{N}]+)*/gu;

/** A name with digits is no unit, but a unit without digits is no name. */
function withoutNames(text: string): string {
  return text.replace(NAME, (word) => (DIGIT.test(word) ? '' : word));
}

export function typedValues(entries: readonly Entry[]): string[] {
  const faults: string[] = [];
  let name = '';
  const look = (text: string): void => {
    const bare = withoutNames(text.replace(ISOLATED, ''));
    if (DIGIT.test(bare) || UNIT.test(bare)) faults.push(`${name}: ${text.trim()}`);
  };
  class Reader extends Visitor {
    override visitMessage(node: { id: { name: string } }): void {
      name = node.id.name;
      this.genericVisit(node as never);
    }
    override visitTextElement(node: { value: string }): void {
      look(node.value);
    }
    override visitStringLiteral(node: { value: string }): void {
      look(node.value);
    }
  }
  entries.forEach((entry) => new Reader().visit(entry));
  return faults;
}

export function entriesOf(source: string): Entry[] {
  return parse(source, {}).body;
}
