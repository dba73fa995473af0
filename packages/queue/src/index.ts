export { openConsumer, openQueue, type Consumer, type EventQueue, type FailedJob } from "./queue.ts";
