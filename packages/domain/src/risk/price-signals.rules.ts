import type { AlertLevel } from "./risk-alert.machine.ts";
import { robustZ } from "./robust.rules.ts";
import type { Signal } from "./signal.rules.ts";

/** Peers at one level of comparison, narrowest first: type × subject × field × seller kind, then wider. */
export type PeerGroup = { readonly level: string; readonly pricesFen: readonly bigint[] };

export type PriceFacts = {
  readonly id: string;
  readonly priceFen: bigint;
  readonly peerGroups: readonly PeerGroup[];
  readonly publicSeller: boolean;
  /** Value of a valuation report, where there is one. */
  readonly valuationFen?: bigint;
  /** A declared related deal is tested with half the limits (R03). */
  readonly halfLimits?: boolean;
};

const ENOUGH_PEERS = 20;
const FEWEST_PEERS = 8;

/** The narrowest group with 20 peers, else the widest with 8; below that there is no comparison. */
export function comparisonGroup(groups: readonly PeerGroup[]): PeerGroup | undefined {
  const priced = groups.map(({ level, pricesFen }) => ({ level, pricesFen: pricesFen.filter((price) => price > 0n) }));
  return priced.find(({ pricesFen }) => pricesFen.length >= ENOUGH_PEERS) ?? priced.findLast(({ pricesFen }) => pricesFen.length >= FEWEST_PEERS);
}

export function priceZ(priceFen: bigint, pricesFen: readonly bigint[]): number | undefined {
  return robustZ(Math.log(Number(priceFen)), pricesFen.map((price) => Math.log(Number(price))));
}

const Z_RED = 5;
const Z_AMBER = 3.5;
const Z_PUBLIC_LOW = 2.5;
const VALUATION_AMBER = Math.log(1.3);
const VALUATION_RED = Math.log(2);

function levelOf(amber: boolean, red: boolean): AlertLevel | undefined {
  if (red) return "RED";
  return amber ? "AMBER" : undefined;
}

/** R04 abnormal price (价格异常). A price of zero is no anomaly: free licences are common. */
export function priceSignal(facts: PriceFacts): Signal | undefined {
  if (facts.priceFen <= 0n) return undefined;
  const factor = facts.halfLimits ? 0.5 : 1;
  const group = comparisonGroup(facts.peerGroups);
  const z = group && priceZ(facts.priceFen, group.pricesFen);
  const gap = facts.valuationFen && facts.valuationFen > 0n ? Math.log(Number(facts.priceFen) / Number(facts.valuationFen)) : undefined;
  const amber =
    (z !== undefined && (Math.abs(z) >= Z_AMBER * factor || (facts.publicSeller && z <= -Z_PUBLIC_LOW * factor))) ||
    (gap !== undefined && Math.abs(gap) > VALUATION_AMBER * factor);
  const red = (z !== undefined && Math.abs(z) >= Z_RED * factor) || (gap !== undefined && Math.abs(gap) > VALUATION_RED * factor);
  const level = levelOf(amber, red);
  if (!level) return undefined;
  return {
    ruleVersion: "R04.1",
    strength: Math.min(1, Math.max(Math.abs(z ?? 0) / (Z_RED * factor), Math.abs(gap ?? 0) / (VALUATION_RED * factor))),
    level,
    evidence: {
      priceFen: String(facts.priceFen),
      ...(z === undefined || !group ? {} : { z: Number(z.toFixed(2)), peers: group.pricesFen.length, comparedWith: group.level }),
      ...(gap === undefined ? {} : { toValuation: Number(Math.exp(gap).toFixed(2)) }),
    },
    recordIds: [facts.id],
  };
}

/** R05 abnormal technical-amount ratio (技术交易额占比异常). */
export type RatioFacts = {
  readonly id: string;
  readonly technicalAmountFen: bigint;
  readonly turnoverFen: bigint;
  /** Weighted count of goods words in the text, and the 90th percentile of it among contracts of the type and field. */
  readonly goodsScore: number;
  readonly goodsScoreP90: number;
  /** Ratios of contracts of the same type and field. */
  readonly peerRatios: readonly number[];
  /** The ratio of the version that was refused or returned first. */
  readonly ratioBeforeReturn?: number;
};

const RATIO_HIGH = 0.95;
const RATIO_RISE = 0.2;
const CLAMP = 0.001;

const logit = (value: number): number => {
  const inside = Math.min(1 - CLAMP, Math.max(CLAMP, value));
  return Math.log(inside / (1 - inside));
};

export function ratioSignal(facts: RatioFacts): Signal | undefined {
  if (facts.turnoverFen <= 0n) return undefined;
  const r = Number(facts.technicalAmountFen) / Number(facts.turnoverFen);
  const z = facts.peerRatios.length >= FEWEST_PEERS ? robustZ(logit(r), facts.peerRatios.map(logit)) : undefined;
  const rise = facts.ratioBeforeReturn === undefined ? 0 : r - facts.ratioBeforeReturn;
  const goods = r >= RATIO_HIGH && facts.goodsScore > facts.goodsScoreP90;
  const level = levelOf(goods || (z !== undefined && z >= Z_AMBER), rise >= RATIO_RISE - 1e-9);
  if (!level) return undefined;
  return {
    ruleVersion: "R05.1",
    strength: Math.min(1, Math.max(goods ? 0.7 : 0, (z ?? 0) / Z_RED, rise > 0 ? rise / (2 * RATIO_RISE) : 0)),
    level,
    evidence: { ratio: Number(r.toFixed(4)), goodsScore: facts.goodsScore, goodsScoreP90: facts.goodsScoreP90, rise: Number(rise.toFixed(4)), ...(z === undefined ? {} : { z: Number(z.toFixed(2)) }) },
    recordIds: [facts.id],
  };
}
