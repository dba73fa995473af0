import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { bring, GENERATE } from "./build.ts";
import { Fault } from "./fault.ts";
import { openDatabase } from "./open-database.ts";
import { DATA, PROJECT } from "./project.ts";
import { runCommand } from "./run-command.ts";
import { processEnvironment, readSettings } from "./settings.ts";

const MAIN = "packages/domain/commands/audit-verify.ts";

/** Walks the chain of the audit log, beside a running exchange or alone, and names the first entry that does not fit. */
await runCommand(async () => {
  if (!existsSync(path.join(PROJECT, MAIN))) throw new Fault(`The command ${MAIN} is missing.`);
  const settings = readSettings(process.env);
  await bring(GENERATE);
  const database = await openDatabase(settings.databaseUrl, "use");
  try {
    const env = processEnvironment(process.env, settings, database.url, DATA);
    return await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...process.argv.slice(2)], { cwd: PROJECT, env, stdio: "inherit" });
      child.once("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    await database.close();
  }
});
