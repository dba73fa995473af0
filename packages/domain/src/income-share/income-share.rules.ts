import type { Day } from "../shared/clock.ts";
import { inForce, type ProvincialRule } from "../shared/in-force.ts";
import { addFen, fen, maxFen, shareCeil, subtractFen, ZERO_FEN, type Fen } from "../shared/money.ts";

/** How a result brought in money or shares (转化方式). */
export const CONVERSION_MODES = ["ASSIGNMENT_OR_LICENCE", "EQUITY", "OWN_IMPLEMENTATION"] as const;
export type ConversionMode = (typeof CONVERSION_MODES)[number];

/** SHALL binds the unit; MAY is a standard that the unit is allowed to apply. */
export type FloorDuty = "SHALL" | "MAY";
export type ModeFloor = { readonly duty: FloorDuty; readonly rateBp: number; readonly years?: readonly [min: number, max: number] };

/** The floors of one jurisdiction from a day on; "00" is the Act. Rights and income §2.1. */
export type IncomeFloors = ProvincialRule & {
  readonly floors: Readonly<Record<ConversionMode, ModeFloor>>;
  /** Of the reward: what the main contributors, and the transfer staff and managers, get at least. */
  readonly mainContributorsBp: number;
  readonly transferStaffBp: number;
  /** Of the net income: what may be set aside for the transfer office beside the reward. */
  readonly transferOfficeOfNetBp: number;
};

/** 营业利润, each year for three to five years after start of production (PTA 45). */
const NATIONAL_PROFIT_FLOOR: ModeFloor = { duty: "SHALL", rateBp: 500, years: [3, 5] };

export const INCOME_FLOORS: readonly IncomeFloors[] = [
  {
    version: "PTA-2015",
    province: "00",
    from: "2015-10-01" as Day,
    floors: {
      ASSIGNMENT_OR_LICENCE: { duty: "SHALL", rateBp: 5_000 },
      EQUITY: { duty: "SHALL", rateBp: 5_000 },
      OWN_IMPLEMENTATION: NATIONAL_PROFIT_FLOOR,
    },
    mainContributorsBp: 0,
    transferStaffBp: 0,
    transferOfficeOfNetBp: 0,
    source: "促进科技成果转化法 45",
  },
  {
    version: "ZJ-2017",
    province: "33",
    from: "2017-10-01" as Day,
    floors: {
      ASSIGNMENT_OR_LICENCE: { duty: "SHALL", rateBp: 7_000 },
      EQUITY: { duty: "SHALL", rateBp: 7_000 },
      OWN_IMPLEMENTATION: { duty: "MAY", rateBp: 1_000, years: [1, 5] },
    },
    mainContributorsBp: 7_000,
    transferStaffBp: 500,
    transferOfficeOfNetBp: 0,
    source: "浙江省促进科技成果转化条例 37、48",
  },
  {
    version: "SH-2017",
    province: "31",
    from: "2017-06-01" as Day,
    floors: {
      ASSIGNMENT_OR_LICENCE: { duty: "MAY", rateBp: 7_000 },
      EQUITY: { duty: "MAY", rateBp: 7_000 },
      OWN_IMPLEMENTATION: { duty: "MAY", rateBp: 500, years: [5, 5] },
    },
    mainContributorsBp: 0,
    transferStaffBp: 0,
    transferOfficeOfNetBp: 0,
    source: "上海市促进科技成果转化条例 34–35, 43",
  },
  {
    version: "BJ-2020",
    province: "11",
    from: "2020-01-01" as Day,
    floors: {
      ASSIGNMENT_OR_LICENCE: { duty: "MAY", rateBp: 7_000 },
      EQUITY: { duty: "MAY", rateBp: 7_000 },
      OWN_IMPLEMENTATION: { duty: "MAY", rateBp: 500, years: [5, 5] },
    },
    mainContributorsBp: 0,
    transferStaffBp: 0,
    transferOfficeOfNetBp: 0,
    source: "北京市促进科技成果转化条例 12、45",
  },
  {
    version: "SD-2018",
    province: "37",
    from: "2018-01-01" as Day,
    floors: {
      ASSIGNMENT_OR_LICENCE: { duty: "SHALL", rateBp: 7_000 },
      EQUITY: { duty: "SHALL", rateBp: 7_000 },
      OWN_IMPLEMENTATION: { duty: "SHALL", rateBp: 1_000, years: [3, 5] },
    },
    mainContributorsBp: 0,
    transferStaffBp: 0,
    transferOfficeOfNetBp: 1_000,
    source: "山东省促进科技成果转化条例 34、36、45",
  },
];

