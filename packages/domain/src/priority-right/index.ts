export { answerPriorityRight, demandPrioritySettled, listPriorityRights, namePriorityRight, notifyPriorityRight } from "./priority-rights.ts";
export { PRIORITY_TEXTS } from "./priority-right.texts.ts";
