// A language client of the official packages, with what an editor adds to them: texts, what was found in them, settings.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { processesOf, until } from '../support.mjs';

/** How long a text is in the units of each position encoding. */
const UNITS = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

/** What this client can do, as an editor announces it. `but` is laid over it, by member. */
export function capabilities(but = {}) {
  const own = {
    general: { positionEncodings: ['utf-16'] },
    workspace: {
      applyEdit: true,
      configuration: false,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true },
      executeCommand: {},
      didChangeConfiguration: {},
    },
    textDocument: {
      synchronization: { didSave: true },
      publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
      completion: {
        contextSupport: true,
        completionItem: { documentationFormat: ['markdown'], resolveSupport: { properties: ['documentation'] } },
      },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      rename: { prepareSupport: true },
    },
  };
  const lay = (below, above) => {
    for (const [key, value] of Object.entries(above)) {
      const deeper = value && typeof value === 'object' && !Array.isArray(value) && below[key];
      below[key] = deeper ? lay(below[key], value) : value;
    }
    return below;
  };
  return lay(own, but);
}

/** A folder of its own for one run: a copy of the program, so that its processes are told from any other's, and a home. */
export class Workplace {
  constructor(program, trace) {
    this.root = fs.mkdtempSync(path.join(os.tmpdir(), 'afterword-protocol-'));
    this.program = this.file('bin/afterword');
    if (trace) {
      process.env.AFTERWORD_RECORD_SERVER = program;
      process.env.AFTERWORD_RECORD_TRACE = trace;
      program = path.join(import.meta.dirname, '../record.py');
    }
    if (fs.existsSync(program)) fs.copyFileSync(program, this.program);
    this.env = { ...process.env, HOME: this.folder('home'), XDG_STATE_HOME: this.folder('home/state') };
  }

  /** The path of a file or a folder here; the folders above it are made. */
  file(name) {
    const made = path.join(this.root, name);
    fs.mkdirSync(path.dirname(made), { recursive: true });
    return made;
  }

  folder(name) {
    const made = path.join(this.root, name);
    fs.mkdirSync(made, { recursive: true });
    return made;
  }

  write(name, text) {
    fs.writeFileSync(this.file(name), text);
  }

  servers() {
    return processesOf(this.program);
  }

