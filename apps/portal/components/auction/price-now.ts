import { fallingPrice, type FallShown } from "@ttx/domain/auction/client";
import type { Fen } from "@ttx/domain/shared/money";

type Falling = { readonly state: string; readonly stage: string | null; readonly stageEndsAt: Date | null; readonly startPriceFen: bigint; readonly fall: FallShown | null };

/** The price of a lot whose price is falling just now; undefined for every other. */
export function priceNow({ state, stage, stageEndsAt, startPriceFen, fall }: Falling, at: Date): Fen | undefined {
  return fall !== null && stage === "DESCENDING" && stageEndsAt !== null && state === "OPEN_FREE" ? fallingPrice(startPriceFen, fall, stageEndsAt, at)?.priceFen : undefined;
}
