/** The licences of what the app is made of, as `make licences` has listed them in `ui/licences/licences.json`. */

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

interface LicenceList {
  components: { name: string; version: string; licence: string; texts: string[] }[];
  /** By the ids that components give. */
  texts: Record<string, string>;
}

/** Read only when somebody looks at it: it is as large as the rest of the page. */
const LISTS = import.meta.glob<LicenceList>('../../../licences/licences.json', {
  import: 'default',
});

export async function licences(): Promise<LicenceGroup[]> {
  const [read] = Object.values(LISTS);
  return read ? grouped(whole(await read())) : [];
}

function whole({ components, texts }: LicenceList): Licence[] {
  return components.map(({ name, version, licence, texts: ids }) => ({
    name,
    version,
    licence,
    text: ids.map((id) => texts[id] ?? '').join('\n\n'),
  }));
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
