import type { ContractEffect } from "../export-control/index.ts";
import type { Instalment } from "../settlement/index.ts";
import { dayOfColumn } from "../shared/input.ts";
import type { DealRow } from "./deal.repository.ts";

/**
 * The plan of payment as it binds: nothing is due on a contract that is not in effect yet, and what was to be paid earlier is due on the day on which it
 * takes effect. Rights and income §12.1, §12.3.
 */
export function dueInEffect({ payments }: Pick<DealRow, "payments">, { isAwaited, from }: ContractEffect): readonly Instalment[] {
  if (isAwaited) return [];
  return payments.map(({ dueOn, amountFen }) => {
    const written = dayOfColumn(dueOn);
    return { dueOn: from !== null && from > written ? from : written, amountFen };
  });
}
