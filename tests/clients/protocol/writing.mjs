// Scenes of protocol_client.mjs: what a writer sees and takes.
import * as lsp from 'vscode-languageserver-protocol/node';
import { BARE, BEGUN, FACTS, GREETING, LETTER, SLIPS, check, session } from './session.mjs';

/** Three ways to count, over characters that take another number of units in each. */
export async function encodings() {
  const offers = [
    [['utf-8', 'utf-16'], 'utf-8'], [['utf-16'], 'utf-16'], [['utf-32', 'utf-8'], 'utf-32'],
    [['utf-7', 'utf-32'], 'utf-32'],
  ];
  for (const [positionEncodings, encoding] of offers) {
    await session({ with: { general: { positionEncodings } }, encoding }, async (client) => {
      check(client.server.positionEncoding === encoding, `of ${positionEncodings} ${encoding} is chosen`);
      const uri = await client.open('a.note.md', 'markdown', `${FACTS}Dear Dana,\n\n🎈 Zoë spoke of the the pump.\n`);
      const covers = async () => client.covered(uri, (await client.finding(uri, 'repeated-word')).range);
      check(await covers() === 'the the', `${encoding}: a finding behind such characters is in its place`);
      await client.replace(uri, '🎈 Zoë', '🎈🎈 Zoë, née Ångström,');
      check(await covers() === 'the the', `${encoding}: and after a change among them`);
      const [fix] = await client.actions(uri, 'the the', ['quickfix']);
      await client.apply(fix.edit);
      check(client.text(uri).endsWith('🎈🎈 Zoë, née Ångström, spoke of the pump.\n') &&
        await client.without(uri, 'repeated-word'), `${encoding}: the fix does what it should`);
    });
  }
}

export async function finding() {
  await session({}, async (client) => {
    check(client.result.serverInfo.name === 'afterword' && client.server.textDocumentSync.change === 2 &&
      client.server.hoverProvider === true && client.server.completionProvider.resolveProvider === true,
    'the server says who it is and what it can do');
    const uri = await client.open('letter.note.md', 'markdown', LETTER);
    const found = await client.finding(uri, 'greeting-generic');
    check(client.covered(uri, found.range) === 'Dear Hiring Manager' && found.severity === 2 &&
      found.source === 'afterword', `the generic greeting is found: ${found.message}`);

    const all = await client.actions(uri, GREETING, ['quickfix']);
    const preferred = all.filter(({ isPreferred }) => isPreferred);
    check(preferred.length === 1 && preferred[0].title === 'Address Dana Wu' &&
      preferred[0].diagnostics[0].code === 'greeting-generic', `one fix is preferred: ${preferred[0]?.title}`);
    await client.apply(preferred[0].edit);
    check(client.text(uri) === LETTER.replace(GREETING, 'Dear Dana Wu,'), 'the fix changes the greeting alone');
    check(await client.without(uri, 'greeting-generic'), 'the finding is gone');
  });
}

/** Which kinds come when only some are asked for. */
export async function kinds() {
  await session({}, async (client) => {
    const uri = await client.open('slips.note.md', 'markdown', SLIPS);
    await client.finding(uri, 'repeated-word');
    const kindsOf = async (only, of = uri, part = 'Thank you for the the') =>
      [...new Set((await client.actions(of, part, only)).map(({ kind }) => kind))].sort().join();
    check(/^quickfix(,refactor\.rewrite)?$/.test(await kindsOf()), 'unasked, no action of the source is offered');
    check(await kindsOf(['quickfix']) === 'quickfix', 'only quick fixes');
    check(await kindsOf(['source']) === 'source.fixAll.afterword' &&
      await kindsOf(['source.fixAll']) === 'source.fixAll.afterword', 'only what lies below "source"');
    check(await kindsOf(['quickfix', 'source.fixAll.afterword']) === 'quickfix,source.fixAll.afterword', 'two kinds');
    check(await kindsOf(['source.organizeImports', 'quick']) === '', 'none of the kinds that there are');
    const bare = await client.open('bare.note.md', 'markdown', BARE);
    check(await kindsOf(['refactor'], bare, 'The') === 'refactor.rewrite', 'only what lies below "refactor"');
    const [all] = await client.actions(uri, 'Thank', ['source.fixAll.afterword']);
    await client.apply(all.edit);
    check(client.text(uri) === SLIPS.replace('the the', 'the').replace(' i ', ' I '), 'all safe fixes at once');
  });
}

/** A phrase that goes on with the sentence begun, accepted as an editor does. */
export async function completion() {
  await session({}, async (client) => {
    const uri = await client.open('begun.note.md', 'markdown', BEGUN);
    const items = await client.completions(uri);
    check(!items.some(({ insertTextFormat, textEdit }) => insertTextFormat === 2 || /\$\{/.test(textEdit.newText)),
      'without snippets all is plain text');
    const item = items.find(({ textEdit }) => /^Thank you for [^[]*(Dana|Initech|replay tool)[^[]*\.$/.test(textEdit.newText));
    check(item, `a phrase is filled from the facts: ${item?.label}`);
    const { documentation } = await client.request(lsp.CompletionResolveRequest.type, item);
    check(!item.documentation && documentation.kind === 'markdown' && documentation.value.includes('*For example:*'),
      'why it is good comes when it is resolved');
    check(client.covered(uri, item.textEdit.range) === 'Thank you for ', 'it takes the place of what is typed');
    await client.edit(uri, [item.textEdit]);
    check(client.text(uri) === BEGUN.replace('Thank you for ', item.textEdit.newText), `the text: ${item.textEdit.newText}`);
    await client.without(uri, 'placeholder-left');
  });
  const snippetSupport = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  await session({ with: snippetSupport }, async (client) => {
    const items = await client.completions(await client.open('begun.note.md', 'markdown', BEGUN));
    check(items.some(({ insertTextFormat, textEdit }) => insertTextFormat === 2 && /\$\{1[:|]/.test(textEdit.newText)),
      'with snippets blanks are stops');
  });
  await session({ with: { textDocument: { inlineCompletion: {} } } }, async (client) => {
    const uri = await client.open('begun.note.md', 'markdown', BEGUN);
    const answer = await client.request(lsp.InlineCompletionRequest.type, {
      textDocument: { uri },
      position: client.position(uri, BEGUN.length),
      context: { triggerKind: lsp.InlineCompletionTriggerKind.Automatic },
    });
    const [best] = answer.items ?? answer;
    check(client.server.inlineCompletionProvider && /Thank you for \S/.test(best.insertText.value ?? best.insertText),
      'inline completion, where it is announced');
  });
}

export async function hover() {
  for (const kind of ['markdown', 'plaintext']) {
    await session({ with: { textDocument: { hover: { contentFormat: [kind] } } } }, async (client) => {
      const uri = await client.open('letter.note.md', 'markdown', LETTER);
      const at = (part) => client.request(lsp.HoverRequest.type, { textDocument: { uri }, position: client.place(uri, part) });
      const { contents, range } = await at('Hiring');
      check(contents.kind === kind && contents.value.includes('greeting-generic') &&
        contents.value.includes('**') === (kind === 'markdown') && client.covered(uri, range) === 'Dear Hiring Manager',
      `a hover in ${kind} tells of the finding`);
      const fact = await at('kind: interview');
      check(fact?.contents.value.includes('The kind of note.') && client.covered(uri, fact.range) === 'kind',
        'at a key of a fact, of what it means');
      check(await at('walking') === null, 'and of nothing where there is none');
    });
  }
}
