import type { EventOf, Move, StateOf } from "../../shared/machine.ts";

/** Experts heard on a file under second review (专家评审): D2024 Art. 14, the expert mechanism of the province for large or disputed files. */
export const EXPERT_REVIEW_MOVES = [
  // from  event        by                to
  ["OPEN", "conclude",  "secondReviewer", "CONCLUDED"], // enough opinions are in
  ["OPEN", "abandon",   "secondReviewer", "ABANDONED"], // too few answer, or the file is refused on other grounds
] as const satisfies readonly Move[];

/** One invited expert. */
export const EXPERT_OPINION_MOVES = [
  // from     event      by        to
  ["INVITED", "give",    "expert", "GIVEN"],
  ["INVITED", "decline", "expert", "DECLINED"], // no time, or an interest in the matter
] as const satisfies readonly Move[];

export type ExpertReviewState = StateOf<typeof EXPERT_REVIEW_MOVES>;
export type ExpertReviewEvent = EventOf<typeof EXPERT_REVIEW_MOVES>;
export type ExpertOpinionState = StateOf<typeof EXPERT_OPINION_MOVES>;

export const EXPERT_REVIEW_STATE_LABELS: Readonly<Record<ExpertReviewState, { readonly zh: string; readonly en: string }>> = {
  OPEN: { zh: "评审中", en: "Experts asked" },
  CONCLUDED: { zh: "评审已结论", en: "Concluded" },
  ABANDONED: { zh: "评审已终止", en: "Abandoned" },
};
export const EXPERT_OPINION_STATE_LABELS: Readonly<Record<ExpertOpinionState, { readonly zh: string; readonly en: string }>> = {
  INVITED: { zh: "待出具意见", en: "Asked" },
  GIVEN: { zh: "已出具意见", en: "Opinion given" },
  DECLINED: { zh: "已回避或谢绝", en: "Declined" },
};
