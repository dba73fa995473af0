import { fen, type Fen } from "../../shared/money.ts";
import { descendingPrice } from "../descending.rules.ts";

export type FallShown = { readonly stepSeconds: number; readonly stepBp: number; readonly maxSteps: number; readonly floorFen: string };

/** The price of a descending stage at an instant, and when it falls next; counted back from the stage's end, which outages have shifted. */
export function fallingPrice(startPriceFen: bigint, fall: FallShown, stageEndsAt: Date, at: Date): { readonly priceFen: Fen; readonly fallsAt: Date } | undefined {
  const terms = { startPriceFen: fen(startPriceFen), stepBp: fall.stepBp, maxSteps: fall.maxSteps, floorFen: fen(BigInt(fall.floorFen)) };
  let steps = 0;
  while (descendingPrice(terms, steps) !== undefined) steps += 1;
  const startsAt = stageEndsAt.getTime() - steps * fall.stepSeconds * 1_000;
  const step = Math.floor((at.getTime() - startsAt) / (fall.stepSeconds * 1_000));
  const priceFen = step < 0 ? undefined : descendingPrice(terms, step);
  return priceFen === undefined ? undefined : { priceFen, fallsAt: new Date(startsAt + (step + 1) * fall.stepSeconds * 1_000) };
}