  remove() {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** One conversation with one server. */
export class Client {
  #documents = new Map(); // by URI
  #published = new Map(); // the newest diagnostics by URI, with their version

  /** encoding: what the server will choose of what is announced. limit: seconds that any wait may take. */
  constructor(workplace, { limit, encoding = 'utf-16', settings = {} }) {
    Object.assign(this, { workplace, limit, encoding, settings, unexpected: [], log: [], registered: [], applied: [] });
  }

  /** Starts the program with `args` and talks to it over `transport`: what gives [reader, writer] once it runs. */
  async start(args = ['lsp', '--stdio'], transport = null) {
    this.process = spawn(this.workplace.program, args, { env: this.workplace.env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve, reject) => {
      this.process.on('exit', resolve);
      this.process.on('error', reject);
    });
    this.ended.catch(() => {});
    await new Promise((resolve, reject) => this.process.once('spawn', resolve).once('error', reject));
    const [reader, writer] = transport ? await Promise.race([transport(), this.#endedEarly()]) :
      [new lsp.StreamMessageReader(this.process.stdout), new lsp.StreamMessageWriter(this.process.stdin)];
    this.connection = lsp.createProtocolConnection(reader, writer);
    this.#listen();
    this.connection.listen();
    return this;
  }

  async #endedEarly() {
    throw new Error(`the server has ended at once: ${await this.ended}`);
  }

  #listen() {
    const { connection } = this;
    connection.onError(([error]) => this.unexpected.push(String(error)));
    connection.onUnhandledNotification((message) => this.unexpected.push(message.method));
    connection.onRequest((method) => {
      this.unexpected.push(method);
      return new lsp.ResponseError(lsp.ErrorCodes.MethodNotFound, method);
    });
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (found) => this.#published.set(found.uri, found));
    connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => this.log.push(message));
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map((item) => this.settings[item.section] ?? null));
    connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => void this.registered.push(...registrations));
    connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, async ({ label, edit }) => {
      this.applied.push(label);
      await this.apply(edit);
      return { applied: true };
    });
  }

  /** folders: names of folders of the workplace; the rest is the request's. */
  async initialize({ folders = ['.'], ...params } = {}) {
    const workspaceFolders = folders.map((name) => this.folder(name));
    this.result = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid, rootUri: workspaceFolders[0]?.uri ?? null, workspaceFolders,
      capabilities: capabilities(), ...params,
    });
    this.server = this.result.capabilities;
    await this.connection.sendNotification(lsp.InitializedNotification.type, {});
    return this;
  }

  folder(name) {
    return { uri: pathToFileURL(this.workplace.folder(name)).href.replace(/\/$/, ''), name };
  }

  request(type, params) {
    return this.connection.sendRequest(type, params);
  }

  /** Opens a text; `name` is a path in the workplace, where nothing needs to lie. Gives its URI. */
  async open(name, languageId, text) {
    const uri = pathToFileURL(this.workplace.file(name)).href;
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type,
      { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  text(uri) {
    return this.#documents.get(uri).getText();
  }

  /** Where `offset` (UTF-16 units of the text) stands in the encoding agreed upon. */
  position(uri, offset) {
    const document = this.#documents.get(uri);
    const { line } = document.positionAt(offset);
    const before = document.getText().slice(document.offsetAt({ line, character: 0 }), offset);
    return { line, character: UNITS[this.encoding](before) };
  }

  /** Where the first of `part` begins, `after` UTF-16 units further on. */
  place(uri, part, after = 0) {
    const at = this.text(uri).indexOf(part);
    if (at < 0) throw new Error(`not in the text: ${part}`);
    return this.position(uri, at + after);
  }

  offset(uri, { line, character }) {
    const document = this.#documents.get(uri);
    const begin = document.offsetAt({ line, character: 0 });
    const rest = document.getText().slice(begin);
    let at = 0;
    for (const point of rest) {
      if (UNITS[this.encoding](rest.slice(0, at)) >= character) break;
      at += point.length;
    }
    return begin + at;
  }

  /** The part of the text that a range covers. */
  covered(uri, { start, end }) {
    return this.text(uri).slice(this.offset(uri, start), this.offset(uri, end));
  }

  /** Edits as an editor carries them out: here first, then told as one change, the last in the text first. */
  async edit(uri, edits) {
    const before = this.#documents.get(uri);
    const here = ({ start, end }) => (
      { start: before.positionAt(this.offset(uri, start)), end: before.positionAt(this.offset(uri, end)) });
    const text = TextDocument.applyEdits(before, edits.map(({ range, newText }) => ({ range: here(range), newText })));
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText })).reverse()
      .sort((a, b) => this.offset(uri, b.range.start) - this.offset(uri, a.range.start));
    const version = before.version + 1;
    this.#documents.set(uri, TextDocument.create(uri, before.languageId, version, text));
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
      { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the first of `part`. */
  replace(uri, part, newText) {
    const range = { start: this.place(uri, part), end: this.place(uri, part, part.length) };
    return this.edit(uri, [{ range, newText }]);
  }

  /** A WorkspaceEdit of open documents, in the version that the server knows. */
  async apply({ changes, documentChanges }) {
    if (changes && documentChanges) throw new Error('an edit in two forms');
    const parts = documentChanges ??
      Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
    for (const { textDocument: { uri, version }, edits } of parts) {
      const known = this.#documents.get(uri);
      if (!known) throw new Error(`an edit of a text that is not open: ${uri}`);
      if (version !== null && version !== known.version) throw new Error(`an edit of version ${version}`);
      await this.edit(uri, edits);
    }
  }

  /** Waits for the findings on the newest version that fulfil `holds`; gives them. */
  found(uri, what, holds) {
    return until(what, () => {
      const newest = this.#published.get(uri);
      return newest?.version === this.#documents.get(uri).version && holds(newest.diagnostics) && newest.diagnostics;
    }, this.limit);
  }

  async finding(uri, rule) {
    const found = await this.found(uri, `${rule} is found`, (all) => all.some(({ code }) => code === rule));
    return found.find(({ code }) => code === rule);
  }

  async without(uri, rule) {
    await this.found(uri, `no ${rule} any more`, (all) => !all.some(({ code }) => code === rule));
    return true;
  }

  /** Code actions at the first of `part`. */
  actions(uri, part, only) {
    return this.request(lsp.CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: this.place(uri, part), end: this.place(uri, part, part.length) },
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  /** What is offered at the end of the text, asked for by hand. */
  async completions(uri) {
    const { items } = await this.request(lsp.CompletionRequest.type, {
      textDocument: { uri },
      position: this.position(uri, this.text(uri).length),
      context: { triggerKind: lsp.CompletionTriggerKind.Invoked },
    });
    return items;
  }

  /** Ends the session as the specification has it; gives the exit code. */
  async stop() {
    await this.request(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    const code = await this.exitCode();
    this.connection.dispose();
    return code;
  }

  exitCode() {
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`the server has not ended within ${this.limit} s`)), this.limit * 1000).unref();
    });
    return Promise.race([this.ended, late]);
  }
}
