import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds the whole monorepo. */
export const PROJECT = path.resolve(fileURLToPath(new URL("../../..", import.meta.url)));

/** Everything that a run leaves behind; ignored by git, removed by `npm run reset`. */
export const DATA = path.join(PROJECT, ".data");

export const MIGRATIONS = path.join(PROJECT, "prisma/migrations");
export const SCHEMA = path.join(PROJECT, "prisma");
