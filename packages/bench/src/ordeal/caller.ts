import { randomInt, randomUUID } from "node:crypto";
import type { Call } from "@ttx/domain/testing/bid-history";
import { fen, toYuanText } from "@ttx/domain/shared/money";

export type Scene = {
  readonly urls: readonly string[];
  readonly auctionId: string;
  /** Everything that was sent, and what was answered. */
  readonly calls: Call[];
  /** The highest amount that anybody here has heard of. */
  highestFen: bigint;
  isOver: boolean;
};

const RETRY_FOR_MS = 8_000;
const AN_HOUR_MS = 3_600_000;

/**
 * Somebody who bids until the lot is over, each bid to whichever process; what is not answered is sent again under the same number. The caller's
 * own clock is an hour off and sent along, as programs do; nobody may care.
 */
export async function call(scene: Scene, { token, bidderNo, pauseMs }: { readonly token: string; readonly bidderNo: string; readonly pauseMs: number }): Promise<void> {
  while (!scene.isOver) {
    await new Promise((resolve) => setTimeout(resolve, randomInt(pauseMs / 2, pauseMs * 2)));
    if (scene.isOver) return;
    const amountFen = scene.highestFen + BigInt(randomInt(0, 4)); // sometimes too low
    const requestId = randomUUID();
    const wrongNow = new Date(Date.now() - AN_HOUR_MS);
    const body = JSON.stringify({ amount: toYuanText(fen(amountFen)), requestId, sentAt: wrongNow, receivedAt: wrongNow });
    const asked = { requestId, bidderNo, amountFen, askedAt: performance.now() };
    const place = scene.calls.push(asked) - 1;
    const answered = await untilAnswered(scene, token, body, wrongNow);
    if (!answered) continue;
    scene.calls[place] = { ...asked, answered: { ...answered, at: performance.now() } };
    if (answered.verdict === "ACCEPTED" && amountFen > scene.highestFen) scene.highestFen = amountFen;
    if (answered.reason === "LATE" || answered.reason === "NOT_OPEN") return;
  }
}

type Receipt = { readonly sequence: number; readonly verdict: string; readonly reason: string | null; readonly hash: string };

async function untilAnswered({ urls, auctionId }: Scene, token: string, body: string, wrongNow: Date): Promise<Receipt | undefined> {
  const deadline = performance.now() + RETRY_FOR_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(`${urls[randomInt(urls.length)]}/api/v1/auctions/${auctionId}/bids`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", date: wrongNow.toUTCString() },
      body,
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    const receipt = answer?.ok ? ((await answer.json().catch(() => null)) as Receipt | null) : null;
    if (receipt) return receipt;
    if (answer && answer.status !== 500 && answer.status !== 503 && answer.status !== 200 && answer.status !== 201) throw new Error(`A bid was answered with ${answer.status}: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}
