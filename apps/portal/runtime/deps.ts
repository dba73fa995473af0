import { readConfig } from "@ttx/domain/shared/config";
import { createDeps, type Deps } from "@ttx/domain/shared/database";

/** Next loads pages and route handlers as separate bundles; the process has one pool of connections all the same. */
const kept = globalThis as typeof globalThis & { ttxDeps?: Deps };

/** The database and the installation's configuration, opened at the first request: a build needs neither. */
export function deps(): Deps {
  return (kept.ttxDeps ??= createDeps(readConfig()));
}
