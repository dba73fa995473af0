// The browser's door: classes and conducts, no server code.
export { CONDUCTS, RECORD_CLASSES, type Conduct, type RecordClass, type RecordState } from "./credit.rules.ts";
