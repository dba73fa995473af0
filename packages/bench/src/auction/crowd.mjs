import net from "node:net";

/** Thousands of watchers in one process, cheap enough not to be what is measured. Told what to do by the benchmark over IPC. */
const WAVE = 250;
const sockets = [];
let deliveries = 0;
let bytes = 0;
let took = [];
let broken = 0;
const receivedAt = new Map();
let probe = () => undefined;

const RECEIVED = '"receivedAt":"';
const INSTANT = "2026-01-01T00:00:00.000Z".length;

/** Every event counts as a delivery; every bid in it was received when it says, and is on the screen now. */
function onData(index, chunk) {
  const now = Date.now();
  for (let at = chunk.indexOf("id: "); at >= 0; at = chunk.indexOf("id: ", at + 4)) {
    deliveries += 1;
    bytes = chunk.length;
    if (index === sockets.length - 1) probe();
  }
  for (let at = chunk.indexOf(RECEIVED); at >= 0; at = chunk.indexOf(RECEIVED, at + INSTANT)) {
    const from = at + RECEIVED.length;
    took.push(now - instantOf(chunk.toString("latin1", from, from + INSTANT)));
  }
}

function instantOf(text) {
  let instant = receivedAt.get(text);
  if (instant === undefined) receivedAt.set(text, (instant = Date.parse(text)));
  return instant;
}

function open({ host, port, path }) {
  return new Promise((resolve, reject) => {
    const index = sockets.length;
    const socket = net.connect({ host, port, noDelay: true });
    sockets.push(socket);
    // As behind a proxy: every watcher has an address, and an allowance, of its own.
    const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\nx-forwarded-for: ${address}\r\n\r\n`);
    let isOpen = false;
    socket.on("data", (chunk) => {
      if (!isOpen) {
        isOpen = true;
        if (!chunk.includes(" 200 ")) reject(new Error(chunk.toString("latin1", 0, 200)));
        resolve();
      }
      onData(index, chunk);
    });
    socket.on("error", () => (broken += 1));
    socket.on("close", () => (isOpen ? undefined : reject(new Error("closed before it was open"))));
  });
}

async function openAll({ count, ...where }) {
  for (let opened = 0; opened < count; opened += WAVE) await Promise.all(Array.from({ length: Math.min(WAVE, count - opened) }, () => open(where)));
}

/** Tells everybody something as soon as the last watcher has heard the thing before. */
async function flood({ seconds, host, port, path, headers, bodies }) {
  const started = performance.now();
  const before = deliveries;
  const agent = net.connect({ host, port, noDelay: true });
  agent.on("data", () => undefined);
  for (let i = 0; performance.now() - started < seconds * 1_000; i += 1) {
    const body = bodies[i % bodies.length];
    await new Promise((resolve) => {
      probe = resolve;
      agent.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${headers}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    });
  }
  probe = () => undefined;
  agent.destroy();
  return { perSecond: ((deliveries - before) / (performance.now() - started)) * 1_000, bytes };
}

const acts = {
  open: openAll,
  flood,
  reset: () => {
    took = [];
    receivedAt.clear();
    deliveries = 0;
  },
  report: () => {
    const sorted = Float64Array.from(took).sort();
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
    return { deliveries, bids: sorted.length, broken, p50: at(0.5), p99: at(0.99), most: at(1) };
  },
  close: () => {
    for (const socket of sockets.splice(0)) socket.destroy();
  },
};

process.on("message", ({ act, given }) => {
  Promise.resolve()
    .then(() => acts[act](given))
    .then((answer) => process.send({ answer: answer ?? null }), (error) => process.send({ error: String(error) }));
});
