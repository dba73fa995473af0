export { readOperations } from "./read-operations.ts";
export { listDueActs, listEvents, listMailbox, listMails, readMail } from "./operations.queries.ts";
export { allowJobRetry, retryDueAct, retryMail } from "./retry.ts";
export { setAlarmLimits } from "./set-alarm-limits.ts";
export { moveClock, readClock } from "./domain-clock.ts";
export { cleanUp } from "./clean-up.ts";
export { OPERATIONS_TEXTS } from "./operations.texts.ts";
export type { Alarm, AlarmCode, AlarmLimits, Figures } from "./alarms.rules.ts";
