import { addMonths, type Day } from "../shared/clock.ts";

/** Classes of conduct on record (失信行为分类), by 信用修复管理办法 (发展改革委令第36号, in force 2026-04-01). */
export const RECORD_CLASSES = {
  MINOR: { zh: "轻微", en: "Minor" },
  ORDINARY: { zh: "一般", en: "Ordinary" },
  SERIOUS: { zh: "严重", en: "Serious" },
} as const;
export type RecordClass = keyof typeof RECORD_CLASSES;

/** What a revocation may put on the market's record (技术市场信用记录), by the catalogue of conduct: 沪科技市〔2025〕31号 Art. 4, 促进科技成果转化法 Art. 47. */
export const CONDUCTS = {
  D01: { zh: "虚假合同，或以欺诈、贿赂、侵权等手段取得登记证明", en: "Sham contract, or a certificate obtained by falsehood, bribery or infringement", recordClass: "SERIOUS", basis: "沪科技市〔2025〕31号第四条第（一）项；促进科技成果转化法第四十七条" },
  D02: { zh: "同一合同重复登记，经告知仍未注销", en: "The same contract registered twice and not withdrawn on notice", recordClass: "ORDINARY", basis: "沪科技市〔2025〕31号第四条第（三）项" },
  D03: { zh: "合同无效或被撤销而未申请注销登记", en: "Contract void or annulled and no cancellation filed", recordClass: "ORDINARY", basis: "沪科技市〔2025〕31号第四条第（二）项" },
} as const satisfies Record<string, { zh: string; en: string; recordClass: RecordClass; basis: string }>;
export type Conduct = keyof typeof CONDUCTS;

/** After how many months repair may be asked for, and after how many a record ends by itself. */
const MONTHS: Readonly<Record<RecordClass, { readonly repair: number; readonly end: number }>> = {
  MINOR: { repair: 0, end: 3 },
  ORDINARY: { repair: 3, end: 12 },
  SERIOUS: { repair: 12, end: 36 },
};

/** The clock starts at the date of the decision. */
export function recordPeriod(recordClass: RecordClass, decidedOn: Day): { readonly repairFrom: Day; readonly shownUntil: Day } {
  const { repair, end } = MONTHS[recordClass];
  return { repairFrom: addMonths(decidedOn, repair), shownUntil: addMonths(decidedOn, end) };
}

export type RecordState = "SHOWN" | "REPAIRED" | "WITHDRAWN" | "EXPIRED";

/** A record is used until its period ends, or until it was repaired or withdrawn; then showing, sharing and use stop together. */
export function recordState(record: { readonly shownUntil: Day; readonly ended: "REPAIRED" | "WITHDRAWN" | null }, today: Day): RecordState {
  if (record.ended) return record.ended;
  return today < record.shownUntil ? "SHOWN" : "EXPIRED";
}

/** How much oftener new contracts of a party on record are drawn for inspection; "ALL": every one. */
export function samplingOf(classes: readonly RecordClass[]): 1 | 2 | 5 | "ALL" {
  if (classes.includes("SERIOUS")) return "ALL";
  if (classes.includes("ORDINARY")) return 5;
  return classes.includes("MINOR") ? 2 : 1;
}

export type RepairObstacle = "REPAIR_TOO_EARLY" | "REPAIR_DUTIES_OPEN" | "REPAIR_NOT_SHOWN" | "REPAIR_ASKED_ALREADY";

/** What stands against asking for repair: the shortest period, and every duty that followed from the decision. */
export function repairObstacle(facts: { readonly state: RecordState; readonly today: Day; readonly repairFrom: Day; readonly dutiesOpen: boolean; readonly asked: boolean }): RepairObstacle | undefined {
  if (facts.state !== "SHOWN") return "REPAIR_NOT_SHOWN";
  if (facts.asked) return "REPAIR_ASKED_ALREADY";
  if (facts.today < facts.repairFrom) return "REPAIR_TOO_EARLY";
  return facts.dutiesOpen ? "REPAIR_DUTIES_OPEN" : undefined;
}
