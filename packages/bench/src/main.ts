import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Bench, BenchRun } from "./bench.ts";
import { figureLine } from "./figure.ts";
import { machineLine } from "./machine.ts";

const FOLDER = new URL("./benches/", import.meta.url);
const KNOWN = readdirSync(FOLDER).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3)).sort();

const say = (line: string): void => console.error(`  ${line}`);

/** Whether every goal of the benchmark, or of one named part of it, was met. */
async function runBench(asked: string): Promise<boolean> {
  const [name, part] = split(asked);
  const { default: bench } = (await import(new URL(`${name}.ts`, FOLDER).href)) as { default: Bench };
  const stops: (() => Promise<void>)[] = [];
  let allHold = true;
  const folder = path.resolve(".data/bench", name);
  mkdirSync(folder, { recursive: true });
  const run: BenchRun = {
    env: process.env,
    folder,
    part,
    figure: (figure) => {
      const line = figureLine({ bench: name, ...figure });
      if (line.holds === false) allHold = false;
      console.log(JSON.stringify(line));
    },
    say,
    atEnd: (stop) => stops.push(stop),
  };
  try {
    await bench(run);
    return allHold;
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

/** "contracts" is all of it, "contracts/import" one part. */
function split(asked: string): readonly [name: string, part: string | undefined] {
  const [name = "", part] = asked.split("/");
  return [name, part];
}

const asked = process.argv.slice(2);
const unknown = asked.filter((one) => !KNOWN.includes(split(one)[0]));
if (asked.length === 0 || unknown.length > 0) {
  console.error(`${unknown.length > 0 ? `There is no benchmark "${unknown.join('", "')}". ` : ""}npm run bench NAME, where NAME is one or more of: ${KNOWN.join(", ")}; NAME/PART runs one part of it`);
  process.exit(1);
}

console.log(machineLine());
let allHold = true;
for (const name of asked) {
  say(`… ${name}`);
  allHold = (await runBench(name)) && allHold;
}
process.exit(allHold ? 0 : 1);
