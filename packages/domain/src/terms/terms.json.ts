import { toYuanText } from "../shared/money.ts";
import { DealTerms, type DealTermsInput } from "./terms.schema.ts";

/** As it is stored and sent; `DealTerms.parse` reads it back. */
export function termsToJson(terms: DealTerms): DealTermsInput {
  return JSON.parse(JSON.stringify(terms, (_key, value: unknown) => (typeof value === "bigint" ? toYuanText(value) : value))) as DealTermsInput;
}

export function storedTerms(value: unknown): DealTerms | null {
  return value === null || value === undefined ? null : DealTerms.parse(value);
}
