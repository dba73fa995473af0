export { calculateIncomeTax, calculateReward, calculateStampDuty, calculateVat } from "./calculate-tax.ts";
export { readTaxProof } from "./tax-proof.ts";
export { TAX_TEXTS } from "./tax-relief.texts.ts";
export { IncomeTaxInput, RewardInput, StampDutyInput, VatInput } from "./tax-relief.schema.ts";
