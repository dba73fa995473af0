import { draftContract, signDeal } from "../src/deal/index.ts";
import { SYSTEM } from "../src/shared/actor.ts";
import { addDays, daysBetween, type Day } from "../src/shared/clock.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import { matchUseFirst, startUseFirst } from "../src/use-first/index.ts";
import { anOpenDeal, contractDraft, today, type NoticeOptions, type TestDeal } from "./deals.ts";
import { anOrigin } from "./origin.ts";

export type UsedFirst = TestDeal & { readonly useFirstId: string; readonly outerOn: Day };

/** 4 % of sales, capped at 60 万, for which nothing is due before the trigger. */
export const useFirstTerms = (outerOn: string, trigger: "REVENUE_LEVEL" | "DATE" = "REVENUE_LEVEL", smeOnly?: true, lateBpPerYear?: number): NoticeOptions => ({
  direct: true, tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5, price: "500000.00",
  payment: { form: "USE_FIRST", expected: "500000", royaltyBp: 400, royaltyBase: "NET_SALES", cap: "600000", trigger, triggerText: "累计销售额达到 100 万元", outerOn, auditRight: true, exitTerms: "触发付费前可书面退出。", breachTerms: "逾期中止许可。", ...(smeOnly ? { smeOnly } : {}), ...(lateBpPerYear === undefined ? {} : { lateBpPerYear }) },
});

/** A licence on these terms that both have signed. */
export async function aUseFirstTrial(deps: Deps, trigger: "REVENUE_LEVEL" | "DATE" = "REVENUE_LEVEL", lateBpPerYear?: number): Promise<UsedFirst> {
  const outerOn = addDays(await today(deps), 60);
  const deal = await anOpenDeal(deps, useFirstTerms(outerOn, trigger, undefined, lateBpPerYear));
  const { useFirstId } = await execute(deps, matchUseFirst, SYSTEM, { dealId: deal.dealId }, anOrigin());
  const { contractHash } = await execute(deps, draftContract, deal.seller, await contractDraft(deps, deal, [{ inDays: daysBetween(await today(deps), outerOn), amount: deal.price }]), anOrigin());
  for (const signer of [deal.buyer, deal.seller]) await execute(deps, signDeal, signer, { dealId: deal.dealId, contractHash }, anOrigin());
  await execute(deps, startUseFirst, SYSTEM, { dealId: deal.dealId }, anOrigin());
  return { ...deal, useFirstId: useFirstId!, outerOn };
}
