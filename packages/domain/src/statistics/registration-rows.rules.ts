import type { RegistrationFacts } from "../recognition/index.ts";
import { amountBandOf } from "../reference/index.ts";
import { attributeToRegions } from "./attribution.rules.ts";

export type CountedParty = Pick<RegistrationFacts["sellers"][number], "key" | "division" | "type" | "country" | "shareBp">;

/** What of a registration is counted, and where. */
export type CountedRegistration = Pick<
  RegistrationFacts,
  "contractId" | "edition" | "year" | "month" | "officeDivision" | "contractType" | "field" | "ipKind" | "programme" | "objective" | "industry" | "payment" | "turnoverFen" | "technicalFen"
> & { readonly sellers: readonly CountedParty[]; readonly buyers: readonly CountedParty[] };

/** What one pair of seller and buyer adds to one cell of the statistics, or takes from it. */
export type DifferenceRow = {
  readonly contractId: string;
  readonly edition: number;
  readonly sign: 1 | -1;
  readonly part: number;
  readonly year: number;
  readonly month: number;
  readonly sellerDivision: string;
  readonly buyerDivision: string;
  readonly officeDivision: string;
  readonly contractType: string;
  readonly field: string;
  readonly sellerType: string;
  readonly buyerType: string;
  readonly ipKind: string;
  readonly programme: string;
  readonly objective: string;
  readonly industry: string;
  readonly payment: string;
  readonly amountBand: string;
  readonly sellerKey: string;
  readonly buyerKey: string;
  readonly contracts: number;
  readonly turnoverFen: bigint;
  readonly technicalFen: bigint;
};

const OUTSIDE_DIVISIONS: Readonly<Record<string, string>> = { TWN: "710000", HKG: "810000", MAC: "820000" };

/** Where a party counts: its division, that of 港澳台, or "" for everywhere abroad (境外). §9.4, no. 2. */
export function placeOf({ country, division }: Pick<CountedParty, "country" | "division">): string {
  return country === "CHN" ? division : (OUTSIDE_DIVISIONS[country] ?? "");
}

/**
 * The rows of a registration, in (1) or out (−1). Amounts are split over sellers and then over buyers by their shares, so that every sum by
 * place is exact; the contract itself counts for the pair named first (§9.4, no. 5). The size band is that of the whole contract.
 */
export function differenceRows(counted: CountedRegistration, sign: 1 | -1): readonly DifferenceRow[] {
  const { contractId, edition, year, month, officeDivision, contractType, field, ipKind, programme, objective, industry, payment, sellers, buyers } = counted;
  const turnoverFen = BigInt(counted.turnoverFen);
  const amountBand = amountBandOf(turnoverFen).code;
  const turnover = pairs(turnoverFen, sellers, buyers);
  const technical = pairs(BigInt(counted.technicalFen), sellers, buyers);
  return turnover.map(({ seller, buyer, countsAs, amountFen }, part) => ({
    contractId, edition, sign, part, year, month,
    sellerDivision: placeOf(seller), buyerDivision: placeOf(buyer), officeDivision,
    contractType, field, sellerType: seller.type, buyerType: buyer.type, ipKind, programme, objective, industry, payment, amountBand,
    sellerKey: seller.key, buyerKey: buyer.key,
    contracts: sign * countsAs,
    turnoverFen: BigInt(sign) * amountFen,
    technicalFen: BigInt(sign) * technical[part]!.amountFen,
  }));
}

type Pair = { readonly seller: CountedParty; readonly buyer: CountedParty; readonly countsAs: number; readonly amountFen: bigint };

function pairs(totalFen: bigint, sellers: readonly CountedParty[], buyers: readonly CountedParty[]): readonly Pair[] {
  const shared = (parties: readonly CountedParty[], amountFen: bigint) => attributeToRegions(parties.map((party) => ({ region: placeOf(party), shareBp: party.shareBp })), amountFen);
  return shared(sellers, totalFen).flatMap((ofSeller, i) =>
    shared(buyers, ofSeller.turnoverFen).map((ofBuyer, j) => ({
      seller: sellers[i]!, buyer: buyers[j]!, countsAs: ofSeller.countsAs * ofBuyer.countsAs, amountFen: ofBuyer.turnoverFen,
    })),
  );
}
