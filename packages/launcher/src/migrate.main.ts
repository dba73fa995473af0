import { checkDatabase } from "./database-url.ts";
import { Fault } from "./fault.ts";
import { migrateDatabase } from "./migrate.ts";
import { step } from "./progress.ts";
import { DATA } from "./project.ts";
import { runCommand } from "./run-command.ts";
import { seedOnce } from "./seed.ts";
import { processEnvironment, readSettings } from "./settings.ts";

/** For installations with a server of their own: migrations and first data, once, before portal and worker start. */
await runCommand(async () => {
  const settings = readSettings(process.env);
  const { databaseUrl } = settings;
  if (databaseUrl === undefined) throw new Fault("DATABASE_URL is missing: it names the database to migrate.");
  await checkDatabase(databaseUrl);
  await step("migrations", () => migrateDatabase(databaseUrl), ({ applied }) => (applied.length > 0 ? `${applied.length} applied` : "up to date"));
  await step("first data", () => seedOnce(databaseUrl, settings.mode, processEnvironment(process.env, settings, databaseUrl, DATA)), (how) => how);
});
