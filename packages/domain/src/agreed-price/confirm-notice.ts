import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { lockNotice, moveNotice } from "./notice.repository.ts";
import { ConfirmNoticeInput } from "./notice.schema.ts";
import { termsHash, termsOf } from "./notice.terms.ts";

const CONFIRMABLE = ["PREPARED", "RUNNING", "OBJECTED", "CLEARED"] as const;

/** The buyer agrees to the very terms he has before him (受让方确认). A later change of the terms undoes it. */
export const confirmNotice = defineUseCase("notice.confirm", ConfirmNoticeInput, async (ctx, { noticeId, termsHash: seen }) => {
  const notice = await lockNotice(ctx.tx, noticeId);
  ctx.authorise({ ownerId: notice.sellerId, counterpartyId: notice.buyerId });
  if (!CONFIRMABLE.some((state) => state === notice.state)) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: notice.state, event: "confirm" });
  if (termsHash(notice) !== seen) throw new DomainError("NOTICE_TERMS_CHANGED", "conflict");
  if (notice.buyerConfirmedAt !== null) refuse("NOTICE_ALREADY_CONFIRMED");
  const at = ctx.clock.now();
  await moveNotice(ctx.tx, notice, notice.state, { buyerConfirmedAt: at }, { event: "confirm", effectiveAt: at, at });
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, after: { confirmedAt: at, termsHash: seen, ...termsOf(notice) } });
  await notifyOrganisation(ctx, notice.sellerId, ["SELLER"], { kind: "notice.confirmed", params: { buyer: notice.buyer.name, title: notice.result.title }, link: `/desk/notices/${noticeId}` });
  return { noticeId, state: notice.state, confirmedAt: at };
});
