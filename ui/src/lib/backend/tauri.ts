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

  listConversations: Backend['listConversations'] = (shelf, folder, after) =>
    data(commands.listConversations(shelf, folder, after));

  renameConversation: Backend['renameConversation'] = (id, title) =>
    data(commands.renameConversation(id, title));

  pinConversation: Backend['pinConversation'] = (id, pinned) =>
    data(commands.pinConversation(id, pinned));

  archiveConversation: Backend['archiveConversation'] = (id, archived) =>
    data(commands.archiveConversation(id, archived));

  moveConversation: Backend['moveConversation'] = (id, folder) =>
    data(commands.moveConversation(id, folder));

  deleteConversation: Backend['deleteConversation'] = (id) => data(commands.deleteConversation(id));

  undeleteConversation: Backend['undeleteConversation'] = (id) =>
    data(commands.undeleteConversation(id));

  eraseConversation: Backend['eraseConversation'] = (id) => done(commands.eraseConversation(id));

  setConversationPersona: Backend['setConversationPersona'] = (id, persona) =>
    data(commands.setConversationPersona(id, persona));

  setConversationLanguage: Backend['setConversationLanguage'] = (id, language) =>
    data(commands.setConversationLanguage(id, language));

  setConversationModel: Backend['setConversationModel'] = (id, model) =>
    data(commands.setConversationModel(id, model));

  installedModels: Backend['installedModels'] = () => data(commands.installedModels());

  folders: Backend['folders'] = () => data(commands.folders());

  makeFolder: Backend['makeFolder'] = (name) => data(commands.makeFolder(name));

  renameFolder: Backend['renameFolder'] = (id, name) => data(commands.renameFolder(id, name));

  removeFolder: Backend['removeFolder'] = (id) => done(commands.removeFolder(id));

  openConversation: Backend['openConversation'] = (id) => data(commands.openConversation(id));

  turns: Backend['turns'] = (conversation, from, to) =>
    data(commands.turns(conversation, from, to));

  revealTurn: Backend['revealTurn'] = (turn, answer) => data(commands.revealTurn(turn, answer));

  chooseTurn: Backend['chooseTurn'] = (turn) => data(commands.chooseTurn(turn));

  chooseAnswer: Backend['chooseAnswer'] = (answer) => data(commands.chooseAnswer(answer));

  forkConversation: Backend['forkConversation'] = (turn) => data(commands.forkConversation(turn));

  search: Backend['search'] = (request) => data(commands.search(request));

  ask: Backend['ask'] = (conversation, question, language, onEvent) =>
    done(commands.ask(conversation, question, language, channel(onEvent)));

  regenerate: Backend['regenerate'] = (turn, onEvent) =>
    done(commands.regenerate(turn, channel(onEvent)));

  editQuestion: Backend['editQuestion'] = (turn, question, language, onEvent) =>
    done(commands.editQuestion(turn, question, language, channel(onEvent)));

  continueAnswer: Backend['continueAnswer'] = (turn, onEvent) =>
    done(commands.continueAnswer(turn, channel(onEvent)));

  askTemporarily: Backend['askTemporarily'] = (question, language, onEvent) =>
    done(commands.askTemporarily(question, language, channel(onEvent)));

  endTemporary: Backend['endTemporary'] = () => done(commands.endTemporary());

  temporaryTurns: Backend['temporaryTurns'] = () => data(commands.temporaryTurns());

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

  bedsideOffers: Backend['bedsideOffers'] = (tool, language, told) =>
    data(commands.bedsideOffers(tool, language, told));

  bedsideRanges: Backend['bedsideRanges'] = (language) => data(commands.bedsideRanges(language));

  setBedsideRanges: Backend['setBedsideRanges'] = (language, ranges) =>
    data(commands.setBedsideRanges(language, ranges));

  saveDraft: Backend['saveDraft'] = (conversation, text) =>
    done(commands.saveDraft(conversation, text));

  saveEdit: Backend['saveEdit'] = (turn, text) => done(commands.saveEdit(turn, text));

  newDraft: Backend['newDraft'] = () => data(commands.newDraft());

  unlockFromKeychain: Backend['unlockFromKeychain'] = () => done(commands.unlockFromKeychain());

  newRecoveryCode: Backend['newRecoveryCode'] = () => data(commands.newRecoveryCode());

  keepRecoveryCode: Backend['keepRecoveryCode'] = (passphrase, typedBack) =>
    done(commands.keepRecoveryCode(passphrase, typedBack));

  recover: Backend['recover'] = (code, newPassphrase) =>
    done(commands.recover(code, newPassphrase));

  changePassphrase: Backend['changePassphrase'] = (present, newPassphrase) =>
    done(commands.changePassphrase(present, newPassphrase));

  changeKey: Backend['changeKey'] = (passphrase) => done(commands.changeKey(passphrase));

  lock: Backend['lock'] = () => done(commands.lock());

  stillHere: Backend['stillHere'] = () => done(commands.stillHere());

  settings: Backend['settings'] = () => data(commands.settings());

  setLockAfter: Backend['setLockAfter'] = (minutes) => data(commands.setLockAfter(minutes));

  setRetention: Backend['setRetention'] = (days) => data(commands.setRetention(days));

  setBackupFolder: Backend['setBackupFolder'] = (path) => data(commands.setBackupFolder(path));

  setKeychain: Backend['setKeychain'] = (on, passphrase) =>
    data(commands.setKeychain(on, passphrase));

  setImprovesTitles: Backend['setImprovesTitles'] = (on) => data(commands.setImprovesTitles(on));
  setKeepsStates: Backend['setKeepsStates'] = (on) => data(commands.setKeepsStates(on));

  answering: Backend['answering'] = () => data(commands.answering());

  setFigure: Backend['setFigure'] = (name, value) => data(commands.setFigure(name, value));

  resetFigures: Backend['resetFigures'] = () => data(commands.resetFigures());

  ownFigures: Backend['ownFigures'] = (conversation) => data(commands.ownFigures(conversation));

  setOwnFigure: Backend['setOwnFigure'] = (conversation, name, value) =>
    data(commands.setOwnFigure(conversation, name, value));

  endOwnFigures: Backend['endOwnFigures'] = (conversation) =>
    data(commands.endOwnFigures(conversation));

  setEngineThreads: Backend['setEngineThreads'] = (threads) =>
    data(commands.setEngineThreads(threads));

  setEngineContext: Backend['setEngineContext'] = (tokens) =>
    data(commands.setEngineContext(tokens));

  restartEngine: Backend['restartEngine'] = () => data(commands.restartEngine());

  textsWith: Backend['textsWith'] = (words, texts) => commands.textsWith(words, texts);

  chooseFolder: Backend['chooseFolder'] = () => data(commands.chooseFolder());

  chooseFile: Backend['chooseFile'] = () => data(commands.chooseFile());

  chooseFileToWrite: Backend['chooseFileToWrite'] = (suggestedName) =>
    data(commands.chooseFileToWrite(suggestedName));

  backups: Backend['backups'] = () => data(commands.backups());

  backUp: Backend['backUp'] = () => data(commands.backUp());

  restoreOffer: Backend['restoreOffer'] = () => data(commands.restoreOffer());

  restore: Backend['restore'] = (path, passphrase) => data(commands.restore(path, passphrase));

  putAside: Backend['putAside'] = () => data(commands.putAside());

  audit: Backend['audit'] = (before) => data(commands.audit(before));

  verifyAudit: Backend['verifyAudit'] = (head) => data(commands.verifyAudit(head));

  verifyStore: Backend['verifyStore'] = () => done(commands.verifyStore());

  exportConversation: Backend['exportConversation'] = (conversation, turns, format, path) =>
    data(commands.exportConversation(conversation, [...turns], format, path));

  exportEverything: Backend['exportEverything'] = (path, passphrase) =>
    data(commands.exportEverything(path, passphrase));

  importFile: Backend['importFile'] = (path, passphrase) =>
    data(commands.importFile(path, passphrase));

  checkOffers: Backend['checkOffers'] = (model) => data(commands.checkOffers(model));

  beginCheck: Backend['beginCheck'] = (model, items) => data(commands.beginCheck(model, items));

  runCheck: Backend['runCheck'] = (id, onEvent) => data(commands.runCheck(id, channel(onEvent)));

  pauseCheck: Backend['pauseCheck'] = () => commands.pauseCheck().catch(refused);

  checks: Backend['checks'] = () => data(commands.checks());

  checkReport: Backend['checkReport'] = (id) => data(commands.checkReport(id));

  checkItems: Backend['checkItems'] = (id) => data(commands.checkItems(id));

  checkStandings: Backend['checkStandings'] = () => data(commands.checkStandings());

  deleteCheck: Backend['deleteCheck'] = (id) => done(commands.deleteCheck(id));

  exportCheck: Backend['exportCheck'] = (id, format, path) =>
    done(commands.exportCheck(id, format, path));

  templates: Backend['templates'] = (language) => data(commands.templates(language));

  templateForm: Backend['templateForm'] = (id, language) =>
    data(commands.templateForm(id, language));

  fillTemplate: Backend['fillTemplate'] = (id, language, entries) =>
    data(commands.fillTemplate(id, language, entries));

  choosePersona: Backend['choosePersona'] = (conversation, template, entries) =>
    data(commands.choosePersona(conversation, template, entries));

  personaOf: Backend['personaOf'] = (conversation) => data(commands.personaOf(conversation));

  templateToEdit: Backend['templateToEdit'] = (id) => data(commands.templateToEdit(id));

  saveTemplate: Backend['saveTemplate'] = (template) => data(commands.saveTemplate(template));

  removeTemplate: Backend['removeTemplate'] = (id) => done(commands.removeTemplate(id));

  exportTemplate: Backend['exportTemplate'] = (id, path) => done(commands.exportTemplate(id, path));

  importTemplate: Backend['importTemplate'] = (path, clash) =>
    data(commands.importTemplate(path, clash));

  models: Backend['models'] = () => data(commands.models());

  modelCatalogue: Backend['modelCatalogue'] = () => data(commands.modelCatalogue());

  addressCode: Backend['addressCode'] = (address) => data(commands.addressCode(address));

  examineImport: Backend['examineImport'] = (path) => data(commands.examineImport(path));

  importModel: Backend['importModel'] = (path, inPlace, onEvent) =>
    data(commands.importModel(path, inPlace, channel(onEvent)));

  confirmModel: Backend['confirmModel'] = (path, onEvent) =>
    data(commands.confirmModel(path, channel(onEvent)));

  prepareModel: Backend['prepareModel'] = (path, onEvent) =>
    data(commands.prepareInstalled(path, channel(onEvent)));

  measureModel: Backend['measureModel'] = (path) => data(commands.measureInstalled(path));

  stopImport: Backend['stopImport'] = () => commands.stopImport().catch(refused);

  removeModel: Backend['removeModel'] = async (path) =>
    (await data(commands.removeModel(path))) ?? 0;

  setDefaultModel: Backend['setDefaultModel'] = (path, language) =>
    done(commands.setDefaultModel(path, language));

  setWatchedFolder: Backend['setWatchedFolder'] = (path) => done(commands.setWatchedFolder(path));

  watchOffers: Backend['watchOffers'] = (onChange) => done(commands.watchOffers(channel(onChange)));

  watchDrops: Backend['watchDrops'] = (onEvent) =>
    commands.watchDrops(channel(onEvent)).catch(refused);

  safeguards: Backend['safeguards'] = () => data(commands.safeguards());

  acknowledgeIntendedUse: Backend['acknowledgeIntendedUse'] = () =>
    done(commands.acknowledgeIntendedUse());

  setSignsRecords: Backend['setSignsRecords'] = (on) => done(commands.setSignsRecords(on));

  signedRecordText: Backend['signedRecordText'] = (turn, answer, signer, minutesAhead) =>
    data(commands.signedRecordText(turn, answer, signer, minutesAhead));

  helpPages: Backend['helpPages'] = (language) => data(commands.helpPages(language));

  findHelp: Backend['findHelp'] = (language, words) => data(commands.findHelp(language, words));

  diagnostics: Backend['diagnostics'] = () => data(commands.diagnostics());

  writeDiagnostics: Backend['writeDiagnostics'] = (path) => done(commands.writeDiagnostics(path));
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
