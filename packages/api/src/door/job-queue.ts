export type FailedJob = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly attempts: number;
  readonly reason: string;
  readonly failedAt: Date | null;
};

/** What the operations endpoints need of the worker's queue; the portal hands in the real one. */
export type JobQueue = {
  failed(from: number, to: number): Promise<readonly FailedJob[]>;
  counts(): Promise<Readonly<Record<string, number>>>;
  retry(jobId: string): Promise<boolean>;
};

export const NO_JOBS: JobQueue = {
  failed: async () => [],
  counts: async () => ({}),
  retry: async () => false,
};
