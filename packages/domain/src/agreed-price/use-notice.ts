import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice, type NoticeRow } from "./notice.repository.ts";
import { contractMatchesNotice, useRefusal } from "./notice.rules.ts";
import { agreedTerms, modeOf, termsText } from "./notice.terms.ts";

export type ContractTerms = {
  readonly resultId: string;
  readonly buyerId: string;
  readonly priceFen: bigint;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  /** As the notice has them, in the shape of `terms`. */
  readonly terms: unknown;
};

/** The notice, if a contract with these terms may rely on it now; refused when it is not cleared, deviates or has expired. Trading §6.2, §9.9. */
export async function noticeForContract(ctx: Pick<Context, "tx" | "clock">, noticeId: string, contract: ContractTerms): Promise<NoticeRow> {
  const notice = await lockNotice(ctx.tx, noticeId);
  demandNotWithheld(notice.result);
  if (notice.state === "EXPIRED") refuse("NOTICE_EXPIRED");
  if (notice.state !== "CLEARED" || notice.validUntil === null) refuse("NOTICE_NOT_CLEARED");
  if (notice.buyerConfirmedAt === null) refuse("NOTICE_NOT_CONFIRMED");
  const deviations = contractMatchesNotice(agreedTerms(notice), { resultIds: [contract.resultId], priceFen: contract.priceFen, mode: modeOf(contract), terms: termsText(contract.terms), buyerId: contract.buyerId });
  const refusal = useRefusal({ deviations, validUntil: notice.validUntil, now: ctx.clock.now() });
  if (refusal === "CONTRACT_DEVIATES") {
    throw new DomainError(refusal, "refused", {}, deviations.map((deviation) => ({ path: deviation.toLowerCase(), code: `CONTRACT_DEVIATES_${deviation}` })));
  }
  if (refusal) refuse(refusal);
  return notice;
}

/** The contract was signed on the notice (已签约): it can carry no other. */
export async function useNotice(ctx: Pick<Context, "tx" | "clock" | "notDue">, noticeId: string, contract: ContractTerms): Promise<void> {
  const notice = await noticeForContract(ctx, noticeId, contract);
  const at = ctx.clock.now();
  await moveNotice(ctx.tx, notice, step(NOTICE_MOVES, notice.state, "use"), {}, { event: "use", effectiveAt: at, at });
  await ctx.notDue(NOTICE_DUE.expire, noticeId);
}
