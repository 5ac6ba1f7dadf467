// A letter in a real VS Code with the packaged extension: what its writer sees, clicks and gets.
//
//   node vscode.mjs --vscode FOLDER --vsix FILE [--server PROGRAM] [--trace PREFIX] [--shots FOLDER] [--limit SECONDS]
//
// FOLDER is what install_vscode.sh made. PROGRAM is set as "afterword.server.path"; without it the server that the
// extension carries is tested. With PREFIX each talk between VS Code and PROGRAM is written to a file whose name begins
// so. Every wait ends as soon as its condition holds, and fails after SECONDS (60).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { anHourAgo, processesOf, until } from './support.mjs';
import { clickInMenu, openFile, startVSCode } from './vscode_host.mjs';

const { values: options } = parseArgs({
  options: {
    vscode: { type: 'string' },
    vsix: { type: 'string' },
    server: { type: 'string' },
    trace: { type: 'string' },
    shots: { type: 'string', default: 'build/shots' },
    limit: { type: 'string', default: '60' },
  },
});
const limit = Number(options.limit);
const shots = path.resolve(options.shots);
fs.mkdirSync(shots, { recursive: true });

let program = options.server && path.resolve(options.server);
if (options.trace) {
  process.env.AFTERWORD_RECORD_SERVER = program;
  process.env.AFTERWORD_RECORD_TRACE = path.resolve(options.trace);
  program = path.join(import.meta.dirname, 'record.py');
}

let passed = 0;
let failed = 0;
const check = (good, what) => {
  console.log(`${good ? 'ok  ' : 'FAIL'} vscode: ${what}`);
  if (good) passed += 1;
  else failed += 1;
};

const GREETING = 'Dear Hiring Manager,';
const BODY = 'Thank you for walking me through the replay tool at Initech.';
const LETTER = `---
kind: interview
to: Dana Wu <dana@initech.example>
from: Sam Ito
company: Initech
interview: ${anHourAgo()}
topics: [the replay tool]
---
${GREETING}

${BODY}
`;
const FACTS = /Dana|Initech|replay tool/;
const BEGUN = LETTER.replace(`${GREETING}\n\n${BODY}\n`, 'Dear Dana,\n\n');

const WHOLE = BEGUN.replace('Dear Dana,\n\n', `Dear Dana,

Thank you for the hour at Initech.

At Holm I kept a replay tool for nine lines, and I want this job because yours is harder. I can send you its log format.
May I call you on Monday about the next round?

Kind regards,
Sam Ito
`);

const files = {
  'letter.note.md': LETTER,
  'begun.note.md': BEGUN,
  'whole.note.md': WHOLE,
  'README.md': `# Letters\n\n${GREETING}\n\n${BODY}\n`,
};
const vscode = await startVSCode({
  install: path.resolve(options.vscode),
  vsix: path.resolve(options.vsix),
  files,
  machineSettings: program ? { 'afterword.server.path': program } : {},
  limit,
});
const { page, workspace } = vscode;
const shot = (name) => page.screenshot({ path: path.join(shots, `vscode-${name}.png`) });
const carried = () => {
  const folder = fs.readdirSync(vscode.extensions).find((name) => name.startsWith('afterword.afterword-'));
  return path.join(vscode.extensions, folder, 'server/afterword');
};
const server = program ?? carried();
const problems = page.locator('.markers-panel .monaco-list-row', { hasText: 'afterword' });
const command = async (title) => {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
};

