import type { Prisma } from "../generated/client.ts";
import { demandRightsFree } from "../listing/index.ts";
import { agreedRoom, concludeRoom, demandNoticeWay } from "../negotiation/index.ts";
import { demandFunderAgrees } from "../project-contract/index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { namedPrice, paymentSentence, termsToJson } from "../terms/index.ts";
import { OpenFromRoomInput } from "./deal.schema.ts";
import { create } from "./open-deal.ts";
import { signingDueAt } from "./signing-term.ts";

/** Carries what was agreed in talks on to a deal (洽谈成交), where the seller owes no public notice. The terms are those of the room. */
export const openDealFromRoom = defineUseCase("deal.open-from-room", OpenFromRoomInput, async (ctx, { roomId }) => {
  const agreed = await agreedRoom(ctx, roomId);
  demandNoticeWay(agreed, "DEAL");
  const { room, terms, agreedAt } = agreed;
  await demandFunderAgrees(ctx.tx, room.resultId);
  await demandRightsFree(ctx, { id: room.id, resultId: room.resultId, tradeMode: terms.tradeMode, licenceKind: terms.licence?.kind ?? null, territory: terms.licence?.territory });
  const opened = await create(ctx, {
    origin: "NEGOTIATED",
    resultId: room.resultId,
    sellerId: room.sellerId,
    buyerId: room.buyerId,
    venueId: null,
    priceFen: namedPrice(terms.payment),
    tradeMode: terms.tradeMode,
    licenceKind: terms.licence?.kind ?? null,
    licenceYears: terms.licence?.years ?? null,
    licenceTerritory: terms.licence?.territory ?? null,
    paymentTerms: paymentSentence(terms.payment),
    terms: termsToJson(terms) as Prisma.InputJsonObject,
    awardedAt: agreedAt,
    signDueAt: await signingDueAt(ctx.tx, { venueId: null, announcedAt: agreedAt, runsFrom: ctx.clock.now() }),
    divisionCode: room.divisionCode,
    title: room.result.title,
  });
  await concludeRoom(ctx, room, { dealId: opened.dealId });
  return opened;
});
