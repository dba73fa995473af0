import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";
import { migrateDatabase, type SchemaFolders } from "../migrate.ts";
import { engineWords, withEngine } from "./engine.ts";
import { readSchema } from "./folder.ts";

/**
 * The SQL from the migrations that exist to the schema as it stands; null when they agree. Every migration, hand-written SQL and all,
 * is applied to the empty database at `url`, and what came out is compared with the schema: triggers, grants, checks and functions
 * are outside of what is compared, so they stay untouched.
 */
export async function stepToSchema(url: string, folders: SchemaFolders): Promise<string | null> {
  await migrateDatabase(url, folders);
  const files = readSchema(folders.schema);
  return withEngine(url, files, async (engine) => {
    try {
      const { stdout } = await engine.diff({
        from: { tag: "schemaDatasource", files, configDir: folders.schema },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      });
      return stdout === null || /^\s*(-- This is an empty migration\.\s*)?$/.test(stdout) ? null : stdout;
    } catch (error) {
      throw new Fault(`The migration could not be computed: ${engineWords(error)}`);
    }
  });
}

/** 20260105093000_add_bid_number: the time in front gives the order. */
export function migrationName(name: string, at: Date): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Fault("The name of a migration is lower case words with underscores, such as add_bid_number.");
  return `${at.toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
}

/** Writes the migration into its folder, with the lock file that Prisma expects beside it. */
export function writeMigration(folder: string, name: string, script: string): string {
  mkdirSync(path.join(folder, name), { recursive: true });
  const lockfile = path.join(folder, "migration_lock.toml");
  if (!existsSync(lockfile)) writeFileSync(lockfile, '# Prisma reads this file; keep it under version control.\nprovider = "postgresql"\n');
  const file = path.join(folder, name, "migration.sql");
  writeFileSync(file, script);
  return file;
}
