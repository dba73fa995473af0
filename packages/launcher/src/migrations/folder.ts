import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface MigrationList {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: "ok"; value: string } | { tag: "error"; value: string } } }[];
}

/** A migrations folder as the schema engine wants it, in the order of the names. */
export function readMigrations(folder: string): MigrationList {
  const lockfile = path.join(folder, "migration_lock.toml");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
    : [];
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({ path: name, migrationFile: { path: "migration.sql", content: script(path.join(folder, name, "migration.sql")) } })),
  };
}

function script(file: string): { tag: "ok"; value: string } | { tag: "error"; value: string } {
  try {
    return { tag: "ok", value: readFileSync(file, "utf8") };
  } catch (error) {
    return { tag: "error", value: String(error) };
  }
}

/** schema.prisma and models/*.prisma, as the schema engine wants them. */
export function readSchema(folder: string): { path: string; content: string }[] {
  const models = path.join(folder, "models");
  const names = existsSync(models) ? readdirSync(models).filter((name) => name.endsWith(".prisma")).sort().map((name) => path.join(models, name)) : [];
  return [path.join(folder, "schema.prisma"), ...names].map((file) => ({ path: file, content: readFileSync(file, "utf8") }));
}
