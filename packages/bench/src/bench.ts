import type { Figure } from "./figure.ts";

/** What a benchmark is given. The database is migrated and empty, on a server of its own with fsync on. */
export interface BenchRun {
  readonly env: NodeJS.ProcessEnv;
  /** One part of it was asked for by name; absent, all of it is measured. */
  readonly part: string | undefined;
  /** For what it leaves behind: logs, a build. */
  readonly folder: string;
  /** Prints a figure as one JSON line. */
  readonly figure: (figure: Omit<Figure, "bench">) => void;
  /** Tells whoever waits what is going on. */
  readonly say: (line: string) => void;
  /** What has to be stopped at the end, however it ends; the last comes first. */
  readonly atEnd: (stop: () => Promise<void>) => void;
}

/** A file in `benches/` has one of these as its default export; its name is the file's. */
export type Bench = (run: BenchRun) => Promise<void>;
