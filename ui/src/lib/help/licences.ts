/** The licences of what the app is made of, as the build has listed them in `ui/licences.json`. */

export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** What goes under one licence. */
export interface LicenceGroup {
  licence: string;
  members: Licence[];
}

/** Absent from a checkout in which the list was not made; read only when somebody looks at it. */
const LISTS = import.meta.glob<Licence[]>('../../../licences.json', { import: 'default' });

export async function licences(): Promise<LicenceGroup[]> {
  const [read] = Object.values(LISTS);
  return read ? grouped(await read()) : [];
}

/** By licence, those with most members first, each in the order of its names. */
export function grouped(list: readonly Licence[]): LicenceGroup[] {
  const groups = new Map<string, Licence[]>();
  for (const one of list) groups.set(one.licence, [...(groups.get(one.licence) ?? []), one]);
  return [...groups]
    .map(([licence, members]) => ({ licence, members: members.sort(byName) }))
    .sort((a, b) => b.members.length - a.members.length || (a.licence < b.licence ? -1 : 1));
}

function byName(a: Licence, b: Licence): number {
  return a.name < b.name ? -1 : 1;
}
