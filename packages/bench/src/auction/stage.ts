import type pg from "pg";
import type { Deps } from "@ttx/domain/shared/database";
import type { BenchRun } from "../bench.ts";
import type { Program } from "./live-process.ts";
import type { Bidder } from "./world.ts";

/** What every part of the benchmark of auctions works with. */
export type Stage = {
  readonly run: BenchRun;
  readonly deps: Deps;
  /** The tables of the baselines belong to nobody of the application. */
  readonly owner: pg.Pool;
  readonly bidders: readonly Bidder[];
  /** The process that answers bids and event streams; bundled when it is asked for first. */
  live(): Promise<Program>;
};
