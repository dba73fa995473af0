import type { Tx } from "../shared/database.ts";

/** Whether an organisation backed out of an earlier round of this listing: it is barred from the resale (Court-Online 24). */
export async function defaultedBefore(tx: Tx, listing: { readonly previousId: string | null }, buyerId: string): Promise<boolean> {
  for (let id = listing.previousId; id !== null; ) {
    const round: { readonly previousId: string | null; readonly deals: readonly { readonly id: string }[] } | null = await tx.listing.findUnique({
      where: { id },
      select: { previousId: true, deals: { where: { buyerId, state: "DEFAULTED" }, select: { id: true }, take: 1 } },
    });
    if (round === null) return false;
    if (round.deals.length > 0) return true;
    id = round.previousId;
  }
  return false;
}
