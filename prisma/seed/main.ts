import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";
import { loadDemoCountry } from "./load/demo-country.ts";
import { loadFirstAdministrator } from "./load/first-administrator.ts";

const deps = createDeps(readConfig());
try {
  if (process.env["TTX_SEED"] === "demo") await loadDemoCountry(deps);
  else await loadFirstAdministrator(deps, process.env);
} finally {
  await deps.close();
}