/** The rows that hold for a unit on a day: its province's, if it has one, over the Act's. */
export function floorsInForce(
  divisionCode: string,
  on: Day,
  table: readonly IncomeFloors[] = INCOME_FLOORS,
): { readonly national: IncomeFloors; readonly local?: IncomeFloors } {
  const national = inForce(table, "00", on);
  if (!national) throw new RangeError(`no national floor in force on ${on}`);
  return { national, local: inForce(table, divisionCode.slice(0, 2), on) };
}

export type Floor = {
  /** What may not be undercut. */
  readonly bindingBp: number;
  /** What the province recommends; equal to the floor where it says *shall*. */
  readonly standardBp: number;
  readonly years?: readonly [min: number, max: number];
  readonly versions: readonly string[];
};

/** The floor on a day: the Act's, or the province's where that says *shall* and is higher (§2.1: the wording matters). */
export function floorFor(divisionCode: string, on: Day, mode: ConversionMode, table: readonly IncomeFloors[] = INCOME_FLOORS): Floor {
  const { national, local } = floorsInForce(divisionCode, on, table);
  const act = national.floors[mode];
  const province = local?.floors[mode];
  const localBp = province?.duty === "SHALL" ? province.rateBp : 0;
  const bindingBp = Math.max(act.rateBp, localBp);
  const years = localBp >= act.rateBp ? province?.years : act.years;
  return {
    bindingBp,
    standardBp: Math.max(bindingBp, province?.rateBp ?? 0),
    years,
    versions: local ? [national.version, local.version] : [national.version],
  };
}

/** `net = max(0, R − C − T)`; fiscal research money is not a cost (浙江 37), so `costs` must not contain it. */
export function netIncome(receivedFen: bigint, costsFen: bigint, taxesFen: bigint): Fen {
  return maxFen(0n, receivedFen - costsFen - taxesFen);
}

/** `pool = ceil_fen(net × max(r, f))`: a floor rounds up. */
export function rewardPool(netFen: bigint, unitRateBp: number, floorBp: number): Fen {
  return shareCeil(netFen, Math.max(unitRateBp, floorBp));
}

export type PoolMinima = { readonly poolFen: Fen; readonly mainMinFen: Fen; readonly transferStaffMinFen: Fen; readonly unitFen: Fen };

/** The pool, what within it is bound, and what stays with the unit. Example A of §2.3. */
export function poolMinima(netFen: bigint, rateBp: number, floors: Pick<IncomeFloors, "mainContributorsBp" | "transferStaffBp">): PoolMinima {
  const poolFen = shareCeil(netFen, rateBp);
  return {
    poolFen,
    mainMinFen: shareCeil(poolFen, floors.mainContributorsBp),
    transferStaffMinFen: shareCeil(poolFen, floors.transferStaffBp),
    unitFen: subtractFen(netFen, poolFen),
  };
}

export type Receipt = { readonly receivedFen: bigint; readonly taxesFen: bigint };
export type ReceiptShare = { readonly netFen: Fen; readonly poolFen: Fen; readonly unitFen: Fen };

/**
 * The pool of each receipt when the price comes in parts (example B). Costs are recovered first; each pool is the pool of all
 * so far less what was given before, so that the sum is exact and the last receipt absorbs the rounding.
 */
export function receiptShares(receipts: readonly Receipt[], costsFen: bigint, rateBp: number): ReceiptShare[] {
  let received = ZERO_FEN;
  let taxes = ZERO_FEN;
  let netBefore = ZERO_FEN;
  let poolBefore = ZERO_FEN;
  return receipts.map((receipt) => {
    received = addFen(received, receipt.receivedFen);
    taxes = addFen(taxes, receipt.taxesFen);
    // Later taxes may exceed a small receipt: what was given is not taken back by that, only the next pool is smaller.
    const net = maxFen(netBefore, netIncome(received, costsFen, taxes));
    const pool = shareCeil(net, rateBp);
    const share = { netFen: subtractFen(net, netBefore), poolFen: subtractFen(pool, poolBefore), unitFen: subtractFen(net - netBefore, pool - poolBefore) };
    netBefore = net;
    poolBefore = pool;
    return share;
  });
}

/** Shares, or units of capital, for the team: `ceil(S × max(r, f))`; the rest is the unit's. Example C. */
export function equitySplit(shares: bigint, unitRateBp: number, floorBp: number): { readonly team: bigint; readonly unit: bigint } {
  const team: bigint = shareCeil(shares, Math.max(unitRateBp, floorBp));
  return { team, unit: shares - team };
}

