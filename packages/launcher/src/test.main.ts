import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkSpace } from "./disk-space.ts";
import { Fault } from "./fault.ts";
import { DATA } from "./project.ts";
import { seconds } from "./progress.ts";
import { runCommand } from "./run-command.ts";
import { stopSignal } from "./stop-signal.ts";
import { lastLine } from "./test-run/counts.ts";
import { startTestDatabase, type TestDatabase } from "./test-run/database.ts";
import { endToEndStages } from "./test-run/e2e-stages.ts";
import { GENERATED, STATIC } from "./test-run/static-stages.ts";
import { GROUPS, runStages, type Group } from "./test-run/stages.ts";
import { unitStages } from "./test-run/unit-stages.ts";

function chosenGroups(only: readonly string[] | undefined): readonly Group[] {
  if (!only?.length) return GROUPS;
  const names = only.flatMap((value) => value.split(","));
  const unknown = names.find((name) => !GROUPS.includes(name as Group));
  if (unknown !== undefined) throw new Fault(`--only knows ${GROUPS.join(", ")}, not "${unknown}".`);
  return names as Group[];
}

await runCommand(async () => {
  const started = performance.now();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string", multiple: true } } });
  const groups = chosenGroups(values.only);
  mkdirSync(DATA, { recursive: true });
  await checkSpace(DATA);
  const stopping = stopSignal();
  let opened: Promise<TestDatabase> | undefined;
  const database = (): Promise<TestDatabase> => (opened ??= startTestDatabase());
  try {
    const stages = [GENERATED, ...STATIC, ...unitStages(database, positionals), ...endToEndStages(database, positionals, stopping.signal)];
    const counts = await runStages(stages, groups, () => stopping.signal.aborted);
    for (const fault of counts.faults) console.log(`✗ ${fault}`);
    console.log(`  the whole took ${seconds(started)}`);
    console.log(lastLine(counts));
    return counts.failed > 0 ? 1 : 0;
  } finally {
    await (await opened?.catch(() => undefined))?.stop();
  }
});
