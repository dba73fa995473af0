export { draftResult } from "./draft-result.ts";
export { editResult } from "./edit-result.ts";
export { publishResult } from "./publish-result.ts";
export { getResult, searchParts, writePublished } from "./result.repository.ts";
export type { ResultContent } from "./result.rules.ts";
export { importResults, RESULT_IMPORT } from "./import-results.ts";
export { RESULT_SHEET } from "./result-sheet.ts";
export { openResultSeal, releaseResult, sealResult, withholdResult } from "./withhold-result.ts";
export { withdrawResult } from "./withdraw-result.ts";
export { compareResults, COMPARED_MAX, listOwnResults, readOwnResult, readPublishedResult, readResultVersion, type ResultPart } from "./result.queries.ts";
export { foundResult, searchResults, RESULT_SORTS, type FoundResult, type ResultSort } from "./search-results.ts";
export { ResultPublished, ResultWithdrawn } from "./result.events.ts";
export { RESULT_TEXTS } from "./result.texts.ts";
export { READINESS_LABELS, RESULT_STAGE_LABELS, RESULT_STATE_LABELS, RIGHT_STATUS_LABELS, TRADE_MODE_LABELS } from "./result.labels.ts";
export { applicationCheckDigit, ipNumberFault, normaliseIpNumber, type IpNumberFault } from "./ip-number.rules.ts";
export {
  READINESS_LEVELS, RESULT_STAGES, RIGHT_STATUSES, TRADE_MODES, DraftResultInput, EditResultInput, ResultDraft, ResultSnapshot,
  type ResultStage, type RightStatus, type TradeMode,
} from "./result.schema.ts";
export type { ResultState } from "./result.machine.ts";
export { findSimilarResults, type SimilarResult } from "./find-similar-results.ts";
