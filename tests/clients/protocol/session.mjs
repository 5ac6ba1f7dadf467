// What the scenes of protocol_client.mjs share: its arguments, its count, the notes that they open.
import { parseArgs } from 'node:util';
import { anHourAgo } from '../support.mjs';
import { capabilities, Client, Workplace } from './client.mjs';

const { values: options } = parseArgs({
  options: { server: { type: 'string' }, trace: { type: 'string' }, limit: { type: 'string' } },
});
export const limit = Number(options.limit ?? process.env.AFTERWORD_LIMIT ?? 30);
export const traced = options.trace !== undefined;
export const place = new Workplace(options.server, options.trace);

export const count = { passed: 0, failed: 0 };
export function check(good, what) {
  console.log(`${good ? 'ok  ' : 'FAIL'} protocol: ${what}`);
  count[good ? 'passed' : 'failed'] += 1;
}

/** Whether `asked` is refused with that code. */
export const refused = (code, asked) => asked.then(() => false, (error) => error.code === code);

/** A conversation from initialize to exit. with: capabilities beside the usual ones; initialize: parameters of it. */
export async function session({ with: but, initialize, ...own }, scene) {
  const client = await new Client(place, { limit, ...own }).start();
  try {
    await client.initialize({ capabilities: capabilities(but), ...initialize });
    await scene(client);
    const code = await client.stop();
    check(code === 0 && client.unexpected.length === 0,
      ['it ends well, and nothing was said that was not announced', code, ...client.unexpected].join(' '));
  } finally {
    client.process.kill();
  }
}

export const FACTS = `---
kind: interview
to: Dana Wu <dana@initech.example>
from: Sam Ito
company: Initech
interview: ${anHourAgo()}
topics: [the replay tool]
---
`;
export const GREETING = 'Dear Hiring Manager,';
export const LETTER = `${FACTS}${GREETING}

Thank you for walking me through the replay tool at Initech.
`;
export const BEGUN = `${FACTS}Dear Dana,\n\nThank you for `;
export const BARE = `---
kind: phone-screen
to: Dana Wu
from: Sam Ito
---

The test rig behind the hall ran for a whole hour while we stood there, and nobody at the desks looked up from the
screens. It is a fine thing to watch on a wet morning in March.
`;
export const SLIPS = `${FACTS}Dear Dana,

Thank you for the the replay tool, and i liked it.
`;
export const MAIL = `To: Dana Wu <dana@initech.example>
Subject: Our talk about the replay tool

${GREETING}

Thank you for the interview on Monday.
`;
