import type { Tx } from "../shared/database.ts";

export type MandateInForce = { readonly id: string; readonly agencyId: string; readonly clientId: string; readonly services: readonly string[] };

type Asked = { readonly clientId: string; readonly side: "SELLER" | "BUYER"; readonly resultId: string };

/** The mandates under which agencies may act for a client about a result: for this very result, for one of its demands, or for whatever it trades. */
export function mandatesInForce(db: Pick<Tx, "mandate">, { clientId, side, resultId }: Asked): Promise<MandateInForce[]> {
  return db.mandate.findMany({
    where: { clientId, side, state: "ACTIVE", OR: [{ resultId }, { resultId: null }] },
    select: { id: true, agencyId: true, clientId: true, services: true },
    orderBy: { answeredAt: "asc" },
  });
}
