import { randomUUID } from "node:crypto";
import { request as ask, type ClientRequest } from "node:http";
import { nextAmount } from "./desk-load.ts";
import { assertInvariants } from "./invariants.ts";
import { startProgram, type Started } from "./live-process.ts";
import type { Stage } from "./stage.ts";
import { openLots, type Bidder } from "./world.ts";

const WATCHERS = 200;
const BIDS = 2_000;

/** Somebody who follows a lot, comes back when cut off, and keeps the places of all bids that it was told. */
class Watcher {
  readonly places: number[] = [];
  cuts = 0;
  private lastEventId = "0.0";
  private request: ClientRequest | undefined;
  private isWanted = true;

  constructor(private readonly targets: readonly Started[], private readonly path: string) {
    this.connect();
  }

  cut(): void {
    this.cuts += 1;
    this.request?.destroy();
  }

  stop(): void {
    this.isWanted = false;
    this.request?.destroy();
  }

  private connect(): void {
    const { url } = this.targets[this.cuts % this.targets.length]!;
    const again = (): void => void (this.isWanted ? setTimeout(() => this.connect(), 50) : undefined);
    let isOver = false;
    const over = (): void => {
      if (!isOver) again();
      isOver = true;
    };
    this.request = ask(url + this.path, { headers: { "last-event-id": this.lastEventId } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        const events = text.split("\n\n");
        text = events.pop()!;
        for (const event of events) this.hear(event);
      });
      answer.once("close", over);
    });
    this.request.once("error", over);
    this.request.end();
  }

  private hear(event: string): void {
    const [, id, data] = /^id: (\S+)\nevent: lot\ndata: (.+)$/.exec(event) ?? [];
    if (id === undefined || data === undefined) return;
    this.lastEventId = id;
    for (const { sequence } of (JSON.parse(data) as { bids: { sequence: number }[] }).bids) this.places.push(sequence);
  }
}

/** Two processes, one of them killed on the way, watchers cut off again and again: every accepted bid reaches every one of them once and in order. */
export async function measureReconnects({ run, deps, bidders, live }: Stage): Promise<void> {
  const program = await live();
  const [lot] = await openLots(deps.pool, 1, bidders.slice(0, 8));
  const targets = [await startProgram(run, program), await startProgram(run, { ...program, name: "live-2" })];
  const watchers = Array.from({ length: WATCHERS }, () => new Watcher(targets, `/api/v1/auctions/${lot!.auctionId}/events`));
  for (let i = 0; i < BIDS; i += 1) {
    await bidUntilAnswered(targets, lot!.auctionId, bidders[i % 8]!, i);
    if (i === BIDS / 2) process.kill(targets[0]!.process.pid!, "SIGKILL");
    if (i % 10 === 0) for (const watcher of watchers) if (Math.random() < 0.1) watcher.cut();
  }
  const { rows } = await deps.pool.query<{ sequence: number }>("select sequence from bid_log_entry where auction_id = $1 and verdict = 'ACCEPTED' order by sequence", [lot!.auctionId]);
  const wanted = rows.map(({ sequence }) => sequence).join();
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline && watchers.some(({ places }) => places.length < rows.length)) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const watcher of watchers) watcher.stop();
  const wrong = watchers.filter(({ places }) => places.join() !== wanted).length;
  run.say(`${watchers.reduce((sum, { cuts }) => sum + cuts, 0)} forced reconnects of ${WATCHERS} watchers, ${rows.length} bids, one process killed`);
  run.figure({ metric: "watchers who missed a bid or were told one twice after forced reconnects", value: wrong, unit: "watchers", goal: { of: "value", is: "at most", bound: 0 } });
  await Promise.all(targets.map(({ process }) => process.stop()));
  await assertInvariants(deps, [lot!], 1);
}

/** Sends the same bid again, to the next process, until somebody answers it. */
async function bidUntilAnswered(targets: readonly Started[], auctionId: string, { token }: Bidder, from: number): Promise<void> {
  const body = JSON.stringify({ amount: nextAmount(auctionId), requestId: randomUUID() });
  for (let attempt = from; ; attempt += 1) {
    const answer = await fetch(`${targets[attempt % targets.length]!.url}/api/v1/auctions/${auctionId}/bids`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body,
    }).catch(() => null);
    const verdict = answer === null ? null : ((await answer.json().catch(() => null)) as { verdict?: string } | null);
    if (verdict?.verdict === "ACCEPTED") return;
    if (verdict?.verdict === "REFUSED") throw new Error("A bid was refused that nobody had overtaken.");
    if (attempt > from + 400) throw new Error("A bid was not answered by any process.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
