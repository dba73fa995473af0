import { runImports } from "../src/contract-import/index.ts";
import { readConfig } from "../src/shared/config.ts";
import { createDeps } from "../src/shared/database.ts";

/** A process of its own that works on the imports that wait, for tests that kill it. */
const deps = createDeps(readConfig());
while ((await runImports(deps, () => false)) === "ended") continue;
await deps.close();
