import type { Config } from "@ttx/domain/shared/config";
import { createPostgresBackend, Queue, withBackend, Worker, type Job } from "bullmq";

/** Name of the one queue that wakes handlers. PostgreSQL holds what is due and decides; the queue only wakes. */
export const EVENT_QUEUE = "events";
const POSTGRES_SCHEMA = "bullmq";

export type EventJob = { readonly eventId: string };
export type Consumer = (eventId: string, job: { readonly attempt: number }) => Promise<void>;

export type FailedJob = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly attempts: number;
  readonly reason: string;
  readonly failedAt: Date | null;
};

export type EventQueue = {
  /** Adds events in the order given. The same event again is one job. */
  add(events: readonly { readonly id: bigint; readonly type: string }[]): Promise<void>;
  failed(from: number, to: number): Promise<FailedJob[]>;
  counts(): Promise<Record<string, number>>;
  retry(jobId: string): Promise<boolean>;
  close(): Promise<void>;
};

const JOB_OPTIONS = {
  attempts: 8,
  backoff: { type: "exponential", delay: 500 },
  removeOnComplete: { count: 1_000 },
  removeOnFail: false,
} as const;

function classes(config: Config) {
  if (config.redisUrl !== undefined) {
    const url = new URL(config.redisUrl);
    const connection = {
      host: url.hostname,
      port: Number(url.port || 6379),
      db: Number(url.pathname.slice(1) || 0),
      ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
      ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
      maxRetriesPerRequest: null,
    };
    return { Queue, Worker, connection };
  }
  const connection = { connectionString: config.databaseUrl, schema: POSTGRES_SCHEMA, migrate: true, max: 4 };
  return { ...withBackend(createPostgresBackend), connection };
}

function jobIdOf(eventId: string): string {
  return `event-${eventId}`;
}

export function openQueue(config: Config, onError: (error: unknown) => void): EventQueue {
  const { Queue: QueueClass, connection } = classes(config);
  const queue = new (QueueClass as typeof Queue<EventJob>)(EVENT_QUEUE, { connection: connection as never, defaultJobOptions: JOB_OPTIONS });
  queue.on("error", onError);
  return {
    add: async (events) => {
      await queue.addBulk(events.map(({ id, type }) => ({ name: type, data: { eventId: String(id) }, opts: { jobId: jobIdOf(String(id)) } })) as never);
    },
    failed: async (from, to) => (await queue.getFailed(from, to)).map((job) => describe(job as Job<EventJob>)),
    counts: () => queue.getJobCounts("waiting", "active", "delayed", "completed", "failed"),
    retry: async (jobId) => {
      const job = await queue.getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await job.retry("failed");
      return true;
    },
    close: () => queue.close(),
  };
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

/** Takes jobs and calls the consumer; a consumer that throws is called again later, eight times in all. */
export function openConsumer(config: Config, concurrency: number, consume: Consumer, onError: (error: unknown) => void): { close(): Promise<void> } {
  const { Worker: WorkerClass, connection } = classes(config);
  const worker = new (WorkerClass as typeof Worker<EventJob>)(
    EVENT_QUEUE,
    async (job) => consume(job.data.eventId, { attempt: job.attemptsMade + 1 }),
    { connection: connection as never, concurrency },
  );
  worker.on("error", onError);
  return { close: () => worker.close() };
}
