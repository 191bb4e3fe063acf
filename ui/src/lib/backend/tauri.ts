/** The backend that is the app. The only file that knows of Tauri beside the generated bindings. */

import { Channel } from '@tauri-apps/api/core';

import { BackendError, type Backend } from './backend';
import { commands, type ErrorView } from './bindings';

/** What the generated commands resolve with; they give the type no name. */
type Result<T, E> = { status: 'ok'; data: T } | { status: 'error'; error: E };

export class TauriBackend implements Backend {
  startState: Backend['startState'] = () => data(commands.startState());

  createStore: Backend['createStore'] = (passphrase) => done(commands.createStore(passphrase));

  unlock: Backend['unlock'] = (passphrase) => done(commands.unlock(passphrase));

  setPreferences: Backend['setPreferences'] = (preferences) =>
    done(commands.setPreferences(preferences));

  model: Backend['model'] = () => data(commands.model());

  watchEngine: Backend['watchEngine'] = (onChange) => done(commands.watchEngine(channel(onChange)));

  conversations: Backend['conversations'] = () => data(commands.conversations());

  openConversation: Backend['openConversation'] = (id) => data(commands.openConversation(id));

  renameConversation: Backend['renameConversation'] = (id, title) =>
    data(commands.renameConversation(id, title));

  ask: Backend['ask'] = (conversation, question, language, onEvent) =>
    done(commands.ask(conversation, question, language, channel(onEvent)));

  regenerate: Backend['regenerate'] = (turn, onEvent) =>
    done(commands.regenerate(turn, channel(onEvent)));

  stop: Backend['stop'] = (turn) => done(commands.stop(turn));

  examineDraft: Backend['examineDraft'] = (text, language) =>
    data(commands.examineDraft(text, language));

  receivePaste: Backend['receivePaste'] = (text) => data(commands.receivePaste(text));

  recordText: Backend['recordText'] = (turn, answer) => data(commands.recordText(turn, answer));

  bedsideCatalogue: Backend['bedsideCatalogue'] = (language) =>
    data(commands.bedsideCatalogue(language));

  bedsideFind: Backend['bedsideFind'] = (words) => data(commands.bedsideFind(words));

  bedsideForm: Backend['bedsideForm'] = (tool, language) =>
    data(commands.bedsideForm(tool, language));

  bedsideEvaluate: Backend['bedsideEvaluate'] = (tool, language, entries) =>
    data(commands.bedsideEvaluate(tool, language, entries));

  bedsideRanges: Backend['bedsideRanges'] = (language) => data(commands.bedsideRanges(language));

  setBedsideRanges: Backend['setBedsideRanges'] = (language, ranges) =>
    data(commands.setBedsideRanges(language, ranges));

  saveDraft: Backend['saveDraft'] = (conversation, text) =>
    done(commands.saveDraft(conversation, text));

  newDraft: Backend['newDraft'] = () => data(commands.newDraft());
}

function channel<T>(onMessage: (message: T) => void): Channel<T> {
  const made = new Channel<T>();
  made.onmessage = onMessage;
  return made;
}

/** A command's data; its error is thrown as the one type that the window knows. */
async function data<T>(call: Promise<Result<T, ErrorView>>): Promise<T> {
  const result = await call.catch(refused);
  if (result.status === 'error') throw new BackendError(result.error);
  return result.data;
}

async function done(call: Promise<Result<unknown, ErrorView>>): Promise<void> {
  await data(call);
}

/** The bridge itself failed, for example because an argument was too large for it. */
function refused(): never {
  throw new BackendError({ code: 'unexpected', arguments: [] });
}
