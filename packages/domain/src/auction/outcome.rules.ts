import type { AuctionEvent } from "./auction.machine.ts";
import type { PriorityMode } from "./priority.rules.ts";

/** What is told about the reserve (保留价): never the amount (trading §5.11). */
export function reserveMet(priceFen: bigint, reservePriceFen: bigint | undefined): boolean {
  return reservePriceFen === undefined || priceFen >= reservePriceFen;
}

/** At the announced start: with nobody admitted the procedure fails; one bidder is enough (§3). */
export function whenStartComes(admittedBidders: number): Extract<AuctionEvent, "open" | "fail"> {
  return admittedBidders > 0 ? "open" : "fail";
}

/** The event that a closed procedure names. 拍卖法 50: a highest bid below the reserve has no effect. */
export function whenClosed(facts: {
  readonly priceFen?: bigint;
  readonly reservePriceFen?: bigint;
  readonly priorityMode: PriorityMode;
  /** Priority holders other than the winner who were told and have not waived. */
  readonly openPriorityHolders: number;
  readonly roundsLeft: number;
  readonly isTied: boolean;
}): Extract<AuctionEvent, "fail" | "waitForPriority" | "declareResult" | "openNextRound"> {
  if (facts.priceFen === undefined) return "fail";
  if (facts.roundsLeft > 0 || facts.isTied) return "openNextRound";
  if (!reserveMet(facts.priceFen, facts.reservePriceFen)) return "fail";
  return facts.priorityMode === "AFTER" && facts.openPriorityHolders > 0 ? "waitForPriority" : "declareResult";
}

/** Grounds on which a result is annulled, Court-Online 31. */
export const ANNULMENT_GROUNDS = [
  "DESCRIPTION_UNTRUE",
  "RESULT_CORRUPTED",
  "COLLUSION",
  "WINNER_NOT_QUALIFIED",
  "BIDDERS_TREATED_UNEQUALLY",
  "OTHER_GRAVE_BREACH",
] as const;
export const ANNULMENT_GROUND_LABELS: Record<(typeof ANNULMENT_GROUNDS)[number], { zh: string; en: string }> = {
  DESCRIPTION_UNTRUE: { zh: "标的说明严重失实，致使竞买人误认", en: "The description is seriously untrue and misled bidders" },
  RESULT_CORRUPTED: { zh: "系统故障、病毒或入侵影响结果", en: "A fault, virus or intrusion corrupted the result" },
  COLLUSION: { zh: "竞买人之间或与组织者恶意串通", en: "Collusion" },
  WINNER_NOT_QUALIFIED: { zh: "成交人不具备受让资格", en: "The winner lacked the required qualification" },
  BIDDERS_TREATED_UNEQUALLY: { zh: "违法限制竞买人参加或给予不同待遇", en: "Bidders were unlawfully excluded or treated unequally" },
  OTHER_GRAVE_BREACH: { zh: "其他严重违反程序且损害当事人利益的情形", en: "Another grave breach of procedure" },
};
export type AnnulmentGround = (typeof ANNULMENT_GROUNDS)[number];
