import { openReserve } from "../listing/index.ts";
import type { Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import type { Lot } from "./auction.repository.ts";

/** The reserve of a lot that is over: opened only then, and checked against the commitment that was published with the announcement. */
export function reserveOf(ctx: Pick<Context, "config">, { reserveSealed, reserveHash, listing }: Lot): Fen | undefined {
  return reserveSealed === null || reserveHash === null ? undefined : openReserve(ctx.config.secretKey, listing.no, { sealed: reserveSealed, hash: reserveHash });
}
