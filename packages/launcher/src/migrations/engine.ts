import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import pg from "pg";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { engineAdapter } from "./adapter.ts";

type Glue = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loaded: Promise<Glue> | undefined;

/** Prisma's schema engine as WebAssembly: the same engine as the command line's, without a downloaded binary. */
function loadEngine(): Promise<Glue> {
  loaded ??= (async () => {
    const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Glue;
    const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(path.join(path.dirname(file), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports["__wbindgen_start"] as () => void)();
    return glue;
  })();
  return loaded;
}

/** Opens the engine on the database at `url` for the length of `work`. */
export async function withEngine<T>(url: string, datamodels: { path: string; content: string }[], work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const files = datamodels.map(({ path: name, content }): [string, string] => [name, content]);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => undefined); // the next question opens a new connection and says what is wrong
  const engine = await SchemaEngine.new({ datamodels: files }, () => undefined, engineAdapter(pool));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** What the engine, or PostgreSQL through it, has to say: the first lines, without the engine's own trace and wrapping. */
export function engineWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").map((line) => line.trim());
  const trace = lines.findIndex((line) => /^0: /.test(line));
  const telling = (trace < 0 ? lines : lines.slice(0, trace)).filter((line) => line !== "" && line !== "external connector error");
  return telling.map((line) => line.replace(/^Error querying the database: (ERROR: )?/, "")).join(" ");
}

/** The migration that the engine was about when it failed. */
export function engineMigration(error: unknown): string | null {
  return /migration_name="([^"]+)"/.exec(error instanceof Error ? error.message : String(error))?.[1] ?? null;
}
