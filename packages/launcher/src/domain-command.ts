import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { bring, GENERATE } from "./build.ts";
import { Fault } from "./fault.ts";
import { openDatabase } from "./open-database.ts";
import { DATA, PROJECT } from "./project.ts";
import { runCommand } from "./run-command.ts";
import { processEnvironment, readSettings } from "./settings.ts";

/** Runs a command of the domain package on the exchange's database, beside a running exchange or alone, with the arguments of this process. */
export function runDomainCommand(main: string): Promise<void> {
  return runCommand(async () => {
    if (!existsSync(path.join(PROJECT, main))) throw new Fault(`The command ${main} is missing.`);
    const settings = readSettings(process.env);
    await bring(GENERATE);
    const database = await openDatabase(settings.databaseUrl, "use");
    try {
      const env = processEnvironment(process.env, settings, database.url, DATA);
      return await new Promise<number>((resolve) => {
        const child = spawn(process.execPath, ["--import", "tsx", main, ...process.argv.slice(2)], { cwd: PROJECT, env, stdio: "inherit" });
        child.once("exit", (code) => resolve(code ?? 1));
      });
    } finally {
      await database.close();
    }
  });
}
