export {
  accruedInterest, arrears, DEFAULT_SETTLEMENT_PARAMETERS, feeParts, fullPriceDueOn, isInBreach, judgePayment, marginalFee, mayRequestCertificate, overdueInterest,
  planProblems, releaseDueAt, releaseRefusal, tariffRefusal, type FeeParts, type FeeTariff, type Instalment, type PlanProblem, type SettlementParameters,
} from "./settlement.rules.ts";
export { SETTLEMENT_MOVES, type SettlementEvent, type SettlementState } from "./settlement.machine.ts";
export { SETTLEMENT_STATE_LABELS } from "./settlement.labels.ts";
export { feeTariffAt } from "./fee-tariff.ts";
export { setVenueRules } from "./set-venue-rules.ts";
export { SETTLEMENT_TEXTS } from "./settlement.texts.ts";
export { earliestEffect } from "./venue-rules.rules.ts";
export { readVenueRules } from "./venue-rules.query.ts";
export { readVenueFees } from "./venue-fees.query.ts";
export { settlementParametersAt } from "./settlement-parameters.ts";
