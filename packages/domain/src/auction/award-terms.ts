import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { announcementFrom } from "./announcement.ts";

const Result = z.object({ standby: z.object({ bidderNo: z.string(), priceFen: z.string() }) });

const Confirmed = z.object({ confirmation: z.object({ at: z.iso.datetime().transform((text) => new Date(text)), name: z.string() }) });

/** Who signed the confirmation, and when; null for a result that was confirmed before this was kept. */
export function confirmationIn({ result }: { readonly result: unknown }): { readonly at: Date; readonly name: string } | null {
  return Confirmed.safeParse(result).data?.confirmation ?? null;
}

/** The price of the award: the highest bid, or the reserve bidder's own where he took a defaulter's place. */
export function awardedFen({ result, currentFen }: { readonly result: unknown; readonly currentFen: bigint | null }): bigint | null {
  const standby = Result.safeParse(result);
  return standby.success ? BigInt(standby.data.standby.priceFen) : currentFen;
}

/** Under which number the lot was won; the reserve bidder's where he took a defaulter's place. */
export function awardedNo({ result, leaderNo }: { readonly result: unknown; readonly leaderNo: string | null }): string | null {
  const standby = Result.safeParse(result);
  return standby.success ? standby.data.standby.bidderNo : leaderNo;
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
