import { runImports } from "@ttx/domain/contract-import";
import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";

/** Works on what waits to be imported, as the worker does, and says how long it took and how much memory it held. */
const deps = createDeps(readConfig());
const started = performance.now();
while ((await runImports(deps, () => false)) === "ended") continue;
const seconds = (performance.now() - started) / 1000;
await deps.close();
console.log(JSON.stringify({ seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));
