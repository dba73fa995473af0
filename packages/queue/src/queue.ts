import type { Config } from "@ttx/domain/shared/config";
import { createPostgresBackend, Queue, withBackend, Worker, type Job } from "bullmq";
import { migrateQueue, postgresConnection, redisConnection } from "./connection.ts";

/** Name of the one queue that wakes handlers. PostgreSQL holds what is due and decides; the queue only wakes. */
const EVENT_QUEUE = "events";

type EventJob = { readonly eventId: string };
export type Consume = (eventId: string, job: { readonly attempt: number }) => Promise<void>;

export type FailedJob = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly attempts: number;
  readonly reason: string;
  readonly failedAt: Date | null;
};

export const QUEUE_STATES = ["waiting", "active", "delayed", "completed", "failed"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export type EventQueue = {
  /** Adds events in the order given. The same event again is one job, as long as the queue remembers the first. */
  add(events: readonly { readonly id: bigint; readonly type: string }[]): Promise<void>;
  /** Jobs that failed for good, newest first, from one position to another (both included). */
  failed(from: number, to: number): Promise<FailedJob[]>;
  counts(): Promise<Record<QueueState, number>>;
  /** Whether there was such a failed job; it is waiting again then. */
  retry(jobId: string): Promise<boolean>;
  close(): Promise<void>;
};

export type Consumer = { close(): Promise<void> };

/** How often a job is tried, and how long after the first failure; the pause doubles each time. */
export type Tries = { readonly attempts: number; readonly firstPauseMs: number };

const USUAL_TRIES: Tries = { attempts: 8, firstPauseMs: 500 };

function jobOptions({ attempts, firstPauseMs }: Tries) {
  return { attempts, backoff: { type: "exponential", delay: firstPauseMs }, removeOnComplete: { count: 1_000 }, removeOnFail: false };
}

function jobIdOf(eventId: string): string {
  return `event-${eventId}`;
}

/** The queue as the relay and the operations page use it. It connects at first use, and tries again after a failure. */
export function openQueue(config: Config, onError: (error: unknown) => void, tries = USUAL_TRIES): EventQueue {
  let opening: Promise<Queue<EventJob>> | undefined;
  const open = async (): Promise<Queue<EventJob>> => {
    opening ??= connectQueue(config, onError, tries);
    return opening.catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  };
  return {
    add: async (events) => {
      const queue = await open();
      await queue.addBulk(events.map(({ id, type }) => ({ name: type, data: { eventId: String(id) }, opts: { jobId: jobIdOf(String(id)) } })) as never);
    },
    failed: async (from, to) => (await (await open()).getFailed(from, to)).map((job) => describe(job as Job<EventJob>)),
    counts: async () => (await (await open()).getJobCounts(...QUEUE_STATES)) as Record<QueueState, number>,
    retry: async (jobId) => {
      const job = await (await open()).getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await job.retry("failed", { resetAttemptsMade: true });
      return true;
    },
    close: async () => {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}

async function connectQueue(config: Config, onError: (error: unknown) => void, tries: Tries): Promise<Queue<EventJob>> {
  const defaultJobOptions = jobOptions(tries);
  if (config.redisUrl === undefined) await migrateQueue(config);
  const queue =
    config.redisUrl === undefined
      ? new (withBackend(createPostgresBackend).Queue)<EventJob>(EVENT_QUEUE, { connection: postgresConnection(config, 2), defaultJobOptions })
      : new Queue<EventJob>(EVENT_QUEUE, { connection: redisConnection(config.redisUrl), defaultJobOptions });
  queue.on("error", onError);
  return queue as Queue<EventJob>;
}

function describe(job: Job<EventJob>): FailedJob {
  return {
    id: job.id ?? "",
    eventId: job.data.eventId,
    type: job.name,
    attempts: job.attemptsMade,
    reason: job.failedReason ?? "",
    failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
  };
}

/** Takes jobs and calls the consumer; a consumer that throws is called again later, as often as the queue says. */
export async function openConsumer(config: Config, concurrency: number, consume: Consume, onError: (error: unknown) => void): Promise<Consumer> {
  const work = async (job: Job<EventJob>): Promise<void> => consume(job.data.eventId, { attempt: job.attemptsMade + 1 });
  if (config.redisUrl === undefined) await migrateQueue(config);
  const worker =
    config.redisUrl === undefined
      ? new (withBackend(createPostgresBackend).Worker)<EventJob>(EVENT_QUEUE, work, { connection: postgresConnection(config, concurrency + 1), concurrency })
      : new Worker<EventJob>(EVENT_QUEUE, work, { connection: redisConnection(config.redisUrl), concurrency });
  worker.on("error", onError);
  worker.on("failed", (job, error) => onError({ job: job?.id, type: job?.name, attempt: job?.attemptsMade, error: String(error) }));
  return { close: () => worker.close() };
}
