/** What the menu of a conversation and the menu of a folder offer. */

import type { ConversationView } from '$lib/backend/backend';
import type { Action } from '$lib/controls/actions';
import type { L10n } from '$lib/l10n/l10n.svelte';
import type { Deeds } from '$lib/state/deeds.svelte';

/** A dialog about a conversation. */
export type Matter = 'move' | 'about' | 'erase';

interface Does {
  deeds: Deeds;
  rename: () => void;
  ask: (matter: Matter) => void;
  exportIt: () => void;
  draw: () => void;
}

export function conversationActions(
  row: ConversationView,
  l10n: L10n,
  { deeds, rename, ask, exportIt, draw }: Does,
): Action[] {
  const { id, pinned, archived } = row;
  const say = l10n.text;
  if (row.binned) {
    return [
      {
        testid: 'undelete',
        icon: 'undo',
        name: say('undelete'),
        act: () => void deeds.undelete(id),
      },
      { testid: 'erase', icon: 'bin', name: say('erase'), act: () => ask('erase') },
    ];
  }
  return [
    { testid: 'rename', icon: 'pencil', name: say('rename'), key: 'F2', act: rename },
    {
      testid: 'pin',
      icon: 'pin',
      name: say(pinned ? 'unpin' : 'pin'),
      act: () => void deeds.pin(id, !pinned),
    },
    { testid: 'move', icon: 'folder', name: say('move'), act: () => ask('move') },
    { testid: 'about', icon: 'about', name: say('about'), act: () => ask('about') },
    { testid: 'own-figures-open', icon: 'settings', name: say('own-figures-open'), act: draw },
    { testid: 'export', icon: 'record', name: say('export-open'), act: exportIt },
    {
      testid: 'archive',
      icon: 'archive',
      name: say(archived ? 'unarchive' : 'archive'),
      act: () => void deeds.archive(id, !archived),
    },
    {
      testid: 'delete',
      icon: 'bin',
      name: say('delete'),
      key: 'Delete',
      act: () => void deeds.delete(id),
    },
  ];
}

export function folderActions(l10n: L10n, rename: () => void, remove: () => void): Action[] {
  return [
    {
      testid: 'rename-folder',
      icon: 'pencil',
      name: l10n.text('rename-folder'),
      key: 'F2',
      act: rename,
    },
    { testid: 'remove-folder', icon: 'close', name: l10n.text('remove-folder'), act: remove },
  ];
}
