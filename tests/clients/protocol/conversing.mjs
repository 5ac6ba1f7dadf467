// Scenes of protocol_client.mjs: commands, settings, folders, and what else keeps a conversation going.
import { spawnSync } from 'node:child_process';
import * as lsp from 'vscode-languageserver-protocol/node';
import { freePort, until } from '../support.mjs';
import { Client } from './client.mjs';
import { BARE, LETTER, MAIL, check, limit, place, refused, session, traced } from './session.mjs';

const MUST_RENAME = true; // a server that can't rename fails
const MUST_CONNECT = false; // true: so does one that has no --pipe and no --socket

const execute = (client, command, ...args) =>
  client.request(lsp.ExecuteCommandRequest.type, { command: `afterword.${command}`, arguments: args });

export async function commands() {
  await session({}, async (client) => {
    const uri = await client.open('bare.note.md', 'markdown', BARE);
    await client.finding(uri, 'thanks-missing');
    await execute(client, 'insertMissing', uri);
    await until('the edit', () => client.text(uri) !== BARE, limit);
    check(client.applied.length === 1 && /missing parts/.test(client.applied[0]), `insertMissing: ${client.applied}`);
    check(client.text(uri).includes(BARE.split('---\n\n')[1].trimEnd()) && await client.without(uri, 'thanks-missing') &&
      await client.without(uri, 'sign-off-missing'), 'the parts are there, and so is what was');
    check(await refused(lsp.LSPErrorCodes.RequestFailed, execute(client, 'insertMissing', uri)), 'a second time none is missing');
    check(await refused(lsp.ErrorCodes.InvalidParams, execute(client, 'noSuchThing', uri)) &&
      await refused(lsp.ErrorCodes.InvalidParams, execute(client, 'insertMissing', `${uri}.other`)) &&
      await refused(lsp.ErrorCodes.InvalidParams, execute(client, 'ignoreRule', uri, 'no-such-rule')),
    'commands, texts and rules that are not there are refused');
  });
  await session({ with: { workspace: { applyEdit: false } } }, async (client) => {
    const uri = await client.open('bare.note.md', 'markdown', BARE);
    check(await refused(lsp.LSPErrorCodes.RequestFailed, execute(client, 'insertMissing', uri)),
      'no edit is sent to a client that takes none');
  });
  await session({}, async (client) => {
    const uri = await client.open('draft.eml', 'mail', MAIL);
    await client.finding(uri, 'greeting-generic');
    await execute(client, 'ignoreRule', uri, 'greeting-generic');
    check(await client.without(uri, 'greeting-generic') && client.text(uri) === MAIL,
      'ignoreRule silences a rule, and writes nothing into a mail');
  });
  await session({}, async (client) => {
    const uri = await client.open('draft.eml', 'mail', MAIL);
    check(await client.without(uri, 'greeting-generic'), 'another server remembers it');
  });
}

const severity = (client, uri, wanted, what) =>
  client.found(uri, what, (all) => all.some(({ code, severity: is }) => code === 'greeting-generic' && is === wanted))
    .then(() => check(true, what));

export async function configuration() {
  const told = (client, settings) =>
    client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings });
  await session({ initialize: { initializationOptions: { rules: { 'greeting-generic': 'hint' } } } }, async (client) => {
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    await severity(client, uri, 4, 'settings at the start');
    await told(client, { afterword: { rules: { 'greeting-generic': 'error' } } });
    await severity(client, uri, 1, 'settings that are sent');
    await told(client, { afterword: { rules: { 'no-such-rule': 'off' } } });
    await until('a word about it', () => client.log.some((line) => line.includes('no-such-rule')), limit);
    check(true, 'a slip in them is told');
  });
  const settings = { afterword: { rules: { 'greeting-generic': 'information' } } };
  const asks = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
  await session({ with: asks, settings }, async (client) => {
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    await severity(client, uri, 3, 'settings that are asked for');
    check(client.registered.some(({ method }) => method === 'workspace/didChangeConfiguration'), 'changes are to be told');
    client.settings.afterword = null;
    await told(client, null);
    await severity(client, uri, 2, 'and none');
  });
}

/** A project's file counts as far as the folders that are open. */
export async function folders() {
  place.write('other/.afterword.yaml', 'rules:\n  greeting-generic: error\n');
  await session({ initialize: { folders: ['own'] } }, async (client) => {
    const uri = await client.open('other/deep/letter.note.md', 'markdown', LETTER);
    const other = client.folder('other');
    const changed = (added, removed) =>
      client.connection.sendNotification(lsp.DidChangeWorkspaceFoldersNotification.type, { event: { added, removed } });
    check(client.server.workspace.workspaceFolders.supported, 'folders may come and go');
    await severity(client, uri, 2, 'a project outside the folders does not count');
    await changed([other], []);
    await severity(client, uri, 1, 'it does when its folder is added');
    await changed([], [other]);
    await severity(client, uri, 2, 'and no longer when it is taken away');
  });
}

