import { rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Fault } from "./fault.ts";
import { runningLauncher } from "./launcher-lock.ts";
import { isAlive } from "./postgres/pid-file.ts";
import { runningServer, stopPostmaster } from "./postgres/server.ts";
import { MAIN_CLUSTER, removeCluster, serverFolder } from "./postgres.ts";
import { DATA } from "./project.ts";
import { runCommand } from "./run-command.ts";

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Fault("Nobody is there to ask: add --yes to delete the data (npm run reset -- --yes).");
  const dialogue = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await dialogue.question("Everything in .data will be deleted: database, files, secrets, logs. Go on? [y/N] ");
  dialogue.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function stopEverything(): Promise<void> {
  const launcher = runningLauncher();
  if (launcher !== null) {
    process.kill(launcher, "SIGTERM");
    const deadline = performance.now() + 60_000;
    while (isAlive(launcher)) {
      if (performance.now() > deadline) throw new Fault(`The running exchange (process ${launcher}) does not stop: end it by hand and run the command again.`);
      await sleep(100);
    }
  }
  const server = runningServer(serverFolder(MAIN_CLUSTER.folder));
  if (server) await stopPostmaster(server.pid);
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { yes: { type: "boolean", short: "y", default: false } } });
  if (!values.yes && !(await confirmed())) {
    console.log("Nothing was deleted.");
    return;
  }
  await stopEverything();
  removeCluster(MAIN_CLUSTER.folder);
  rmSync(DATA, { recursive: true, force: true });
  console.log("✓ everything is deleted; npm start begins anew");
  if (process.env["DATABASE_URL"]) console.log("  The server of DATABASE_URL was left alone: empty that database yourself.");
});
