// The server as the official client packages see it, with much that editors rarely send.
//
//   node protocol_client.mjs --server PROGRAM [--trace PREFIX] [--limit SECONDS]
//
// With PREFIX each conversation is written to a file whose name begins so. Every wait ends as soon as its condition
// holds, and fails after SECONDS (AFTERWORD_LIMIT, else 30).
import * as conversing from './protocol/conversing.mjs';
import { check, count, limit, place } from './protocol/session.mjs';
import * as writing from './protocol/writing.mjs';
import { until } from './support.mjs';

for (const scene of [...Object.values(writing), ...Object.values(conversing)]) {
  try {
    await scene();
  } catch (error) {
    check(false, `${scene.name}: ${error.message}`);
    console.error(error);
  }
}
check(await until('gone', () => place.servers().length === 0, limit).catch(() => false), 'no server is left behind');
place.remove();
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0); // whatever still waits for a server that never came
