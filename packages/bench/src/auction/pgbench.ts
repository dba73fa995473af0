import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export type PgbenchRun = { readonly url: string; readonly script: string; readonly folder: string; readonly clients: number; readonly seconds: number };

/** The server's own load generator; it does not come with the embedded server. */
export function findPgbench(): string {
  const debian = "/usr/lib/postgresql";
  const versions = (() => {
    try {
      return readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(debian, version, "bin"));
    } catch {
      return [];
    }
  })();
  for (const folder of [...(process.env["PATH"] ?? "").split(path.delimiter), ...versions]) {
    const file = path.join(folder, "pgbench");
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not here
    }
  }
  throw new Error('pgbench was not found. It is the baseline of this benchmark: install it (Debian: "postgresql-contrib"), or put it on the PATH.');
}

/** Transactions a second. A client that was aborted, or a transaction that failed, makes the figure worthless, so it is an error. */
export function pgbench({ url, script, folder, clients, seconds }: PgbenchRun): Promise<number> {
  const file = path.join(folder, "pgbench.sql");
  writeFileSync(file, script);
  return new Promise((resolve, reject) => {
    const child = spawn(findPgbench(), ["--no-vacuum", "--protocol=prepared", `--client=${clients}`, `--jobs=${Math.min(2, clients)}`, `--time=${seconds}`, `--file=${file}`, url], { stdio: ["ignore", "pipe", "pipe"] });
    let [out, errors] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      const rate = Number(/^tps = ([\d.]+)/m.exec(out)?.[1]);
      const failed = Number(/number of failed transactions: (\d+)/.exec(out)?.[1] ?? 0);
      const aborted = /abort/i.test(errors) || failed > 0 || code !== 0;
      if (aborted || !(rate > 0)) reject(new Error(`pgbench ended with ${code}, ${failed} failed transactions:\n${out}\n${errors}`));
      else resolve(rate);
    });
  });
}
