import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureDatabase } from "../src/ensure-database.ts";
import { migrateDatabase, migrationState, PROJECT_SCHEMA, type SchemaFolders } from "../src/migrate.ts";
import { migrationName, stepToSchema, writeMigration } from "../src/migrations/new-migration.ts";
import { anyFreePort } from "../src/postgres/ports.ts";
import { startThrowawayCluster, type Cluster } from "../src/postgres.ts";

const HAND_WRITTEN = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only; refused'; END $$;
CREATE TRIGGER bid_append_only BEFORE UPDATE OR DELETE ON "Bid" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Bid" ADD CONSTRAINT bid_positive CHECK ("fen" > 0);
CREATE INDEX bid_high ON "Bid" ("fen") WHERE "fen" > 100;
GRANT SELECT, INSERT ON "Bid" TO ttx_app;
`;

const home = mkdtempSync(path.join(tmpdir(), "ttx-migrate-"));
let cluster: Cluster;
let folders: SchemaFolders;
let databases = 0;

async function database(): Promise<string> {
  const name = `m${(databases += 1)}`;
  await ensureDatabase(cluster.url("postgres"), name);
  return cluster.url(name);
}

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A copy of the folders, to spoil. */
function copied(): SchemaFolders {
  const schema = mkdtempSync(path.join(home, "schema-"));
  cpSync(folders.schema, schema, { recursive: true });
  return { schema, migrations: path.join(schema, "migrations") };
}

beforeAll(async () => {
  cluster = await startThrowawayCluster("migrate", await anyFreePort());
  const schema = mkdtempSync(path.join(home, "schema-"));
  folders = { schema, migrations: path.join(schema, "migrations") };
  mkdirSync(path.join(schema, "models"));
  writeFileSync(path.join(schema, "schema.prisma"), 'datasource db {\n  provider = "postgresql"\n}\n');
  writeFileSync(path.join(schema, "models/bid.prisma"), "model Bid {\n  id  Int    @id\n  fen BigInt\n}\n");
});
afterAll(async () => {
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

describe("X1 migrations", () => {
  it("X1 migrations: the house's own make what its models say", async () => {
    expect(await stepToSchema(cluster.url("postgres"), PROJECT_SCHEMA)).toBeNull();
  }, 60_000);

  it("names a migration by its time", () => {
    expect(migrationName("add_bid_number", new Date("2026-01-05T09:30:00Z"))).toBe("20260105093000_add_bid_number");
    expect(() => migrationName("Add Bid", new Date())).toThrow("lower case words");
  });

  it("writes the step from nothing to the schema, and nothing when they agree, whatever was added by hand", async () => {
    const script = await stepToSchema(await database(), folders);
    expect(script).toContain('CREATE TABLE "Bid"');
    appendFileSync(writeMigration(folders.migrations, "20260101000000_bid", script ?? ""), HAND_WRITTEN);
    expect(await stepToSchema(await database(), folders)).toBeNull();
  });

  it("writes only what is new", async () => {
    const changed = copied();
    writeFileSync(path.join(changed.schema, "models/bid.prisma"), "model Bid {\n  id   Int     @id\n  fen  BigInt\n  note String?\n}\n");
    expect((await stepToSchema(await database(), changed))?.trim()).toMatch(/^-- AlterTable\nALTER TABLE "Bid" ADD COLUMN\s+"note" TEXT;$/);
  });

  it("applies each once, function bodies whole, with the role of the application there", async () => {
    const url = await database();
    expect(await migrationState(url, folders)).toEqual({ missing: ["20260101000000_bid"], fault: null });
    expect(await migrateDatabase(url, folders)).toEqual({ applied: ["20260101000000_bid"] });
    expect(await migrateDatabase(url, folders)).toEqual({ applied: [] });
    expect((await run(url, "SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations")).rows).toEqual([{ migration_name: "20260101000000_bid", finished: true }]);
    await run(url, 'SET ROLE ttx_app; INSERT INTO "Bid" VALUES (1, 200)');
    await expect(run(url, 'SET ROLE ttx_app; UPDATE "Bid" SET fen = 1')).rejects.toThrow("permission denied");
    await expect(run(url, 'UPDATE "Bid" SET fen = 1')).rejects.toThrow("append-only; refused");
  });

  it("refuses an applied migration that was changed", async () => {
    const url = await database();
    await migrateDatabase(url, folders);
    const changed = copied();
    appendFileSync(path.join(changed.migrations, "20260101000000_bid/migration.sql"), "SELECT 1;\n");
    await expect(migrateDatabase(url, changed)).rejects.toThrow("20260101000000_bid was changed after it had been applied");
  });

  it("says which migration failed, keeps nothing of it, and tries again once it is mended", async () => {
    const url = await database();
    const broken = copied();
    writeMigration(broken.migrations, "20260102000000_wrong", "CREATE TABLE half (id int); SELECT 1/0;");
    const sentence = "The migration 20260102000000_wrong failed and nothing of it was kept: division by zero";
    await expect(migrateDatabase(url, broken)).rejects.toThrow(sentence);
    await expect(migrateDatabase(url, broken)).rejects.toThrow(sentence);
    expect((await run(url, "SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
    writeMigration(broken.migrations, "20260102000000_wrong", "CREATE TABLE half (id int);");
    expect(await migrateDatabase(url, broken)).toEqual({ applied: ["20260102000000_wrong"] });
  });

  it("does not go on by itself when a failed migration ended transactions of its own", async () => {
    const url = await database();
    const broken = copied();
    writeMigration(broken.migrations, "20260102000000_wrong", "CREATE TABLE half (id int);\nCOMMIT;\nSELECT 1/0;");
    await expect(migrateDatabase(url, broken)).rejects.toThrow("20260102000000_wrong failed: division by zero");
    await expect(migrateDatabase(url, broken)).rejects.toThrow("20260102000000_wrong failed at an earlier start");
  });

  it("refuses a database that is newer than the project", async () => {
    const url = await database();
    const newer = copied();
    writeMigration(newer.migrations, "20260103000000_newer", "CREATE TABLE newer (id int);");
    await migrateDatabase(url, newer);
    await expect(migrateDatabase(url, folders)).rejects.toThrow("20260103000000_newer, which this version of the project does not know");
  });
});
