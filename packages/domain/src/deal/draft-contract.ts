import { advanceListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { checkContract, contractHash, paymentReference } from "./contract-draft.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { factsOf, lockDeal, moveDeal } from "./deal.repository.ts";
import { redraftRefusal } from "./deal.rules.ts";
import { DraftContractInput } from "./deal.schema.ts";
import { oneSumRuleOf } from "./one-sum.ts";

/** The seller puts the contract up for signing (拟定合同): text, term and plan of payment under one hash. Free to change until somebody signs. */
export const draftContract = defineUseCase("deal.draft-contract", DraftContractInput, async (ctx, { dealId, version, contractText, ...input }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  demandNotWithheld(deal.result);
  if (deal.version !== version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const isFirst = deal.state === "AWARDED";
  const state = step(DEAL_MOVES, deal.state, isFirst ? "draftContract" : "redraft");
  const signedBy = [deal.sellerSignedAt && deal.sellerId, deal.buyerSignedAt && deal.buyerId].filter((id) => typeof id === "string");
  const refusal = redraftRefusal(signedBy);
  if (refusal) refuse(`DEAL_${refusal}`);
  const at = ctx.clock.now();
  const typed = { ...input, instalments: input.instalments.map(({ dueOn, amount }) => ({ dueOn, amountFen: amount })) };
  checkContract(deal, typed, contractText, { now: at, oneSum: await oneSumRuleOf(ctx.tx, deal, typed.validFrom, at) });

  const hash = contractHash(deal, typed, contractText);
  await moveDeal(ctx.tx, deal, { state }, {
    contractName: typed.contractName, contractText, contractHash: hash, validFrom: dateColumn(typed.validFrom), validTo: dateColumn(typed.validTo), draftedAt: at,
  });
  await ctx.tx.dealPayment.deleteMany({ where: { dealId } });
  await ctx.tx.dealPayment.createMany({
    data: typed.instalments.map(({ dueOn, amountFen }, i) => ({ dealId, no: i + 1, dueOn: dateColumn(dueOn), amountFen, reference: paymentReference(deal.no, i + 1) })),
  });
  if (isFirst && deal.listingId !== null) await advanceListing(ctx, deal.listingId, "startContracting", at);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state, contractHash: deal.contractHash }, after: { state, contractHash: hash, ...typed } });
  await notifyOrganisation(ctx, deal.buyerId, ["BUYER"], { kind: "deal.contract-drafted", params: { no: deal.no }, link: `/desk/deals/${dealId}` });
  return { dealId, state, version: version + 1, contractHash: hash };
});
