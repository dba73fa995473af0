import { readAuction, readBids } from "@ttx/domain/auction";
import type { Actor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { toWire } from "@ttx/domain/shared/wire";
import type { Lang } from "@ttx/ui/text";
import { deps } from "#runtime/deps.ts";
import { LiveLot } from "./live-lot.tsx";
import { StagedLot } from "./staged-lot.tsx";
import type { LotBid, LotView } from "./use-lot.ts";

type Lot = Awaited<ReturnType<typeof readLot>>;
const SHOWN_BIDS = 200;

export function readLot(actor: Actor, auctionId: string) {
  return read(deps(), readAuction, actor, { auctionId });
}

/** The running part of a lot's page, on the public site and at the desks alike: bid openly, or in stages. */
export async function LotScreen({ lang, actor, lot }: { readonly lang: Lang; readonly actor: Actor; readonly lot: Lot }) {
  const { items } = await read(deps(), readBids, actor, { auctionId: lot.id, after: Math.max(0, lot.sequence - SHOWN_BIDS), limit: SHOWN_BIDS });
  const bids = items.filter(({ kind }) => kind !== "HALTED" && kind !== "REOPENED").toReversed();
  const wire = toWire({ ...lot, bids }) as LotView & { readonly bids: LotBid[]; readonly startPrice: string; readonly freeStartsAt: string };
  const shared = {
    lang,
    auctionId: lot.id,
    lotNo: lot.no,
    startPrice: wire.startPrice,
    startsAt: wire.freeStartsAt,
    initial: wire,
    bids: wire.bids,
    isDesk: actor.kind !== "anonymous",
    hall: { presider: lot.presider, frozenReason: lot.frozenReason, isNotBegun: lot.isNotBegun, reopensAt: lot.reopensAt?.toISOString() ?? null, messages: lot.messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })) },
  };
  if (lot.stage === null || lot.terms.procedure === null) return <LiveLot {...shared} rules={{ priorityMode: lot.terms.priorityMode, allowProxy: lot.terms.allowProxy, allowTopUpByLeader: lot.terms.allowTopUpByLeader }} />;
  return <StagedLot {...shared} terms={lot.terms.procedure} stage={{ stage: lot.stage, stageRound: lot.stageRound, stageEndsAt: lot.stageEndsAt?.toISOString() ?? null, closedAt: lot.closedAt?.toISOString() ?? null }} />;
}
