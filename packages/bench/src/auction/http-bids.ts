import { randomUUID } from "node:crypto";
import net from "node:net";
import { nextAmount } from "./desk-load.ts";
import { latencies, type Latencies } from "./latencies.ts";
import type { BenchLot, Bidder } from "./world.ts";

export type HttpLoad = { readonly perSecond: number; readonly refused: number; readonly latency: Latencies };
type Target = { readonly url: string; readonly clients: number; /** Another address than that of the lot's bids. */ readonly path?: string | undefined } & ({ readonly seconds: number } | { readonly bidsEach: number });

const ROOM = 16_384;

/** As much of HTTP as a keep-alive client needs: one request of ASCII out, one answer back, with its length or in pieces. Cheap, because it shares the two cores with what it measures. */
class BidClient {
  private readonly socket: net.Socket;
  private received = "";
  private settle: ((answer: { status: number; body: string }) => void) | undefined;
  private fail: ((error: Error) => void) | undefined;

  constructor(url: URL, private readonly head: string) {
    // Read into one buffer of its own, without a stream in between.
    const onread = { buffer: Buffer.alloc(ROOM), callback: (bytes: number, buffer: Uint8Array): boolean => (this.onData((buffer as Buffer).toString("latin1", 0, bytes)), true) };
    this.socket = net.connect({ host: url.hostname, port: Number(url.port), noDelay: true, onread });
    const broken = (): void => this.fail?.(new Error("a connection was closed while a bid waited for its answer"));
    this.socket.on("error", (error) => this.fail?.(error));
    this.socket.on("close", broken);
  }

  send(body: string): Promise<{ status: number; body: string }> {
    return new Promise((settle, fail) => {
      this.settle = settle;
      this.fail = fail;
      this.socket.write(`${this.head}${body.length}\r\n\r\n${body}`, "latin1");
    });
  }

  close(): void {
    this.fail = undefined;
    this.socket.destroy();
  }

  /** Text by bytes: lengths are right, and what is told apart is ASCII. */
  private onData(text: string): void {
    this.received += text;
    const end = this.received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(this.received)?.[1];
    const body = this.received.slice(end + 4);
    if (length === undefined ? !body.endsWith("0\r\n\r\n") : body.length < Number(length)) return;
    const status = Number(this.received.slice(9, 12));
    this.received = "";
    this.settle?.({ status, body });
  }
}

/**
 * Bidders who bid over HTTP as soon as their last bid is answered, each with a session of its own. Accepted bids are counted; a bid that another
 * overtook on the way is an answer like any other, a broken connection or another status than 200 and 201 is an error.
 */
export async function httpBids({ url, path, clients, ...until }: Target, { auctionId }: BenchLot, bidders: readonly Bidder[]): Promise<HttpLoad> {
  const took: number[] = [];
  let refused = 0;
  const all = Array.from({ length: clients }, (_, i) => {
    const { token } = bidders[i % bidders.length]!;
    return new BidClient(new URL(url), `POST ${path ?? `/api/v1/auctions/${auctionId}/bids`} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\nuser-agent: bench\r\ncontent-type: application/json\r\ncontent-length: `);
  });
  const started = performance.now();
  const goesOn = "seconds" in until ? () => performance.now() < started + until.seconds * 1_000 : (bids: number) => bids < until.bidsEach;
  await Promise.all(
    all.map(async (client) => {
      for (let bids = 0; goesOn(bids); bids += 1) {
        const asked = performance.now();
        const { status, body } = await client.send(`{"amount":"${nextAmount(auctionId)}","requestId":"${randomUUID()}"}`);
        if (status === 201) took.push(performance.now() - asked);
        else if (status === 200 && body.includes('"BELOW_MINIMUM"')) refused += 1;
        else throw new Error(`A bid was answered with ${status}: ${Buffer.from(body, "latin1").toString().slice(0, 300)}`);
      }
    }),
  );
  const elapsed = performance.now() - started;
  for (const client of all) client.close();
  return { perSecond: (took.length / elapsed) * 1_000, refused, latency: latencies(took) };
}
