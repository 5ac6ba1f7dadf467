// Starts the server and passes the settings on. Whatever afterword does for a note, the server does.
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { DocumentSelector, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

const SECTION = 'afterword';

// A new letter is worth help before it has a name, hence untitled documents; the two YAML files go by name, since
// other YAML is none of our business.
const DOCUMENTS: DocumentSelector = [
  ...['markdown', 'plaintext', 'mail'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: '**/interview.yaml' },
  { scheme: 'file', pattern: '**/.afterword.yaml' },
];

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
// Starts and stops queue up here: two at once would leave a server without a client.
let turn: Promise<void> = Promise.resolve();

/** The user's own program, else the one in the extension, else (a source tree) whatever $PATH has. */
function serverCommand(context: vscode.ExtensionContext): string {
  const chosen = vscode.workspace.getConfiguration(SECTION).get<string | null>('server.path');
  if (chosen) return chosen;
  const carried = context.asAbsolutePath('server/afterword');
  return existsSync(carried) ? carried : 'afterword';
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  // A server that has died or never came up cannot be asked to leave; dispose() cleans up after it all the same.
  await old?.dispose().catch((error: unknown) => output.warn(`stopping: ${String(error)}`));
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  await stop();
  const command = serverCommand(context);
  const server: ServerOptions = { command, args: ['lsp'], transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    synchronize: { configurationSection: SECTION },
  };
  client = new LanguageClient(SECTION, 'afterword', server, options);
  // The client itself shows that it failed; the log adds what can be done about it.
  await client.start().catch((error: unknown) => {
    output.error(`${command} did not start: ${String(error)}. The setting "afterword.server.path" can name another.`);
  });
}

function restart(context: vscode.ExtensionContext): Promise<void> {
  turn = turn.then(() => start(context));
  return turn;
}

export function activate(context: vscode.ExtensionContext): void {
  output = vscode.window.createOutputChannel('afterword', { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('afterword.restart', () => restart(context)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.server.path`)) void restart(context);
    }),
  );
  void restart(context);
}

export function deactivate(): Promise<void> {
  return turn.then(stop);
}
