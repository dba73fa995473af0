// The browser's door: codes and labels.
export { VALUATION_METHODS, type ValuationMethod } from "./valuation.rules.ts";
export { VALUATION_METHOD_LABELS, VALUATION_WARNING_LABELS } from "./valuation.labels.ts";
