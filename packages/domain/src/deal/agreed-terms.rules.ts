import { addDays, type Day } from "../shared/clock.ts";
import { lateRateOf, percentText, type DealTerms } from "../terms/index.ts";

type Plan = { readonly validFrom: Day; readonly instalments: readonly { readonly dueOn: Day; readonly amountFen: bigint }[] };

/** Whether the plan of payment is the one that was agreed: one sum in time, the very parts, and no other where the parties said so. */
export function agreedPlanProblems({ payment }: DealTerms, { validFrom, instalments }: Plan): "DEAL_PLAN_NOT_AS_AGREED"[] {
  switch (payment.form) {
    case "LUMP_SUM": {
      const [only] = instalments;
      return instalments.length === 1 && only!.dueOn <= addDays(validFrom, payment.withinDays) ? [] : ["DEAL_PLAN_NOT_AS_AGREED"];
    }
    case "INSTALMENTS": {
      const same = instalments.length === payment.parts.length && payment.parts.every(({ dueOn, amount }, i) => instalments[i]!.dueOn === dueOn && instalments[i]!.amountFen === amount);
      return same ? [] : ["DEAL_PLAN_NOT_AS_AGREED"];
    }
    case "USE_FIRST": {
      // Nothing falls due before the trigger: the plan names the expectation at the outer date.
      const [only] = instalments;
      return instalments.length === 1 && only!.dueOn === payment.outerOn ? [] : ["DEAL_PLAN_NOT_AS_AGREED"];
    }
    default:
      return [];
  }
}

/** 年率18.25%, not 118.25% and not any other number of the text. */
function statesLateRate(bare: string, rate: string): boolean {
  return bare.includes(`年率${rate}`) || bare.includes(`年利率${rate}`);
}

/** What the text must repeat of the agreed terms beside the parties, the result and the price. */
export function agreedTextProblems({ payment, licence }: DealTerms, text: string): ("ROYALTY" | "TERRITORY" | "LATE_RATE")[] {
  const bare = text.replace(/\s/g, "");
  const problems: ("ROYALTY" | "TERRITORY" | "LATE_RATE")[] = [];
  const lateBp = lateRateOf(payment);
  if (lateBp !== null && !statesLateRate(bare, percentText(lateBp))) problems.push("LATE_RATE");
  if ("royaltyBp" in payment && !bare.includes(percentText(payment.royaltyBp))) problems.push("ROYALTY");
  if (licence !== null && !bare.includes(licence.territory.replace(/\s/g, ""))) problems.push("TERRITORY");
  return problems;
}

const FIRMS: ReadonlySet<string> = new Set(["ENTERPRISE", "STATE_ENTERPRISE"]);

/**
 * Rights and income §9, OFFERED → MATCHED: where it is for small and medium firms the buyer is a firm; one whose earlier licence of this kind lies in
 * breach gets no other until it has paid.
 */
export function useFirstRefusal(facts: { readonly breaches: number; readonly smeOnly: boolean; readonly buyerKind: string }): "USE_FIRST_SME_ONLY" | "USE_FIRST_CREDIT_BLOCKED" | undefined {
  if (facts.smeOnly && !FIRMS.has(facts.buyerKind)) return "USE_FIRST_SME_ONLY";
  return facts.breaches > 0 ? "USE_FIRST_CREDIT_BLOCKED" : undefined;
}
