import { randomUUID } from "node:crypto";
import { openBidDesk, type BidDesk } from "@ttx/domain/auction";
import { actorOfToken, recallActor } from "@ttx/domain/identity";
import { toYuanText, fen } from "@ttx/domain/shared/money";
import type { Deps } from "@ttx/domain/shared/database";
import { latencies, type Latencies } from "./latencies.ts";
import type { BenchLot, Bidder } from "./world.ts";

export type DeskLoad = { readonly perSecond: number; readonly latency: Latencies };

/** The next amount of every lot: bidders raise each other by one step, as fast as they are answered. */
const amounts = new Map<string, bigint>();

export function nextAmount(auctionId: string): string {
  const amount = (amounts.get(auctionId) ?? 100n) + 1n;
  amounts.set(auctionId, amount);
  return toYuanText(fen(amount));
}

/**
 * Bidders in this process who bid as soon as their last bid is answered, each shown by its session as at the door: session, policy, deposit,
 * rules, idempotency, chain, audit and outbox are all in it. Counts what was accepted; anything but an acceptance is an error.
 */
export async function deskLoad(deps: Deps, desk: BidDesk, lots: readonly BenchLot[], bidders: readonly Bidder[], options: { readonly concurrent: number; readonly seconds: number }): Promise<DeskLoad> {
  const took: number[] = [];
  const until = performance.now() + options.seconds * 1_000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: options.concurrent }, async (_, i) => {
      const { auctionId } = lots[i % lots.length]!;
      const { token } = bidders[i % bidders.length]!;
      while (performance.now() < until) {
        const asked = performance.now();
        const bidder = recallActor(deps, token) ?? (await actorOfToken(deps, token));
        const receipt = await desk.place(bidder, { auctionId, amount: nextAmount(auctionId), requestId: randomUUID() }, { requestId: randomUUID(), ip: "127.0.0.1", userAgent: "bench" });
        if (receipt.verdict !== "ACCEPTED") throw new Error(`A bid was refused: ${receipt.reason}`);
        took.push(performance.now() - asked);
      }
    }),
  );
  return { perSecond: (took.length / (performance.now() - started)) * 1_000, latency: latencies(took) };
}

export { openBidDesk };