export async function trace() {
  await session({ initialize: { trace: 'messages' } }, async (client) => {
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    for (const value of ['verbose', 'messages', 'off']) {
      await client.connection.sendNotification(lsp.SetTraceNotification.type, { value });
      const answer = await client.request(lsp.HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 0 } });
      check(answer === null, `$/setTrace ${value}: the session goes on`);
    }
  });
}

/** While a long text is judged, a request and its end arrive behind it: it is not worked on. */
export async function cancel() {
  await session({}, async (client) => {
    const long = LETTER + '\nWe spoke of the replay tool for an hour, and it was a good one.\n'.repeat(8000);
    const uri = await client.open('long.note.md', 'markdown', long);
    let cancelled = 0;
    await until('a cancelled request', async () => {
      const source = new lsp.CancellationTokenSource();
      await client.replace(uri, 'for an hour', 'for an hour');
      const asked = client.connection.sendRequest(lsp.HoverRequest.type,
        { textDocument: { uri }, position: { line: 0, character: 0 } }, source.token);
      source.cancel();
      return refused(lsp.LSPErrorCodes.RequestCancelled, asked).then((yes) => yes && ++cancelled);
    }, limit);
    check(cancelled === 1, 'a request that is cancelled in time is answered so');
    for (const id of [0, 'never']) await client.connection.sendNotification('$/cancelRequest', { id });
    check(await client.finding(uri, 'greeting-generic'), 'cancelling what is over, or never was, does nothing');
  });
}

export async function rename() {
  await session({}, async (client) => {
    const { renameProvider } = client.server;
    if (!renameProvider && !MUST_RENAME) return;
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    const at = { textDocument: { uri }, position: client.place(uri, 'Initech.', 3) };
    const prepared = await client.request(lsp.PrepareRenameRequest.type, at);
    check(renameProvider.prepareProvider && client.covered(uri, prepared.range ?? prepared) === 'Initech',
      'the company in the letter can be renamed');
    const word = { textDocument: { uri }, position: client.place(uri, 'walking', 2) };
    check(await client.request(lsp.PrepareRenameRequest.type, word).catch(() => null) === null, 'a word cannot');
    await client.apply(await client.request(lsp.RenameRequest.type, { ...at, newName: 'Gannet' }));
    check(client.text(uri) === LETTER.replaceAll('Initech', 'Gannet'), 'it is renamed in the letter and in its facts');
  });
}

export async function life() {
  const client = await new Client(place, { limit }).start();
  const hovered = () => client.request(lsp.HoverRequest.type, { textDocument: { uri: 'file:///a' }, position: { line: 0, character: 0 } });
  check(await refused(lsp.ErrorCodes.ServerNotInitialized, hovered()), 'nothing is answered before initialize');
  await client.initialize();
  check(await refused(lsp.ErrorCodes.InvalidRequest, client.initialize()), 'initialize comes once');
  check(await refused(lsp.ErrorCodes.MethodNotFound, client.request('afterword/noSuchMethod', {})), 'unknown requests are refused');
  await client.request(lsp.ShutdownRequest.type);
  check(await refused(lsp.ErrorCodes.InvalidRequest, hovered()), 'nothing is answered after shutdown');
  await client.connection.sendNotification(lsp.ExitNotification.type);
  check(await client.exitCode() === 0, 'exit after shutdown: 0');
}

/** The ways in which this client's own packages start a server. */
export async function transports() {
  if (traced) return; // the recorder hears standard input and output only
  const known = spawnSync(place.program, ['help', 'lsp'], { encoding: 'utf8' }).stdout?.includes('--pipe');
  if (!known && !MUST_CONNECT) return;
  const pipe = lsp.generateRandomPipeName();
  const port = await freePort();
  const ways = [
    [`--pipe=${pipe}`, await lsp.createClientPipeTransport(pipe)],
    [`--socket=${port}`, await lsp.createClientSocketTransport(port)],
  ];
  for (const [argument, transport] of ways) {
    const client = await new Client(place, { limit }).start(['lsp', argument], () => transport.onConnected());
    await client.initialize();
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    check(await client.finding(uri, 'greeting-generic') && await client.stop() === 0, `over ${argument.split('=')[0]}`);
  }
}
