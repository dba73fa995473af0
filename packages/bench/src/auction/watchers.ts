import { randomUUID } from "node:crypto";
import { median, ROUNDS } from "../rounds.ts";
import { gatherCrowd, whereOf, type Crowd } from "./crowd.ts";
import { nextAmount } from "./desk-load.ts";
import { httpBids } from "./http-bids.ts";
import { assertInvariants } from "./invariants.ts";
import { startProgram, type Program, type Started } from "./live-process.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const WATCHERS = 10_000;
const FLOOD_SECONDS = 6;
const BARE: Program = { name: "bare-events", cwd: import.meta.dirname, args: ["bare-events.mjs"], ready: "/ready" };

type Seen = { readonly perSecond: number; readonly kbEach: number };

/** Ten thousand event streams against a bare loop of node:http: deliveries a second, memory a connection, and how late an event is on the screen. */
export async function measureWatchers({ run, deps, bidders, live }: Stage): Promise<void> {
  const program = await live();
  const lots = await openLots(deps.pool, ROUNDS, bidders.slice(0, 2));
  const ours: Seen[] = [];
  const bare: Seen[] = [];
  const late: { p50: number; p99: number }[] = [];
  let bytes = 700;
  const withCrowd = async <Answer>(program: Program, path: string, act: (started: Started, crowd: Crowd, kbEach: number) => Promise<Answer>): Promise<Answer> => {
    const started = await startProgram(run, program);
    const crowd = gatherCrowd(run);
    const before = started.rssKb();
    await crowd.open({ ...whereOf(started.url, path), count: WATCHERS });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await act(started, crowd, (started.rssKb() - before) / WATCHERS);
    crowd.end();
    await started.process.stop();
    return answer;
  };
  const oursOnce = (round: number) => {
    const { auctionId } = lots[round]!;
    return withCrowd(program, `/api/v1/auctions/${auctionId}/events`, async (started, crowd, kbEach) => {
      const bodies = Array.from({ length: 2_000 }, () => `{"amount":"${nextAmount(auctionId)}","requestId":"${randomUUID()}"}`);
      const flood = await crowd.flood({ ...whereOf(started.url, `/api/v1/auctions/${auctionId}/bids`), headers: `authorization: Bearer ${bidders[0]!.token}\r\n`, seconds: FLOOD_SECONDS, bodies });
      bytes = flood.bytes;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await crowd.reset();
      for (let i = 0; i < 60; i += 1) {
        const due = performance.now() + 100;
        await httpBids({ url: started.url, clients: 1, bidsEach: 1 }, lots[round]!, bidders.slice(1, 2));
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      const told = await crowd.report();
      if (told.deliveries < 60 * WATCHERS) run.say(`${told.deliveries} deliveries of 60 bids: moves that come close together are told together`);
      if (told.bids !== 60 * WATCHERS) throw new Error(`${told.bids} times was a bid told, and should have been ${60 * WATCHERS} times.`);
      if (told.broken > 0) throw new Error(`${told.broken} event streams were cut off.`);
      late.push(told);
      return { perSecond: flood.perSecond, kbEach };
    });
  };
  const bareOnce = () =>
    withCrowd(BARE, "/events", async (started, crowd, kbEach) => {
      const { perSecond } = await crowd.flood({ ...whereOf(started.url, `/?bytes=${bytes}`), headers: "", seconds: FLOOD_SECONDS, bodies: ["{}"] });
      return { perSecond, kbEach };
    });
  for (let round = 0; round < ROUNDS; round += 1) {
    const sides = [async () => void ours.push(await oursOnce(round)), async () => void bare.push(await bareOnce())];
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side();
    run.say(`round ${round + 1} of ${ROUNDS}: ours ${Math.round(ours.at(-1)!.perSecond)}/s, ${ours.at(-1)!.kbEach.toFixed(1)} KB each; bare ${Math.round(bare.at(-1)!.perSecond)}/s, ${bare.at(-1)!.kbEach.toFixed(1)} KB each; ${bytes} bytes an event; on screen p50 ${late.at(-1)!.p50} ms, p99 ${late.at(-1)!.p99} ms`);
  }
  const of = (seen: readonly Seen[], key: keyof Seen): number => median(seen.map((one) => one[key]));
  run.figure({ metric: `event deliveries to ${WATCHERS} watchers, against a bare loop`, value: of(ours, "perSecond"), unit: "deliveries/s", baseline: of(bare, "perSecond"), goal: { of: "ratio", is: "at least", bound: 0.7 } });
  run.figure({ metric: `memory of a watcher, against a bare loop`, value: of(ours, "kbEach"), unit: "KB", baseline: of(bare, "kbEach"), goal: { of: "ratio", is: "at most", bound: 1.5 } });
  run.figure({ metric: `from receipt of a bid to ${WATCHERS} screens at 10 bids a second, p50`, value: median(late.map(({ p50 }) => p50)), unit: "ms" });
  run.figure({ metric: `from receipt of a bid to ${WATCHERS} screens at 10 bids a second, p99`, value: median(late.map(({ p99 }) => p99)), unit: "ms", goal: { of: "value", is: "at most", bound: 250 } });
  await assertInvariants(deps, lots, ROUNDS);
}
