export { failUseFirst, matchUseFirst, startUseFirst } from "./open-use-first.ts";
export { answerReport, reportUse } from "./report-use.ts";
export { giveUpUse, reachOuterDate } from "./end-use.ts";
export { claimFee, endUse } from "./claim-fee.ts";
export { confirmFee, fallUseOverdue } from "./confirm-fee.ts";
export { listUseFirst, readUseFirst } from "./use-first.queries.ts";
export { USE_FIRST_DUE } from "./use-first.due.ts";
export { USE_FIRST_TEXTS } from "./use-first.texts.ts";
