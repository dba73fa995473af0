export { answerPriorityRight, demandPrioritySettled, listPriorityRights, namePriorityRight, notifyByDisplay, notifyPriorityRight } from "./priority-rights.ts";
export { PRIORITY_TEXTS } from "./priority-right.texts.ts";
