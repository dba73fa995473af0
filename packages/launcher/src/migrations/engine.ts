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

/** What the engine has to say, without its own wrapping. */
export function engineWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  try {
    const parsed = JSON.parse(text) as { message?: string; user_facing_error?: { message?: string } };
    return parsed.user_facing_error?.message ?? parsed.message ?? text;
  } catch {
    return text;
  }
}
