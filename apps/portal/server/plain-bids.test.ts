import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takePlainBids, type PlainConnections } from "./plain-bids.ts";

const AUCTION = "018f3b1a-0000-7000-8000-000000000001";

/** What came in, by which way, in the order in which it was answered. */
let came: string[] = [];
let server: Server;
let connections: PlainConnections;
let isStopping = false;
let hold: Promise<void> | null = null;

const bid = (name: string, more = ""): string => `POST /api/v1/auctions/${AUCTION}/bids HTTP/1.1\r\nHost: localhost\r\n${more}Content-Length: ${name.length}\r\n\r\n${name}`;
const question = (name: string): string => `GET /${name} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const name = body || request.url!.slice(1);
      came.push(`http ${name}`);
      response.setHeader("x-way", "http");
      response.end(name);
    });
  });
  connections = takePlainBids(server, {
    answer: async ({ body }) => {
      await hold;
      const name = body.toString();
      came.push(`plain ${name}`);
      return `HTTP/1.1 200 OK\r\nx-way: plain\r\nContent-Length: ${name.length}\r\n\r\n${name}`;
    },
    isStopping: () => isStopping,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  connections.closeAll();
  server.close();
});
beforeEach(() => {
  [came, hold, isStopping] = [[], null, false];
});

/** A connection that tells answers apart by what they say. */
class Talk {
  private text = "";
  private constructor(readonly socket: Socket) {
    socket.setEncoding("utf8").on("data", (text) => (this.text += String(text)));
    socket.on("error", () => undefined);
  }

  static async open(): Promise<Talk> {
    const socket = connect({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    return new Talk(socket);
  }

  say(text: string | Buffer): this {
    this.socket.write(text);
    return this;
  }

  /** The ways and the words of so many answers. */
  async hears(count: number): Promise<string[]> {
    const answers = () => [...this.text.matchAll(/x-way: (\w+)[\s\S]*?\r\n\r\n(?:[0-9a-f]+\r\n)?([a-z0-9]+)/g)].map(([, way, name]) => `${way} ${name}`);
    await expect.poll(answers, { timeout: 5_000, interval: 5 }).toHaveLength(count);
    return answers();
  }

  async hearsTheEnd(): Promise<void> {
    if (!this.socket.closed) await once(this.socket, "close");
  }
}

describe("T2 live: bids before node:http", () => {
  it("are answered one after the other on one connection", async () => {
    const talk = await Talk.open();
    expect(await talk.say(bid("one")).hears(1)).toEqual(["plain one"]);
    expect(await talk.say(bid("two")).hears(2)).toEqual(["plain one", "plain two"]);
    talk.socket.destroy();
  });

  it("whatever else comes goes to node:http with all that came, and so does everything after it", async () => {
    const talk = await Talk.open();
    expect(await talk.say(bid("one")).hears(1)).toEqual(["plain one"]);
    expect(await talk.say(question("two")).hears(2)).toEqual(["plain one", "http two"]);
    expect(await talk.say(bid("three")).hears(3)).toEqual(["plain one", "http two", "http three"]);
    talk.socket.destroy();
  });

  it("a bid that is sent before the last was answered is kept, and answered after it", async () => {
    let goOn = (): void => undefined;
    hold = new Promise((resolve) => (goOn = resolve));
    const talk = (await Talk.open()).say(bid("one"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    talk.say(bid("two"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    talk.say(question("three"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(came).toEqual([]);
    goOn();
    expect(await talk.hears(3)).toEqual(["plain one", "http two", "http three"]);
    talk.socket.destroy();
  });

  it("however a conversation is cut into pieces, everything in it is answered once and in order", async () => {
    const parts = [bid("a1"), bid("a2", "Connection: keep-alive\r\n"), question("a3"), bid("a4", "Expect: nothing-known\r\n").replace("Expect", "X-Expect"), bid("a5")];
    const whole = Buffer.from(parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 6 }), async (cuts) => {
        came = [];
        const talk = await Talk.open();
        let from = 0;
        for (const to of [...cuts.sort((a, b) => a - b), whole.length]) {
          talk.say(whole.subarray(from, to));
          from = to;
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect((await talk.hears(5)).map((answer) => answer.split(" ")[1])).toEqual(["a1", "a2", "a3", "a4", "a5"]);
        expect(came.map((one) => one.split(" ")[1])).toEqual(["a1", "a2", "a3", "a4", "a5"]);
        talk.socket.destroy();
      }),
      { numRuns: 60 },
    );
  });

  it("nonsense is refused by node:http", async () => {
    const talk = (await Talk.open()).say("POST nonsense\r\n\r\n");
    await talk.hearsTheEnd();
    expect(came).toEqual([]);
  });

  it("who hangs up while his bid is decided is no fault, and who says that he is done gets his answer first", async () => {
    let goOn = (): void => undefined;
    hold = new Promise((resolve) => (goOn = resolve));
    const gone = (await Talk.open()).say(bid("gone"));
    const done = (await Talk.open()).say(bid("done"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.socket.resetAndDestroy();
    done.socket.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    goOn();
    expect(await done.hears(1)).toEqual(["plain done"]);
    await done.hearsTheEnd();
    expect([...came].sort()).toEqual(["plain done", "plain gone"]);
  });

  it("at the end idle connections are closed, and a bid that is being decided is still answered", async () => {
    let goOn = (): void => undefined;
    hold = new Promise((resolve) => (goOn = resolve));
    const idle = await Talk.open();
    const busy = (await Talk.open()).say(bid("last"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    isStopping = true;
    connections.closeIdle();
    await idle.hearsTheEnd();
    goOn();
    expect(await busy.hears(1)).toEqual(["plain last"]);
    await busy.hearsTheEnd();
  });

  it("what is not answered in time can be closed, and what was handed over is node:http's", async () => {
    hold = new Promise(() => undefined);
    const busy = (await Talk.open()).say(bid("never"));
    const other = (await Talk.open()).say(question("one"));
    expect(await other.hears(1)).toEqual(["http one"]);
    connections.closeAll();
    await busy.hearsTheEnd();
    expect(await other.say(question("two")).hears(2)).toEqual(["http one", "http two"]);
    other.socket.destroy();
  });
});
