import type { Day } from "./clock.ts";

/** One version of a rule that differs between provinces and years. Versions are added to a table, never changed. */
export type ProvincialRule = {
  readonly version: string;
  /** First two digits of the division code; "00" holds where no province says more. */
  readonly province: string;
  readonly from: Day;
  readonly source: string;
};

/** The version of one province's rule on a day: the latest that has begun. */
export function inForce<Rule extends ProvincialRule>(table: readonly Rule[], province: string, on: Day): Rule | undefined {
  const begun = table.filter((rule) => rule.province === province && rule.from <= on);
  return begun.reduce<Rule | undefined>((latest, rule) => (latest && latest.from > rule.from ? latest : rule), undefined);
}

/** The rule that holds in a division ("330100") on a day: its province's, else the national one. */
export function ruleInForce<Rule extends ProvincialRule>(table: readonly Rule[], divisionCode: string, on: Day): Rule {
  const rule = inForce(table, divisionCode.slice(0, 2), on) ?? inForce(table, "00", on);
  if (!rule) throw new RangeError(`no national rule in force on ${on}`);
  return rule;
}