/** `reward_y = max(0, profit_y) × q` for one year of own or joint implementation. */
export function profitReward(profitFen: bigint, rateBp: number): Fen {
  return profitFen <= 0n ? ZERO_FEN : shareCeil(profitFen, rateBp);
}

export type PersonRole = "MAIN_CONTRIBUTOR" | "CONTRIBUTOR" | "TRANSFER_STAFF";
export type PersonShare = { readonly personId: string; readonly role: PersonRole; readonly amountFen: bigint };

export type PlanFacts = {
  readonly netFen: bigint;
  readonly poolFen: bigint;
  readonly floorBp: number;
  /** The least pool where earlier receipts of the same deal count along and the last absorbs the rounding; else the floor of this net income. */
  readonly minPoolFen?: bigint;
  readonly floors: Pick<IncomeFloors, "mainContributorsBp" | "transferStaffBp">;
  readonly shares: readonly PersonShare[];
  /** Who took ownership of the result instead of income (浙江 37), by this plan or by any other of the same result. */
  readonly owners: readonly string[];
  /** Who shares in income of the same result by another plan. */
  readonly sharingElsewhere?: readonly string[];
  readonly decidedBy: readonly string[];
};

export type PlanProblem =
  | "POOL_BELOW_FLOOR"
  | "SHARES_DO_NOT_SUM_TO_POOL"
  | "SHARE_NOT_POSITIVE"
  | "PERSON_TWICE"
  | "MAIN_CONTRIBUTORS_BELOW_MINIMUM"
  | "TRANSFER_STAFF_BELOW_MINIMUM"
  | "OWNER_SHARES_IN_INCOME"
  | "BENEFICIARY_DECIDED";

/** Those who would have both income and ownership of one result; each has one or the other (浙江 37; §2.4). */
export function ownersInIncome({ shares, owners, sharingElsewhere = [] }: Pick<PlanFacts, "shares" | "owners" | "sharingElsewhere">): string[] {
  const sharing = new Set([...shares.map(({ personId }) => personId), ...sharingElsewhere]);
  return [...new Set(owners)].filter((owner) => sharing.has(owner));
}

/** Everything wrong with a plan of distribution (§2.4 guard and invariants); empty when it may be adopted. */
export function planProblems(plan: PlanFacts): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const sumOf = (role?: PersonRole): Fen => addFen(...plan.shares.filter((share) => role === undefined || share.role === role).map(({ amountFen }) => amountFen));
  const persons = plan.shares.map(({ personId }) => personId);
  if (plan.poolFen < (plan.minPoolFen ?? shareCeil(plan.netFen, plan.floorBp))) problems.push("POOL_BELOW_FLOOR");
  if (sumOf() !== plan.poolFen) problems.push("SHARES_DO_NOT_SUM_TO_POOL");
  if (plan.shares.some(({ amountFen }) => amountFen <= 0n)) problems.push("SHARE_NOT_POSITIVE");
  if (new Set(persons).size !== persons.length) problems.push("PERSON_TWICE");
  if (sumOf("MAIN_CONTRIBUTOR") < shareCeil(plan.poolFen, plan.floors.mainContributorsBp)) problems.push("MAIN_CONTRIBUTORS_BELOW_MINIMUM");
  if (sumOf("TRANSFER_STAFF") < shareCeil(plan.poolFen, plan.floors.transferStaffBp)) problems.push("TRANSFER_STAFF_BELOW_MINIMUM");
  if (ownersInIncome(plan).length > 0) problems.push("OWNER_SHARES_IN_INCOME");
  if (plan.decidedBy.some((person) => persons.includes(person))) problems.push("BENEFICIARY_DECIDED");
  return problems;
}

/** A distribution clears when its notice is over with no objection open. */
export function mayClear(facts: { readonly noticeEndsAt: Date; readonly now: Date; readonly openObjections: number }): boolean {
  return facts.now >= facts.noticeEndsAt && facts.openObjections === 0;
}

/** What each must give back when part of the receipt is refunded, in the proportion of what he got; rounded up for the unit. */
export function clawBack(shares: readonly PersonShare[], receivedFen: bigint, refundedFen: bigint): PersonShare[] {
  if (receivedFen <= 0n || refundedFen < 0n || refundedFen > receivedFen) throw new RangeError("a refund lies between nothing and the receipt");
  return shares.map((share) => ({ ...share, amountFen: fen((share.amountFen * refundedFen + receivedFen - 1n) / receivedFen) }));
}
