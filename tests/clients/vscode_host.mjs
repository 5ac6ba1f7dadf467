// Starts a real VS Code with a home of its own, and Chromium on it; and what the tests need to find their way there.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, processesOf, until } from './support.mjs';

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true, // else "Fix" and "Explain" join every light bulb's menu
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off', // nothing guessed from the text itself
  'editor.accessibilitySupport': 'off',
  'git.enabled': false,
  'files.autoSave': 'off', // in the browser it is on by default, and a save would prove nothing
};

/**
 * install: folder with node_modules/code-server. vsix: the extension. files: {name: text} of the workspace.
 * machineSettings: settings of the machine, which outrank the extension's own choice of a server.
 * Gives {page, workspace, extensions, log(), stop()}; stop() ends everything and says whether the language server
 * had ended by itself once VS Code was told to go.
 */
export async function startVSCode({ install, vsix, files, machineSettings = {}, limit }) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'afterword-vscode-'));
  const folder = (name) => (fs.mkdirSync(path.join(root, name), { recursive: true }), path.join(root, name));
  const write = (name, text) => (folder(path.dirname(name)), fs.writeFileSync(path.join(root, name), text));
  for (const [name, text] of Object.entries(files)) write(`workspace/${name}`, text);
  write('user/User/settings.json', JSON.stringify(SETTINGS));
  write('user/Machine/settings.json', JSON.stringify(machineSettings));
  write('config.yaml', 'auth: none\ncert: false\n');
  const workspace = folder('workspace');
  const extensions = folder('extensions');
  // No gallery: nothing is asked of the net.
  const env = { ...process.env, HOME: folder('home'), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  for (const kind of ['CONFIG', 'DATA', 'CACHE', 'STATE']) env[`XDG_${kind}_HOME`] = folder(`home/${kind}`);
  for (const name of Object.keys(env)) if (/^(VSCODE|ELECTRON)_/.test(name)) delete env[name];
  const program = [
    path.join(install, 'node_modules/code-server/out/node/entry.js'),
    '--config', path.join(root, 'config.yaml'),
    '--user-data-dir', path.join(root, 'user'),
    '--extensions-dir', extensions,
  ];

  const installed = spawnSync(process.execPath, [...program, '--install-extension', vsix], { env, encoding: 'utf8' });
  if (installed.status !== 0 || !/successfully installed/.test(installed.stdout)) {
    throw new Error(`the extension did not install: ${installed.stdout}${installed.stderr}`);
  }

  const port = await freePort();
  const logFile = path.join(root, 'vscode.log');
  const log = () => fs.readFileSync(logFile, 'utf8').slice(-3000);
  const out = fs.openSync(logFile, 'w');
  const flags = ['--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check',
    '--disable-getting-started-override', '--ignore-last-opened'];
  const vscode = spawn(process.execPath, [...program, ...flags], { env, stdio: ['ignore', out, out], detached: true });
  let browser;
  const stop = async (server) => {
    await browser?.close().catch(() => {});
    // Its main process alone first: the rest, our server with it, has to notice.
    vscode.kill('SIGTERM');
    const clean = !server || await until('gone', () => !processesOf(server).length, limit).catch(() => false);
    try {
      process.kill(-vscode.pid, 'SIGTERM');
    } catch { /* all gone */ }
    fs.rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    return clean;
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await until('VS Code serves', () => fetch(`${url}/healthz`).then((r) => r.ok, () => false), 60);
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Nothing beyond this machine is asked.
    await context.route((target) => target.hostname !== '127.0.0.1', (route) => route.abort());
    const page = await context.newPage();
    page.setDefaultTimeout(limit * 1000);
    await page.goto(`${url}/?folder=${encodeURIComponent(workspace)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 120_000 });
    return { page, workspace, extensions, log, stop };
  } catch (error) {
    console.error(log());
    await stop();
    throw error;
  }
}

/** Opens a file of the workspace from the explorer; gives its editor. */
export async function openFile(page, name) {
  await page.mouse.move(0, 0); // a row's hover may cover the next one
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  const editor = page.locator(`.editor-group-container.active .monaco-editor[data-uri$="/${name}"]`).first();
  await editor.locator('.view-line').first().waitFor();
  return editor;
}

/** A menu just opened swallows clicks until the mouse has moved over it. */
export async function clickInMenu(page, item) {
  const { x, y, height } = await item.boundingBox();
  await page.mouse.move(x + 40, y + height / 2, { steps: 5 });
  await page.mouse.move(x + 60, y + height / 2, { steps: 5 });
  await page.mouse.click(x + 60, y + height / 2);
}
