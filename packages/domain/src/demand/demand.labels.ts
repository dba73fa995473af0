import type { DemandState } from "./demand.machine.ts";

export const DEMAND_STATE_LABELS: Record<DemandState, { zh: string; en: string }> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  PUBLISHED: { zh: "征集中", en: "Open" },
  CLOSED: { zh: "已结束", en: "Closed" },
  WITHHELD: { zh: "已屏蔽", en: "Withheld" },
  SEALED: { zh: "已封存", en: "Sealed" },
};
