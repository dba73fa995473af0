import path from "node:path";
import { parseArgs } from "node:util";
import { Fault } from "./fault.ts";
import { PROJECT_SCHEMA } from "./migrate.ts";
import { migrationName, stepToSchema, writeMigration } from "./migrations/new-migration.ts";
import { startThrowawayCluster } from "./postgres.ts";
import { PROJECT } from "./project.ts";
import { runCommand } from "./run-command.ts";

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { schema: { type: "string" }, empty: { type: "boolean", default: false } } });
  const [given] = positionals;
  if (given === undefined || positionals.length !== 1) throw new Fault("Give the migration one name: npm run migration:new -- add_bid_number");
  const name = migrationName(given, new Date());
  const folders = values.schema ? { schema: path.resolve(values.schema), migrations: path.resolve(values.schema, "migrations") } : PROJECT_SCHEMA;
  const cluster = await startThrowawayCluster("migration", 54429);
  try {
    const script = await stepToSchema(cluster.url("postgres"), folders);
    if (script === null && !values.empty) {
      console.log("✓ the schema and the migrations agree: there is nothing to write (--empty writes a migration for SQL by hand)");
      return;
    }
    console.log(`✓ ${path.relative(PROJECT, writeMigration(folders.migrations, name, script ?? ""))}`);
  } finally {
    await cluster.stop();
  }
});
