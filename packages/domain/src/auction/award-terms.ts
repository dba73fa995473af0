import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { announcementFrom } from "./announcement.ts";

const Result = z.object({ standby: z.object({ priceFen: z.string() }) });

/** The price of the award: the highest bid, or the reserve bidder's own where he took a defaulter's place. */
export function awardedFen({ result, currentFen }: { readonly result: unknown; readonly currentFen: bigint | null }): bigint | null {
  const standby = Result.safeParse(result);
  return standby.success ? BigInt(standby.data.standby.priceFen) : currentFen;
}

/** Whether priority holders could match in this bidding, or were asked after its close. */
export async function asksPriorityHolders(tx: Pick<Tx, "auction">, auctionId: string): Promise<boolean> {
  const lot = await tx.auction.findUniqueOrThrow({ where: { id: auctionId }, select: { announcement: true } });
  return announcementFrom(lot.announcement).priorityMode !== "NONE";
}

type Lot = { readonly announcement: unknown; readonly startPriceFen: bigint };

/** The lowest price at which a lot may be awarded: the start price, in a descending procedure the announced floor. */
export function lowestAwardFen({ announcement, startPriceFen }: Lot): bigint {
  const floor = announcementFrom(announcement).procedure?.fall?.floorFen;
  return floor === undefined ? startPriceFen : BigInt(floor);
}
