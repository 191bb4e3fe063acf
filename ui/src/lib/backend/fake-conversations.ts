/** The fake backend's conversations, their folders, branches and drafts, and the search over them. */

import {
  type ConversationPageView,
  type ConversationView,
  type EditView,
  type FolderView,
  type ModelChoiceView,
  NEW_CONVERSATION,
  type SearchPageView,
  type SearchRequestView,
  type ShelfView,
  type TranscriptView,
  type TurnView,
} from './backend';
import type { FakeContent } from './fake-content';
import { searched } from './fake-search';
import { FakeModels } from './fake-models';
import { FakeStore } from './fake-store';
import { titled } from './fake-views';

export abstract class FakeConversations extends FakeModels {
  /** By conversation. */
  readonly drafts = new Map<string, string>();
  /** By conversation. */
  readonly edits = new Map<string, EditView>();

  protected readonly store: FakeStore;

  protected constructor(protected override readonly content: FakeContent) {
    super(content);
    const { conversations, folders } = content;
    this.store = new FakeStore(conversations, folders);
    for (const { conversation, draft, edit } of conversations) {
      this.drafts.set(conversation.id, draft);
      if (edit) this.edits.set(conversation.id, edit);
    }
    this.drafts.set(NEW_CONVERSATION, content.newDraft);
  }

  async listConversations(
    shelf: ShelfView,
    folder: string,
    after: string,
  ): Promise<ConversationPageView> {
    await this.step('listConversations', shelf, folder, after);
    return this.store.page(shelf, folder, after);
  }

  async openConversation(id: string): Promise<TranscriptView> {
    await this.step('openConversation', id);
    return this.#withDraft(this.store.transcript(id));
  }

  async renameConversation(id: string, title: string): Promise<ConversationView> {
    await this.step('renameConversation', id, title);
    return this.store.change(id, titled(this.store.row(id), title));
  }

  async pinConversation(id: string, pinned: boolean): Promise<ConversationView> {
    await this.step('pinConversation', id, pinned);
    return this.store.change(id, { pinned });
  }

  async archiveConversation(id: string, archived: boolean): Promise<ConversationView> {
    await this.step('archiveConversation', id, archived);
    return this.store.change(id, { archived });
  }

  async moveConversation(id: string, folder: string): Promise<ConversationView> {
    await this.step('moveConversation', id, folder);
    return this.store.change(id, { folder });
  }

  async deleteConversation(id: string): Promise<ConversationView> {
    await this.step('deleteConversation', id);
    return this.store.change(id, { binned: true });
  }

  async undeleteConversation(id: string): Promise<ConversationView> {
    await this.step('undeleteConversation', id);
    return this.store.change(id, { binned: false });
  }

  async eraseConversation(id: string): Promise<void> {
    await this.step('eraseConversation', id);
    this.store.erase(id);
  }

  async setConversationPersona(id: string, persona: string): Promise<ConversationView> {
    await this.step('setConversationPersona', id, persona);
    return this.store.change(id, { persona });
  }

  async setConversationLanguage(id: string, language: string): Promise<ConversationView> {
    await this.step('setConversationLanguage', id, language);
    return this.store.change(id, { language });
  }

  async setConversationModel(id: string, model: string): Promise<ConversationView> {
    await this.step('setConversationModel', id, model);
    return this.store.change(id, { model });
  }

  async installedModels(): Promise<ModelChoiceView[]> {
    await this.step('installedModels');
    return this.content.installedModels;
  }

  async folders(): Promise<FolderView[]> {
    await this.step('folders');
    return this.store.folders;
  }

  async makeFolder(name: string): Promise<FolderView> {
    await this.step('makeFolder', name);
    return this.store.makeFolder(name);
  }

  async renameFolder(id: string, name: string): Promise<FolderView> {
    await this.step('renameFolder', id, name);
    return this.store.renameFolder(id, name);
  }

  async removeFolder(id: string): Promise<void> {
    await this.step('removeFolder', id);
    this.store.removeFolder(id);
  }

  async turns(conversation: string, from: number, to: number): Promise<TurnView[]> {
    await this.step('turns', conversation, from, to);
    return this.store.branch(conversation).slice(Math.max(from, 0), to);
  }

  async revealTurn(turn: string, answer: string): Promise<TranscriptView> {
    await this.step('revealTurn', turn, answer);
    return this.#withDraft(this.store.reveal(turn, answer));
  }

  async chooseTurn(turn: string): Promise<TranscriptView> {
    await this.step('chooseTurn', turn);
    return this.#withDraft(this.store.reveal(turn, ''));
  }

  async chooseAnswer(answer: string): Promise<TranscriptView> {
    await this.step('chooseAnswer', answer);
    return this.#withDraft(this.store.reveal(this.store.chooseAnswer(answer).id, answer));
  }

  async forkConversation(turn: string): Promise<ConversationView> {
    await this.step('forkConversation', turn);
    return this.store.fork(turn, this.content.now());
  }

  async search(request: SearchRequestView): Promise<SearchPageView> {
    await this.step('search', request);
    return searched(this.store, request);
  }

  async saveDraft(conversation: string, text: string): Promise<void> {
    await this.step('saveDraft', conversation, text);
    this.drafts.set(conversation, text);
  }

  async saveEdit(turn: string, text: string): Promise<void> {
    await this.step('saveEdit', turn, text);
    const { conversation } = this.store.turn(turn);
    if (text === '') this.endEdit(conversation, turn);
    else this.edits.set(conversation, { turn, text });
  }

  async newDraft(): Promise<string> {
    await this.step('newDraft');
    return this.drafts.get(NEW_CONVERSATION) ?? '';
  }

  protected endEdit(conversation: string, turn: string): void {
    if (this.edits.get(conversation)?.turn === turn) this.edits.delete(conversation);
  }

  #withDraft(transcript: TranscriptView): TranscriptView {
    const { id } = transcript.conversation;
    return {
      ...transcript,
      draft: this.drafts.get(id) ?? '',
      edit: this.edits.get(id) ?? null,
    };
  }
}
