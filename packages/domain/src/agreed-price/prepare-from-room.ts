import { agreedRoom, concludeRoom, demandNoticeWay } from "../negotiation/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import type { Prisma } from "../generated/client.ts";
import { dayOf } from "../shared/clock.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { namedPrice, paymentSentence, termsToJson } from "../terms/index.ts";
import { PrepareFromRoomInput } from "./notice.schema.ts";
import { termsOf } from "./notice.terms.ts";
import { createNotice, termColumns } from "./prepare-notice.ts";

/**
 * Carries what was agreed in talks on to the notice of an agreed price (洽谈转公示). The buyer has agreed to these very terms already, unless
 * the seller now adds a venue that settles: then he confirms once more. 促进科技成果转化法 18.
 */
export const prepareNoticeFromRoom = defineUseCase("notice.prepare-from-room", PrepareFromRoomInput, async (ctx, { roomId, ...added }) => {
  const agreed = await agreedRoom(ctx, roomId);
  demandNoticeWay(agreed, "NOTICE");
  const { room, terms, agreedAt } = agreed;
  const result = await ctx.tx.result.findUniqueOrThrow({ where: { id: room.resultId } });
  if (result.state !== "PUBLISHED") refuse("NOTICE_RESULT_NOT_PUBLISHED");
  const columns = await termColumns(ctx.tx, room.sellerId, {
    ...added,
    buyerId: room.buyerId,
    tradeMode: terms.tradeMode,
    licenceKind: terms.licence?.kind ?? null,
    licenceYears: terms.licence?.years ?? null,
    price: namedPrice(terms.payment),
    paymentForm: paymentSentence(terms.payment),
  }, dayOf(ctx.clock.now()));
  const isConfirmed = added.venueId === undefined || added.venueId === null;
  const notice = await createNotice(ctx, result, { ...columns, terms: termsToJson(terms) as Prisma.InputJsonObject }, isConfirmed ? agreedAt : null);
  await concludeRoom(ctx, room, { noticeId: notice.id });
  ctx.record({ type: "notice", id: notice.id, divisionCode: notice.divisionCode, after: { state: notice.state, no: notice.no, room: room.no, ...termsOf(notice) } });
  if (!isConfirmed) {
    await notifyOrganisation(ctx, notice.buyerId, ["BUYER", "ORG_ADMIN"], { kind: "notice.to-confirm", params: { seller: room.seller.name, title: result.title }, link: `/desk/notices/${notice.id}` });
  }
  return { noticeId: notice.id, no: notice.no, state: notice.state, confirmed: isConfirmed };
});
