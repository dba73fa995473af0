import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { addFen, fen, maxFen, minFen, shareFloor, subtractFen, toYuanText, type Fen } from "../shared/money.ts";
import type { DealTerms, PaymentTerms } from "./terms.schema.ts";

/** The amount that the paper names: fixed for a sum, the value for equity, an expectation where all depends on sales. */
export function namedPrice(payment: PaymentTerms): Fen {
  switch (payment.form) {
    case "LUMP_SUM":
    case "INSTALMENTS":
      return payment.price;
    case "ENTRY_AND_ROYALTY":
      return payment.entry;
    case "EQUITY":
      return payment.value;
    case "ROYALTY":
    case "USE_FIRST":
      return payment.expected;
  }
}

/** Rights and income §9: the amount of such a contract is an expectation; value counts only on payment. */
export function isExpectation({ form }: PaymentTerms): boolean {
  return form === "ROYALTY" || form === "USE_FIRST";
}

/** What keeps terms from being offered, agreed or published; everything at once. `prefix` is where they stand in the input. */
export function termProblems(terms: DealTerms, today: Day, prefix = "terms"): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const complain = (path: string, code: string, details: Readonly<Record<string, unknown>> = {}): void => void problems.push({ path: `${prefix}.${path}`, code, details });
  const { payment } = terms;
  if (terms.tradeMode === "LICENCE" && terms.licence === null) complain("licence.kind", "TERMS_LICENCE_NEEDED");
  if (terms.tradeMode !== "LICENCE" && terms.licence !== null) complain("licence.kind", "TERMS_NO_LICENCE");
  // 作价入股 is the contribution itself: neither without the other.
  if ((terms.tradeMode === "EQUITY") !== (payment.form === "EQUITY")) complain("payment.form", "TERMS_EQUITY_BOTH");
  if (payment.form === "USE_FIRST" && terms.tradeMode !== "LICENCE") complain("payment.form", "TERMS_USE_FIRST_LICENCE");
  if (payment.form === "INSTALMENTS") {
    const sum = addFen(...payment.parts.map(({ amount }) => amount));
    if (sum !== payment.price) complain("payment.parts", "TERMS_PARTS_DO_NOT_ADD_UP", { sum: toYuanText(sum), price: toYuanText(payment.price) });
    payment.parts.forEach(({ dueOn }, i) => {
      if (i > 0 && dueOn <= payment.parts[i - 1]!.dueOn) complain(`payment.parts.${i}.dueOn`, "TERMS_PARTS_NOT_IN_ORDER");
    });
  }
  if ("cap" in payment && payment.cap !== null && payment.cap < namedPrice(payment) && isExpectation(payment)) complain("payment.cap", "TERMS_CAP_BELOW_EXPECTED");
  if (payment.form === "USE_FIRST") {
    // §9 MATCHED → TRIAL: trigger, formula, cap, audit right, exit and breach must all be there.
    if (payment.cap === null) complain("payment.cap", "TERMS_USE_FIRST_LACKS", { part: "CAP" });
    if (!payment.auditRight) complain("payment.auditRight", "TERMS_USE_FIRST_LACKS", { part: "AUDIT" });
    if (payment.exitTerms === "") complain("payment.exitTerms", "TERMS_USE_FIRST_LACKS", { part: "EXIT" });
    if (payment.breachTerms === "") complain("payment.breachTerms", "TERMS_USE_FIRST_LACKS", { part: "BREACH" });
    if (payment.outerOn <= today) complain("payment.outerOn", "TERMS_OUTER_DATE_PAST");
  }
  return problems;
}

/** What the parties agreed that late payment costs a year, in basis points; null where they left it to the venue's rules. */
export function lateRateOf(payment: PaymentTerms): number | null {
  return ("lateBpPerYear" in payment ? payment.lateBpPerYear : undefined) ?? null;
}

type Formula = { readonly baseFen: bigint; readonly royaltyBp: number; readonly capFen: bigint | null };

/** `fee = min(cap, base + royalty% × sales)`, rights and income §9. Part fen are not owed. */
export function royaltyFee({ baseFen, royaltyBp, capFen }: Formula, cumulativeSalesFen: bigint): Fen {
  const fee = addFen(baseFen, shareFloor(cumulativeSalesFen, royaltyBp));
  return capFen === null ? fee : minFen(capFen, fee);
}

/** What is due now when so much has been sold in all and so much was paid before. */
export function royaltyDue(formula: Formula, cumulativeSalesFen: bigint, paidFen: bigint): Fen {
  return maxFen(0n, subtractFen(royaltyFee(formula, cumulativeSalesFen), paidFen));
}

/** The formula that the payment terms state, where the fee depends on sales. */
export function formulaOf(payment: PaymentTerms): Formula | null {
  switch (payment.form) {
    case "ENTRY_AND_ROYALTY":
      return { baseFen: payment.entry, royaltyBp: payment.royaltyBp, capFen: payment.cap };
    case "ROYALTY":
      return { baseFen: 0n, royaltyBp: payment.royaltyBp, capFen: payment.cap };
    case "USE_FIRST":
      return { baseFen: payment.base ?? fen(0n), royaltyBp: payment.royaltyBp, capFen: payment.cap };
    default:
      return null;
  }
}
