/** Dragging a conversation onto a folder. Its title does not go with it: the drop may land in another program. */

import type { Attachment } from 'svelte/attachments';

import type { ConversationList } from '$lib/state/conversation-list.svelte';

const TYPE = 'application/x-sanad-conversation';

export function draggable(list: ConversationList, id: string): Attachment<HTMLElement> {
  return (row) => {
    row.draggable = true;
    const onStart = (event: DragEvent): void => {
      list.dragged = id;
      event.dataTransfer?.setData(TYPE, '');
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    };
    const onEnd = (): void => {
      list.dragged = '';
    };
    row.addEventListener('dragstart', onStart);
    row.addEventListener('dragend', onEnd);
    return () => {
      row.removeEventListener('dragstart', onStart);
      row.removeEventListener('dragend', onEnd);
    };
  };
}

/** Takes what is dropped, and shows with the class `target` that it would. */
export function takesDrops(
  list: ConversationList,
  take: (id: string) => void,
): Attachment<HTMLElement> {
  return (place) => {
    const mark = (isTarget: boolean): void => void place.classList.toggle('target', isTarget);
    const onOver = (event: DragEvent): void => {
      if (list.dragged === '') return;
      event.preventDefault();
      mark(true);
    };
    const onLeave = (): void => mark(false);
    const onDrop = (event: DragEvent): void => {
      mark(false);
      if (list.dragged === '') return;
      event.preventDefault();
      take(list.dragged);
      list.dragged = '';
    };
    place.addEventListener('dragover', onOver);
    place.addEventListener('dragleave', onLeave);
    place.addEventListener('drop', onDrop);
    return () => {
      place.removeEventListener('dragover', onOver);
      place.removeEventListener('dragleave', onLeave);
      place.removeEventListener('drop', onDrop);
    };
  };
}
