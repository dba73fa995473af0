export { extendPriorityAnswers } from "./extend-answers.ts";
export { answerPriorityRight, demandPrioritySettled, listPriorityRights, namePriorityRight, notifyByDisplay, notifyPriorityRight, recogniseHolder, waivedHolders } from "./priority-rights.ts";
export { PRIORITY_TEXTS } from "./priority-right.texts.ts";
export { PRIORITY_STATE_LABELS } from "./priority-right.labels.ts";
