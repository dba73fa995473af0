import { z } from "zod";
import { startOfDay, type Day } from "../shared/clock.ts";
import { invalidField } from "../shared/errors.ts";
import { readParameter } from "../shared/parameter.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { enterpriseIncomeTax } from "./enterprise-income-tax.rules.ts";
import { rewardTaxBase } from "./personal-income-tax.rules.ts";
import { stampDuty } from "./stamp-duty.rules.ts";
import { IncomeTaxInput, RewardInput, StampDutyInput, VatInput } from "./tax-relief.schema.ts";
import { valueAddedTax } from "./value-added-tax.rules.ts";

/**
 * Whether the exemption of 2016 is taken to continue under the VAT Law of 2026 (free of doubt before it). The law was read and does not say; so it is
 * a parameter with the date from which it holds, set when the State Council or the tax body has said it, and off until then.
 */
export const VAT_SWITCH = "tax.vat-exemption-continues";

export async function vatExemptionContinues(db: Pick<ReadContext["db"], "parameter">, on: Day): Promise<boolean> {
  return readParameter(db, VAT_SWITCH, z.boolean(), startOfDay(on), false);
}

/** No rule of that day is the asker's matter, not a fault. */
function ruled<Result>(path: string, calculate: () => Result): Result {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) invalidField(path, "TAX_NO_RULE");
    throw error;
  }
}

/** 增值税测算. */
export const calculateVat = defineQuery("tax.calculate", VatInput, async (ctx, { price, goods, sellerDivision, underContractType, ...input }) => {
  ctx.authorise();
  const exemptionContinues = await vatExemptionContinues(ctx.db, input.on);
  const result = ruled("on", () => valueAddedTax({ ...input, priceFen: price, goodsFen: goods ?? 0n, sellerDivision: sellerDivision ?? "", ...(underContractType ? { underContractType } : {}), exemptionContinues }));
  return { ...result, exemptionContinues };
});

/** 技术转让所得企业所得税测算. */
export const calculateIncomeTax = defineQuery("tax.calculate", IncomeTaxInput, async (ctx, { incomes, year, zone, registered, separateAccounts, whollyRelated }) => {
  ctx.authorise();
  return enterpriseIncomeTax(incomes.map((income) => ({ ...income, registered, separateAccounts, whollyRelated })), year, zone);
});

/** 职务科技成果转化现金奖励个人所得税测算. */
export const calculateReward = defineQuery("tax.calculate", RewardInput, async (ctx, { reward, ...facts }) => {
  ctx.authorise();
  return rewardTaxBase({ rewardFen: reward, ...facts });
});

/** 印花税测算. */
export const calculateStampDuty = defineQuery("tax.calculate", StampDutyInput, async (ctx, { amount, vatShown, researchMoney, ...facts }) => {
  ctx.authorise();
  return ruled("signedOn", () => stampDuty({ ...facts, amountFen: amount, vatShownFen: vatShown ?? 0n, ...(researchMoney ? { researchMoneyFen: researchMoney } : {}) }));
});
