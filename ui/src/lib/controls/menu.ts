/** What a menu offers. One thing of each group is chosen at any time. */

export interface MenuGroup {
  /** Also names the group for a screen reader. */
  name: string;
  /** Said below the name; empty for nothing. */
  hint?: string;
  items: MenuItem[];
}

export interface MenuItem {
  testid: string;
  name: string;
  /** Where the name is not of the window's language. */
  lang?: string;
  /** Said below or beside the name; empty for nothing. */
  detail?: string;
  isChosen: boolean;
  choose: () => void;
}

/** Where a key of the menu leads to, as an index of its items; undefined for keys that lead nowhere. */
export function steppedTo(key: string, present: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (present + 1) % count;
    case 'ArrowUp':
      return (present - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
