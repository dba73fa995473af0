import { capitalYuan } from "../shared/capital-yuan.ts";
import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, type FieldProblem } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import { storedTerms } from "../terms/index.ts";
import { planProblems, type Instalment } from "../settlement/index.ts";
import type { ContractSource } from "./contract-text.ts";
import type { DealRow } from "./deal.repository.ts";
import { agreedPlanProblems, agreedTextProblems } from "./agreed-terms.rules.ts";
import { contractTextProblems } from "./deal.rules.ts";
import { lateParametersOf } from "./late-rate.ts";
import type { OneSumRule } from "./one-sum.ts";
import { isUsedFirst } from "./use-first-deal.ts";

export type TypedContract = { readonly contractName: string; readonly validFrom: Day; readonly validTo: Day; readonly instalments: readonly Instalment[] };

/** The facts of the deal that the clause template needs. */
export async function contractSource(db: Pick<Tx, "listing" | "parameter" | "publicNotice" | "resultRight">, deal: DealRow, typed: TypedContract): Promise<ContractSource> {
  const rights = await db.resultRight.findMany({ where: { resultId: deal.resultId }, orderBy: { position: "asc" }, select: { title: true, number: true } });
  // A natural person's code is an identity number: it stays out of papers that travel.
  const party = ({ name, creditCode, address, kind }: DealRow["seller"]) => ({ name, address, creditCode: kind === "INDIVIDUAL" ? null : creditCode });
  const late = await lateParametersOf(db, deal);
  const isCounted = deal.venueId !== null || late.lateRateAgreed || isUsedFirst(deal);
  return {
    ...typed,
    lateRate: isCounted ? { bp: late.overdueInterestBpPerYear, agreed: late.lateRateAgreed } : null,
    dealNo: deal.no,
    tradeMode: deal.tradeMode,
    licenceKind: deal.licenceKind,
    licenceYears: deal.licenceYears,
    licenceTerritory: deal.licenceTerritory,
    seller: party(deal.seller),
    buyer: party(deal.buyer),
    venue: deal.venue?.name ?? null,
    result: deal.result.title,
    rights,
    priceFen: deal.priceFen,
    terms: storedTerms(deal.terms),
  };
}

/** Throws everything at once that keeps a contract from being put up for signing. */
export function checkContract(deal: DealRow, typed: TypedContract, text: string, { now, oneSum }: { readonly now: Date; readonly oneSum: OneSumRule | null }): void {
  const details = { price: toYuanText(deal.priceFen), workingDays: oneSum?.workingDays, dueOn: oneSum?.dueOn };
  const problems: FieldProblem[] = [
    ...planProblems({ priceFen: deal.priceFen, effectiveOn: typed.validFrom, stateEquity: false, oneSumBy: oneSum?.dueOn ?? null, instalments: typed.instalments }).map((problem) => ({
      path: problem === "ONE_SUM_TOO_LATE" ? "instalments.0.dueOn" : "instalments",
      code: `DEAL_PLAN_${problem}`,
      details,
    })),
    ...contractTextProblems(text, { seller: deal.seller.name, buyer: deal.buyer.name, result: deal.result.title, priceFen: deal.priceFen, priceCapital: capitalYuan(deal.priceFen) }).map((lack) => ({
      path: "contractText",
      code: `DEAL_TEXT_LACKS_${lack}`,
    })),
  ];
  const terms = storedTerms(deal.terms);
  if (terms !== null) problems.push(...agreedPlanProblems(terms, typed).map((code) => ({ path: "instalments", code })), ...agreedTextProblems(terms, text).map((lack) => ({ path: "contractText", code: `DEAL_TEXT_LACKS_${lack}` })));
  if (typed.instalments.some(({ dueOn }) => dueOn < dayOf(now))) problems.push({ path: "instalments", code: "DEAL_PLAN_BEFORE_SIGNING" });
  if (problems.length > 0) throw new DomainError("DEAL_CONTRACT_NOT_FIT", "invalid", {}, problems);
}

/** What both sides sign: the text with the terms that the platform acts on. */
export function contractHash(deal: Pick<DealRow, "no" | "sellerId" | "buyerId" | "resultId" | "priceFen" | "tradeMode" | "licenceKind" | "licenceYears">, typed: TypedContract, text: string): string {
  const { no, sellerId, buyerId, resultId, priceFen, tradeMode, licenceKind, licenceYears } = deal;
  const instalments = typed.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amountFen: String(amountFen) }));
  const { contractName, validFrom, validTo } = typed;
  return sha256(canonicalJson({ no, sellerId, buyerId, resultId, priceFen: String(priceFen), tradeMode, licenceKind, licenceYears, contractName, validFrom, validTo, instalments, text })).toString("hex");
}

/** The contract as it was drafted, read back from the rows. */
export function draftedContract(deal: DealRow): TypedContract | null {
  if (deal.contractName === null || deal.validFrom === null || deal.validTo === null) return null;
  return {
    contractName: deal.contractName,
    validFrom: dayOfColumn(deal.validFrom),
    validTo: dayOfColumn(deal.validTo),
    instalments: deal.payments.map(({ dueOn, amountFen }) => ({ dueOn: dayOfColumn(dueOn), amountFen })),
  };
}

/** What the payer writes on the transfer (附言): the deal's number and the instalment's. */
export function paymentReference(dealNo: string, no: number): string {
  return `JK${dealNo.replace(/\D/g, "")}${String(no).padStart(2, "0")}`;
}

/** What the buyer writes on the transfer of interest for a late price. */
export function interestReference(dealNo: string): string {
  return `LX${dealNo.replace(/\D/g, "")}`;
}

/** What the buyer writes on the transfer of his part of the fee (服务费). */
export function buyerFeeReference(dealNo: string): string {
  return `FW${dealNo.replace(/\D/g, "")}`;
}

/** What the seller writes on the transfer by which he gives a price back. */
export function returnReference(dealNo: string): string {
  return `TH${dealNo.replace(/\D/g, "")}`;
}
