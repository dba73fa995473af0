import { shareFloor, type Fen } from "../shared/money.ts";

/** A descending procedure (减价式), trading §5.9: the price falls by a fixed share of the start price at each step. */
export type DescendingTerms = {
  readonly startPriceFen: Fen;
  readonly startsAt: Date;
  readonly stepSeconds: number;
  readonly stepBp: number;
  readonly maxSteps: number;
  /** The announced floor; for a state seller not below 90 % of the basis without approval (§2.2). */
  readonly floorFen: Fen;
};

/** `p_k = startPrice · (1 − stepBp · k)`; undefined below the floor or beyond the last step: the procedure stops there. */
export function descendingPrice(terms: Pick<DescendingTerms, "startPriceFen" | "stepBp" | "maxSteps" | "floorFen">, k: number): Fen | undefined {
  if (k < 0 || k > terms.maxSteps || terms.stepBp * k > 10_000) return undefined;
  const price = shareFloor(terms.startPriceFen, 10_000 - terms.stepBp * k);
  return price < terms.floorFen ? undefined : price;
}

/** The step that holds at an instant; undefined before the start. A step begins exactly at its instant. */
export function descendingStep(terms: Pick<DescendingTerms, "startsAt" | "stepSeconds">, at: Date): number | undefined {
  const elapsed = at.getTime() - terms.startsAt.getTime();
  return elapsed < 0 ? undefined : Math.floor(elapsed / (terms.stepSeconds * 1_000));
}
