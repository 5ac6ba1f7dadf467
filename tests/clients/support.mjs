// What the tests that run in Node share: waiting with a limit, the processes of a program, a port, the letter's time.
import fs from 'node:fs';
import net from 'node:net';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls `probe` until it gives something true, which is returned; throws after `seconds`. */
export async function until(what, probe, seconds) {
  for (const end = Date.now() + seconds * 1000; ; await sleep(50)) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
  }
}

/** The ids of the processes that run `file`, as a program or as its interpreter's script. */
export function processesOf(file) {
  return fs.readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && (fs.readlinkSync(`/proc/${id}/exe`) === file ||
        fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0').includes(file));
    } catch {
      return false; // it has ended, or is somebody else's
    }
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** An hour ago as facts have it, so that no finding about lateness joins in whenever a test runs. */
export function anHourAgo() {
  const clock = new Date(Date.now() - 3600_000);
  const two = (n) => String(n).padStart(2, '0');
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())} ` +
    `${two(clock.getHours())}:${two(clock.getMinutes())}`;
}
