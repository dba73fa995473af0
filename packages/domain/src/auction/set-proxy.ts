import type { PoolClient } from "pg";
import { z } from "zod";
import { decide } from "../authorisation/decide.ts";
import { organisationOf, personIdOf, type Actor } from "../shared/actor.ts";
import { auditContent, auditHash } from "../shared/audit.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { parseInput } from "../shared/execute.ts";
import { Id, YuanText } from "../shared/input.ts";
import { toYuanText, type Fen } from "../shared/money.ts";
import type { Origin } from "../shared/origin.ts";
import { seal } from "../shared/secret-box.ts";
import { automatic } from "./bid-batch.ts";
import { callerLook } from "../identity/index.ts";
import { lockLots, readFacts } from "./bid-batch.read.ts";
import { rememberBidders } from "./remembered-bidders.ts";
import { moveLots, writeBids } from "./bid-batch.write.ts";
import { judgeBatch, type BidderRow } from "./bid-batch.decide.ts";
import { nextMinimum } from "./increment.rules.ts";
import { standingOf, termsInForce } from "./terms.ts";

/** Without a limit the platform bids no more for the bidder; what it has bid stands (拍卖法 36). */
export const ProxyInput = z.object({ auctionId: Id, limit: YuanText.nullable() });
export type ProxyAnswer = { readonly bidderNo: string; readonly isSet: boolean; readonly leads: boolean };

/**
 * Sets, raises or ends the limit up to which the platform bids for a bidder (自动出价). It is kept encrypted and opened only under the lot's lock,
 * by the rule that bids; audit and log say that there is one, never how much. What it makes possible at once is bid at once, in the same transaction.
 */
export async function setProxy(deps: Deps, actor: Actor, rawInput: unknown, origin: Origin): Promise<ProxyAnswer> {
  const { auctionId, limit } = parseInput(ProxyInput, rawInput);
  const client = await deps.lookUps.connect();
  try {
    await client.query("begin");
    const answer = await setUnderLock(client, deps, actor, origin, auctionId, limit);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function setUnderLock(client: PoolClient, deps: Deps, actor: Actor, origin: Origin, auctionId: string, limit: Fen | null): Promise<ProxyAnswer> {
  const lot = (await lockLots(client, [auctionId], "wait"))[0] ?? notFound("auction", auctionId);
  const decision = decide(actor, "bid.set-proxy", { ownerId: lot.sellerId });
  if (!decision.allowed) throw new DomainError(decision.reason, decision.reason === "NOT_SIGNED_IN" ? "unauthenticated" : "forbidden");
  const { now, askedAt, ofLots } = await readFacts(client, deps.config, { memory: rememberBidders(), callers: callerLook(deps) }, [{ auctionId, bids: [{ actor, requestId: "" }] }], "trust");
  const { bidders, proxies: limits } = ofLots[0]!;
  const bidder = bidders.get(organisationOf(actor)?.id ?? "");
  if (!bidder) throw new DomainError("BIDDER_NOT_ADMITTED", "forbidden");
  const terms = termsInForce(lot);
  if (terms.procedure?.proxy !== true) refuse("PROXY_NOT_ANNOUNCED");
  if (limit !== null) {
    const isTaken = lot.frozenAt === null && now >= terms.freeStart && now < lot.endsAt;
    if (!isTaken) refuse("PROXY_NOT_OPEN");
    if (bidder.depositState !== "LOCKED") refuse("DEPOSIT_NOT_LOCKED");
    const minimum = nextMinimum(terms.incrementTable, terms.startPriceFen, lot.currentFen ?? undefined);
    if (limit < minimum && lot.leaderNo !== bidder.bidderNo) refuse("PROXY_LIMIT_TOO_LOW", { minimum: toYuanText(minimum) });
  }
  await store(client, deps, auctionId, bidder, actor, limit, now);
  const others = limits.filter(({ bidderNo }) => bidderNo !== bidder.bidderNo);
  const proxies = limit === null ? others : [...others, { bidderNo: bidder.bidderNo, limitFen: limit, setAt: now, bidder }];
  const bids = judgeBatch(lot, now, proxies).answers();
  if (bids.length > 0) {
    const moved = [{ lot, decided: bids.map((bid) => automatic(bid, origin)) }];
    await writeBids(client, { now, askedAt }, moved);
    await moveLots(client, now, moved);
  }
  await recordProxy(client, actor, origin, lot, bidder.bidderNo, limit !== null, now);
  const leader = bids.at(-1)?.standing.leader ?? standingOf(lot, terms).leader;
  return { bidderNo: bidder.bidderNo, isSet: limit !== null, leads: leader === bidder.bidderNo };
}

async function store(client: PoolClient, deps: Deps, auctionId: string, bidder: BidderRow, actor: Actor, limit: Fen | null, now: Date): Promise<void> {
  if (limit === null) {
    await client.query("update auction_proxy set ended_at = $3 where auction_id = $1 and bidder_no = $2 and ended_at is null", [auctionId, bidder.bidderNo, now]);
    return;
  }
  await client.query(
    `insert into auction_proxy (auction_id, bidder_no, sealed_limit, set_by_id, set_at) values ($1, $2, $3, $4, $5)
     on conflict (auction_id, bidder_no) do update set sealed_limit = excluded.sealed_limit, set_by_id = excluded.set_by_id, set_at = excluded.set_at, ended_at = null`,
    [auctionId, bidder.bidderNo, seal(deps.config.secretKey, String(limit)), personIdOf(actor) ?? bidder.buyerId, now],
  );
}

async function recordProxy(client: PoolClient, actor: Actor, origin: Origin, lot: { readonly id: string; readonly divisionCode: string }, bidderNo: string, isSet: boolean, now: Date): Promise<void> {
  const content = auditContent("bid.set-proxy", actor, origin, now, { type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { bidderNo, isSet } });
  await client.query(
    `insert into audit_entry (at, act, actor_kind, person_id, organisation_id, session_id, api_key_id, ip, user_agent, request_id, subject_type, subject_id, division_code, after, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [content.at, content.act, content.actorKind, content.personId, content.organisationId, content.sessionId, content.apiKeyId, content.ip, content.userAgent, content.requestId, "auction", lot.id, lot.divisionCode, JSON.stringify(content.after), auditHash(content)],
  );
}
