import { seconds } from "../progress.ts";
import { oneCheck, sum, type Counts } from "./counts.ts";

export const GROUPS = ["static", "unit", "e2e"] as const;
export type Group = (typeof GROUPS)[number];

export interface Stage {
  readonly name: string;
  /** The parts of `npm test` that the stage belongs to. */
  readonly groups: readonly Group[];
  /** Stages without whose success this one makes no sense. */
  readonly needs: readonly string[];
  /** Runs at the same time as the stage before it: neither fills the machine's cores by itself. */
  readonly alongside?: boolean;
  run(): Promise<Counts>;
}

/** Runs the stages in order, goes on after a failure where that makes sense, and adds up. */
export async function runStages(stages: readonly Stage[], groups: readonly Group[], stopped: () => boolean, say: (line: string) => void = console.log): Promise<Counts> {
  const failed = new Set<string>();
  const counts: Counts[] = [];
  for (const company of companies(stages.filter((one) => one.groups.some((group) => groups.includes(group))))) {
    const ended = company.map(async (stage) => {
      const missing = stage.needs.find((name) => failed.has(name));
      return { stage, count: stopped() || missing !== undefined ? refused(stage, missing, say) : await runStage(stage, say) };
    });
    for (const { stage, count } of await Promise.all(ended)) {
      if (count.failed > 0) failed.add(stage.name);
      counts.push(count);
    }
  }
  return sum(counts);
}

/** The stages that run at the same time, in order. */
function companies(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const all: Stage[][] = [];
  for (const stage of stages) {
    const before = all.at(-1);
    if (stage.alongside && before) before.push(stage);
    else all.push([stage]);
  }
  return all;
}

function refused(stage: Stage, missing: string | undefined, say: (line: string) => void): Counts {
  const why = `${stage.name}: not run, because ${missing === undefined ? "the test run was stopped" : `"${missing}" failed`}`;
  say(`✗ ${why}`);
  return { ...oneCheck(false), faults: [why] };
}

async function runStage(stage: Stage, say: (line: string) => void): Promise<Counts> {
  const started = performance.now();
  say(`… ${stage.name}`);
  const count = await stage.run().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    say(why);
    return { ...oneCheck(false), faults: [why.split("\n")[0]!] };
  });
  say(`${count.failed === 0 ? "✓" : "✗"} ${stage.name}: ${count.passed} passed, ${count.failed} failed (${seconds(started)})`);
  const faults = count.failed > 0 && count.faults.length === 0 ? ["see above"] : count.faults;
  return { ...count, faults: faults.map((fault) => `${stage.name}: ${fault}`) };
}