async function finding() {
  const editor = await openFile(page, 'letter.note.md');
  const squiggle = editor.locator('.squiggly-warning').first();
  await squiggle.waitFor();
  const lens = editor.locator('.codelens-decoration', { hasText: 'interview note' }).first();
  await lens.waitFor(); // which moves the lines
  await shot('1-squiggle');
  const above = (await lens.innerText()).replace(/\s+/g, ' ');
  check(/to Dana Wu, \d+ words.*\d of 9 parts.*\d+ hours? left of 24/.test(above), `a lens tells of the note: ${above}`);
  const box = await squiggle.boundingBox();
  const line = await editor.locator('.view-line', { hasText: 'Hiring' }).boundingBox();
  check(box.y >= line.y - 2 && box.y < line.y + line.height, 'the generic greeting is underlined');

  await page.mouse.move(box.x + box.width / 2, line.y + line.height / 2, { steps: 3 });
  const hover = page.locator('.monaco-hover:visible', { hasText: 'greeting-generic' }).first();
  await hover.waitFor();
  await shot('2-hover');
  check(/Dana|name|person/i.test(await hover.innerText()), 'the hover tells why and names the rule');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+M');
  await problems.first().waitFor();
  await shot('3-problems');
  const rows = (await problems.allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
  check(rows.some((row) => /greeting-generic/.test(row)), `the problems panel lists the rule: ${rows.join(' | ')}`);
}

async function fix() {
  const editor = await openFile(page, 'letter.note.md');
  await editor.locator('.view-line', { hasText: 'Hiring' }).click({ position: { x: 60, y: 8 } });
  const bulb = editor.locator('.lightBulbWidget');
  await bulb.waitFor();
  await bulb.click();
  const item = page.locator('.action-widget .monaco-list-row.action', { hasText: 'Address' }).first();
  await item.waitFor();
  await shot('4-lightbulb');
  check(/Dana Wu/.test(await item.innerText()), 'the light bulb offers to address Dana Wu');
  await clickInMenu(page, item);
  await editor.locator('.view-line', { hasText: 'Dana Wu,' }).waitFor();
  await editor.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  await shot('5-fixed');
  check(true, 'the fix is applied and the underline goes');
  await page.keyboard.press('Control+S');
  const file = path.join(workspace, 'letter.note.md');
  await until('saved', () => fs.readFileSync(file, 'utf8') !== LETTER, limit);
  const saved = fs.readFileSync(file, 'utf8');
  check(saved === LETTER.replace(GREETING, 'Dear Dana Wu,'), 'the file holds the fix and nothing else');
}

async function complete() {
  const editor = await openFile(page, 'letter.note.md');
  await editor.locator('.view-line', { hasText: 'Thank you' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  const items = page.locator('.suggest-widget.visible .monaco-list-row');
  await items.first().waitFor();
  await page.waitForTimeout(500); // the list takes no Enter for a moment after it has opened
  await shot('6-phrases');
  const titles = (await items.allInnerTexts()).map((title) => title.replace(/\s+/g, ' '));
  const wanted = titles.findIndex((title) => FACTS.test(title));
  check(wanted >= 0, `a phrase is filled from the facts: ${titles.join(' | ')}`);
  for (let i = 0; i < wanted; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape'); // leaves the slots
  await page.keyboard.press('Control+S');
  const file = path.join(workspace, 'letter.note.md');
  const added = await until('saved', () => fs.readFileSync(file, 'utf8').split(`${BODY}\n`)[1]?.trim(), limit);
  await shot('7-completed');
  check(FACTS.test(added), `the phrase is in the letter: ${added}`);
}

/** Ghost text on the empty line where the thanks are due; Tab takes it and goes through its blanks. */
async function ghost() {
  const editor = await openFile(page, 'begun.note.md');
  await editor.locator('.view-line', { hasText: 'Dear Dana' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Thank you for ');
  const text = editor.locator('[class*="ghost-text"]').first();
  await text.waitFor();
  await shot('8-ghost-text');
  await editor.screenshot({ path: path.join(shots, 'ghost-text.png') }); // as in the README
  await page.keyboard.press('Tab');
  await text.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape'); // leaves the slots
  await page.keyboard.press('Control+S');
  const file = path.join(workspace, 'begun.note.md');
  const added = await until('saved', () => fs.readFileSync(file, 'utf8').split('Dear Dana,\n\n')[1]?.trim(), limit);
  check(/^Thank you for \S.{10,}/.test(added), `Tab takes the ghost text: ${added}`);
}

/** A phrase with two blanks, filled by Tab: the text is right, and nothing is found in the new sentence. */
async function slots() {
  const editor = await openFile(page, 'whole.note.md');
  await editor.locator('.view-line', { hasText: 'Thank you' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Since we ');
  const text = editor.locator('[class*="ghost-text"]').first();
  await text.waitFor();
  await page.keyboard.press('Tab');
  await text.waitFor({ state: 'detached' });
  await page.keyboard.type('read the replay logs of our own line');
  await page.keyboard.press('Tab');
  await page.keyboard.type('why the second pass is slow');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await shot('9-slots');
  await page.keyboard.press('Control+S');
  const file = path.join(workspace, 'whole.note.md');
  const added = await until('saved', () => /^Since we .*\.$/m.exec(fs.readFileSync(file, 'utf8'))?.[0], limit);
  check(/^Since we spoke.*read the replay logs of our own line.*why the second pass is slow\.$/.test(added),
    `two blanks are filled by Tab: ${added}`);
  const line = await editor.locator('.view-line', { hasText: 'Since' }).boundingBox();
  let over = 0;
  for (const mark of await editor.locator('[class*="squiggly-"]').all()) {
    const box = await mark.boundingBox();
    if (box && box.y >= line.y - 2 && box.y < line.y + line.height) over++;
  }
  check(over === 0, 'and nothing is found in the new sentence');
}

async function otherFiles() {
  const editor = await openFile(page, 'README.md');
  await editor.locator('.view-line', { hasText: 'Hiring' }).waitFor();
  // The server takes things in turn: when the letter's finding is back, the README's turn is over.
  const letter = await openFile(page, 'letter.note.md');
  const name = letter.locator('.view-line', { hasText: 'Dana Wu,' });
  await name.click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(GREETING);
  await letter.locator('.squiggly-warning').first().waitFor();
  await problems.filter({ hasText: 'greeting-generic' }).first().waitFor();
  const readme = await page.locator('.markers-panel .monaco-list-row', { hasText: 'README.md' }).count();
  await openFile(page, 'README.md');
  await shot('10-readme');
  check(readme === 0 && await editor.locator('[class*="squiggly-"]').count() === 0, 'a README beside it stays clean');
}

async function projectFile() {
  const letter = await openFile(page, 'letter.note.md');
  fs.writeFileSync(path.join(workspace, '.afterword.yaml'), 'rules:\n  greeting-generic: error\n');
  await letter.locator('.squiggly-error').first().waitFor();
  await shot('11-project-file');
  check(true, 'the project file changes the severity; no setting of the editor silences it');
}

async function restart() {
  const [before] = processesOf(server);
  await command('afterword: Restart Server');
  const after = await until('another server', () => {
    const ids = processesOf(server);
    return ids.length === 1 && ids[0] !== before && ids[0];
  }, limit);
  check(before && after, 'the command restarts the server, and one is left');
  const letter = await openFile(page, 'letter.note.md');
  await letter.locator('[class*="squiggly-"]').first().waitFor();
  check(true, 'the new server finds the same');
}

try {
  for (const scene of [finding, fix, complete, ghost, slots, otherFiles, projectFile, restart]) await scene();
} catch (error) {
  await shot('failure').catch(() => {});
  check(false, String(error.message).split('\n')[0]);
  console.error(error, vscode.log());
} finally {
  const ran = processesOf(server).length > 0;
  check(await vscode.stop(server) && ran, 'the server ran, and is gone with the editor');
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
