export { CONDUCTS, RECORD_CLASSES, repairObstacle, samplingOf, type Conduct, type RecordClass } from "./credit.rules.ts";
export { enterRecord, recordClassesOf, recordsInUse, recordView, type RecordView } from "./sector-record.ts";
export { listOwnRecords } from "./list-own-records.ts";
