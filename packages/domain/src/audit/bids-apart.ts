import type { Prisma } from "../generated/client.ts";
import type { Database } from "../shared/database.ts";

/**
 * Nearly all entries are bids, so bids have no place in the indexes by person and by division: each would cost a bid as much as a line of its log does. They are found by
 * the organisations of a person, and by the lots of a division; everything else by its own index. The words of both conditions are those of the partial indexes.
 */
const BID = "bid.place";

/** A division with more lots than that fills its pages from the newest entries of all, read in their order. */
const MOST_LOTS = 200;

/** What these people did. */
export async function entriesOf(db: Database, people: readonly string[]): Promise<Prisma.AuditEntryWhereInput> {
  const memberships = await db.membership.findMany({ where: { personId: { in: [...people] } }, select: { organisationId: true } });
  const by = { personId: { in: [...people] } };
  return { OR: [{ act: { not: BID }, ...by }, { act: BID, organisationId: { in: [...new Set(memberships.map(({ organisationId }) => organisationId))] }, ...by }] };
}

/** What happened in a division, six digits or the first of them. */
export async function entriesIn(db: Database, prefix: string): Promise<Prisma.AuditEntryWhereInput> {
  const within = { divisionCode: { startsWith: prefix } };
  const lots = await db.auction.findMany({ where: within, select: { id: true }, take: MOST_LOTS + 1 });
  if (lots.length > MOST_LOTS) return within;
  return { OR: [{ act: { not: BID }, ...within }, { act: BID, subjectId: { in: lots.map(({ id }) => id) }, ...within }] };
}
