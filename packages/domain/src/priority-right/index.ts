export { answerOwnPriorityRight } from "./answer-own-right.ts";
export { extendPriorityAnswers } from "./extend-answers.ts";
export { linkPriorityHolder } from "./link-holder.ts";
export { listPriorityRights } from "./list-rights.ts";
export { heldBy, listOwnPriorityRights } from "./own-rights.queries.ts";
export { PriorityRightAnswered } from "./priority-right.events.ts";
export { answerPriorityRight, demandPrioritySettled, namePriorityRight, notifyByDisplay, notifyPriorityRight, recogniseHolder, waivedHolders, type CompleterHolder } from "./priority-rights.ts";
export { PRIORITY_TEXTS } from "./priority-right.texts.ts";
export { PRIORITY_STATE_LABELS } from "./priority-right.labels.ts";
