import pg from "pg";
import { Fault } from "./fault.ts";
import { engineMigration, engineWords, withEngine } from "./migrations/engine.ts";
import { readMigrations, readSchema, type MigrationList } from "./migrations/folder.ts";
import { MIGRATIONS, SCHEMA } from "./project.ts";

export interface MigrateResult {
  readonly applied: readonly string[];
}

export interface SchemaFolders {
  readonly migrations: string;
  readonly schema: string;
}

export const PROJECT_SCHEMA: SchemaFolders = { migrations: MIGRATIONS, schema: SCHEMA };
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The role that the application works under: its grants stand in the migrations, and leave out update and delete where a table is append-only. */
export const APPLICATION_ROLE = "ttx_app";

/** Roles belong to the whole server, so the role cannot come from a migration of one database. */
export async function ensureApplicationRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION_ROLE}') THEN
          CREATE ROLE ${APPLICATION_ROLE} NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was first
      END $$`);
    await client.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if ((error as { code?: string }).code === "42501") {
      throw new Fault(`The database account may not create the role ${APPLICATION_ROLE}: let an administrator run "CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO <account>" once.`);
    }
    throw error;
  } finally {
    await client.end();
  }
}

/** A script is sent in one piece and is one transaction, unless it ends transactions itself: what failed may then be tried again once it is mended. */
function isOneTransaction({ migrationDirectories }: MigrationList, name: string): boolean {
  const content = migrationDirectories.find(({ path }) => path === name)?.migrationFile.content;
  return content?.tag === "ok" && !/^\s*(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK)\s*;/im.test(content.value);
}

/** Brings the database at `url` to the newest migration; a changed or failed one stops with one sentence. */
export async function migrateDatabase(url: string, folders: SchemaFolders = PROJECT_SCHEMA): Promise<MigrateResult> {
  await ensureApplicationRole(url);
  const migrationsList = readMigrations(folders.migrations);
  return withEngine(url, readSchema(folders.schema), async (engine) => {
    const state = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTER }).catch((error: unknown) => {
      throw new Fault(`The state of the migrations cannot be read: ${engineWords(error)}`);
    });
    const fault = historyFault(state);
    if (fault !== null) throw new Fault(fault);
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
      return { applied: appliedMigrationNames };
    } catch (error) {
      const name = engineMigration(error);
      if (name === null) throw new Fault(`The migrations could not be applied: ${engineWords(error)}`);
      const undone = isOneTransaction(migrationsList, name);
      if (undone) await engine.markMigrationRolledBack({ migrationName: name });
      throw new Fault(`The migration ${name} failed${undone ? " and nothing of it was kept" : ""}: ${engineWords(error)}`);
    }
  });
}

export interface MigrationState {
  readonly editedMigrationNames: readonly string[];
  readonly failedMigrationNames: readonly string[];
  readonly history: { readonly diagnostic: string; readonly unpersistedMigrationNames?: readonly string[] } | null;
}

/** What is wrong with the history, in one sentence; null when what is missing may be applied. */
export function historyFault({ editedMigrationNames, failedMigrationNames, history }: MigrationState): string | null {
  if (failedMigrationNames.length > 0) {
    return `The migration ${failedMigrationNames.join(", ")} failed at an earlier start: mend it, then run "npm run reset" (or, on a server of your own, mark it rolled back in _prisma_migrations).`;
  }
  if (editedMigrationNames.length > 0) {
    return `The migration ${editedMigrationNames.join(", ")} was changed after it had been applied: put the old text back and write a new migration instead, or run "npm run reset".`;
  }
  if (history?.unpersistedMigrationNames?.length) {
    return `The database has the migration ${history.unpersistedMigrationNames.join(", ")}, which this version of the project does not know: use the newer version, or run "npm run reset".`;
  }
  return null;
}

/** The names of migrations that the database at `url` does not have yet, and what is wrong with its history. */
export async function migrationState(url: string, folders: SchemaFolders = PROJECT_SCHEMA): Promise<{ missing: readonly string[]; fault: string | null }> {
  const migrationsList = readMigrations(folders.migrations);
  return withEngine(url, readSchema(folders.schema), async (engine) => {
    const state = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTER });
    const missing = state.history && "unappliedMigrationNames" in state.history ? state.history.unappliedMigrationNames : [];
    return { missing, fault: historyFault(state) };
  });
}
