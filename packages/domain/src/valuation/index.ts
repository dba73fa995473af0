export { recordValuation, withdrawValuation } from "./record-valuation.ts";
export { comparisonFor, listValuations } from "./valuation.queries.ts";
export type { PriceComparison, ValuationWarning } from "./valuation.rules.ts";
export { VALUATION_TEXTS } from "./valuation.texts.ts";
