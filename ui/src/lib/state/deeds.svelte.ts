/** What can be done with a whole conversation or a folder, from its menu, by key or by dragging. */

import type { Backend, ConversationView, ModelChoiceView } from '$lib/backend/backend';

import type { ConversationList } from './conversation-list.svelte';
import { LastDeed } from './deed.svelte';

interface Surroundings {
  /** Runs a step and shows why it failed. */
  attempt: (step: () => Promise<void>) => Promise<void>;
  /** The conversation is about to go. */
  leave: (id: string) => Promise<void>;
}

/** What a conversation can be told of itself. */
export type About = Pick<ConversationView, 'persona' | 'language' | 'model'>;

export class Deeds {
  readonly last = new LastDeed();

  constructor(
    private readonly backend: Backend,
    private readonly list: ConversationList,
    private readonly around: Surroundings,
  ) {}

  rename(id: string, title: string): Promise<void> {
    return this.#change(() => this.backend.renameConversation(id, title));
  }

  pin(id: string, pinned: boolean): Promise<void> {
    return this.#change(() => this.backend.pinConversation(id, pinned));
  }

  async archive(id: string, archived: boolean): Promise<void> {
    await this.around.attempt(async () => {
      this.list.put(await this.backend.archiveConversation(id, archived));
      this.last.say({
        says: archived ? 'archived' : 'unarchived',
        variables: {},
        undo: () => void this.archive(id, !archived),
      });
    });
  }

  move(id: string, folder: string): Promise<void> {
    return this.#change(() => this.backend.moveConversation(id, folder));
  }

  moveToNewFolder(id: string, name: string): Promise<void> {
    return this.#change(async () => {
      const folder = await this.list.makeFolder(name);
      return this.backend.moveConversation(id, folder.id);
    });
  }

  async delete(id: string): Promise<void> {
    await this.around.attempt(async () => {
      await this.around.leave(id);
      this.list.put(await this.backend.deleteConversation(id));
      this.last.say({ says: 'deleted', variables: {}, undo: () => void this.undelete(id) });
    });
  }

  undelete(id: string): Promise<void> {
    return this.#change(() => this.backend.undeleteConversation(id));
  }

  async erase(id: string): Promise<void> {
    await this.around.attempt(async () => {
      await this.around.leave(id);
      await this.backend.eraseConversation(id);
      this.list.drop(id);
      this.last.say({ says: 'erased', variables: {} });
    });
  }

  async tell({ id, ...known }: ConversationView, about: About): Promise<void> {
    await this.around.attempt(async () => {
      const { persona, language, model } = about;
      if (persona !== known.persona)
        this.list.put(await this.backend.setConversationPersona(id, persona));
      if (language !== known.language)
        this.list.put(await this.backend.setConversationLanguage(id, language));
      if (model !== known.model) this.list.put(await this.backend.setConversationModel(id, model));
    });
  }

  /** None where they cannot be had: everything else can still be told. */
  installedModels(): Promise<ModelChoiceView[]> {
    return this.backend.installedModels().catch(() => []);
  }

  makeFolder(name: string): Promise<void> {
    return this.around.attempt(async () => void (await this.list.makeFolder(name)));
  }

  renameFolder(id: string, name: string): Promise<void> {
    return this.around.attempt(() => this.list.renameFolder(id, name));
  }

  removeFolder(id: string): Promise<void> {
    return this.around.attempt(() => this.list.removeFolder(id));
  }

  show(...given: Parameters<ConversationList['show']>): Promise<void> {
    return this.around.attempt(() => this.list.show(...given));
  }

  more(): Promise<void> {
    return this.around.attempt(() => this.list.more());
  }

  #change(step: () => Promise<ConversationView>): Promise<void> {
    return this.around.attempt(async () => this.list.put(await step()));
  }
}
