export { openConsumer, openQueue, QUEUE_STATES, type Consume, type Consumer, type EventQueue, type FailedJob, type QueueState, type Tries } from "./queue.ts";
