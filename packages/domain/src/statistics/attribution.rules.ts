import { splitFen, type Fen } from "../shared/money.ts";

/** The official series with licence inside transfer (四技, to 2021) or as a class of its own (五技). */
export type TypeSeries = "licence-apart" | "transfer-with-licence";

/** The class of a contract type in a series: one digit, or "2+3" where licence is counted inside transfer. */
export function classInSeries(contractType: string, series: TypeSeries): string {
  const cls = contractType.charAt(0);
  return series === "transfer-with-licence" && (cls === "2" || cls === "3") ? "2+3" : cls;
}

export type Attribution = { readonly region: string; readonly countsAs: 0 | 1; readonly turnoverFen: Fen };

/**
 * Several sellers or buyers: the turnover is split by stated shares, else equally; the contract counts once, for the party named first
 * (§9.4, no. 5).
 */
export function attributeToRegions(parties: readonly { readonly region: string; readonly shareBp?: number }[], turnoverFen: bigint): readonly Attribution[] {
  const stated = parties.every(({ shareBp }) => shareBp !== undefined);
  const parts = splitFen(turnoverFen, parties.map(({ shareBp }) => BigInt(stated ? shareBp! : 1)));
  return parties.map(({ region }, i) => ({ region, countsAs: i === 0 ? 1 : 0, turnoverFen: parts[i]! }));
}

/** 重大技术合同: 10 million yuan and above. */
export const MAJOR_CONTRACT_FEN = 1_000_000_000n;

export function isMajor(turnoverFen: bigint): boolean {
  return turnoverFen >= MAJOR_CONTRACT_FEN;
}
