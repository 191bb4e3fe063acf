/** What stands in the fields of a tool, as somebody typed or chose it. Kept in memory only. */

import type { BedsideFieldView, BedsideFormView, EntryRequest } from '$lib/backend/backend';

export type Entries = Record<string, EntryRequest>;

/** Blank fields, with the unit that was used last for the same question, else the usual one. */
export function blankEntries(
  form: BedsideFormView,
  lastUnits: ReadonlyMap<string, string>,
): Entries {
  return Object.fromEntries(
    form.fields.map((field) => [
      field.key,
      { field: field.key, text: '', unit: unitFor(field, lastUnits), confirmed: false },
    ]),
  );
}

/** Another value or another unit is another thing to be confirmed. */
export function changed(entry: EntryRequest, change: Partial<EntryRequest>): EntryRequest {
  const next = { ...entry, ...change };
  const isSame = next.text === entry.text && next.unit === entry.unit;
  return isSame ? next : { ...next, confirmed: false };
}

function unitFor(
  { key, units, first_unit }: BedsideFieldView,
  last: ReadonlyMap<string, string>,
): string {
  const used = last.get(key);
  const known = units.some((unit) => unit.key === used);
  return known && used !== undefined ? used : first_unit;
}
