import type { Deps } from "../shared/database.ts";
import { changesSince, NOTHING_SEEN, REMEMBERED_MS } from "../shared/remembered-change.ts";
import { gatherQuestions } from "./gather-questions.ts";

/** What of a caller's row may change: the ids of what it was read from. */
export type Caller = { readonly about: readonly string[] };
/** A caller as the database knows it at `now`, its own clock. */
export type Known<Row> = { readonly row: Row; readonly now: Date };

/** `seen` is what of the transactions was to be seen at the last check, as PostgreSQL writes a snapshot. */
type Memory<Row> = { readonly rows: Map<string, Row>; seen: string; checkedAt: number };
type Check = { readonly now: Date; readonly seen: string; readonly changed: readonly string[] | null };

const MOST_REMEMBERED = 20_000;

const CHECK = {
  name: "callers-changed",
  text: `
    select clock_timestamp() as now, pg_current_snapshot()::text as seen,
           (select array_agg(changed.about::text) from (${changesSince("$1::pg_snapshot")}) changed) as changed`,
} as const;

/** A look into the database at a snapshot: what of all that may be remembered has changed since the snapshot that was asked about. */
export type Look = { readonly seen: string; readonly at: Date; readonly changed: readonly string[] | null };

export type CallerMemory<Row> = {
  /** Who it is, checked against the database. */
  ask(deps: Deps, subject: string): Promise<Known<Row> | undefined>;
  /** Who it was at the last check; counts for nothing before a later look was heard and `holds` the row still. */
  recall(deps: Deps, subject: string): Known<Row> | undefined;
  holds(deps: Deps, subject: string, row: Row): boolean;
  /** The snapshot that the next look has to ask about. */
  seen(deps: Deps): string;
  /** Somebody has looked, together with a question of his own. */
  heard(deps: Deps, look: Look): void;
};

/**
 * Who is asking, remembered by this process and checked at every request: the database says each time which callers have changed since the time before, and
 * those are read again. So an ended session, a role that was taken away or a suspended organisation counts from the moment it was committed, as if every request read all
 * of it anew, at the price of one look into an index for all requests of a moment. Looks may be heard in another order than they were taken in: each names all that changed since a
 * snapshot that was the last when it was asked, so that none is missed.
 */
export function rememberCallers<Row extends Caller>(load: (deps: Deps, subjects: readonly string[]) => Promise<ReadonlyMap<string, Row>>): CallerMemory<Row> {
  const memories = new WeakMap<Deps, Memory<Row>>();

  function of(deps: Deps): Memory<Row> {
    let memory = memories.get(deps);
    if (!memory) memories.set(deps, (memory = { rows: new Map<string, Row>(), seen: NOTHING_SEEN, checkedAt: 0 }));
    return memory;
  }

  function heard(deps: Deps, { seen, at, changed }: Look): void {
    const memory = of(deps);
    if (at.getTime() - memory.checkedAt > REMEMBERED_MS) memory.rows.clear();
    else if (changed !== null && changed.length > 0) forget(memory.rows, new Set(changed));
    [memory.seen, memory.checkedAt] = [seen, at.getTime()];
  }

  const ask = gatherQuestions<Known<Row>>(async (deps, subjects) => {
    const memory = of(deps);
    const { rows } = await deps.lookUps.query<Check>({ ...CHECK, values: [memory.seen] });
    const { now, seen, changed } = rows[0]!;
    heard(deps, { seen, at: now, changed });
    // Read after the check: what is committed in between is seen now, what is committed later is named by a check to come.
    const unknown = subjects.filter((subject) => !memory.rows.has(subject));
    if (unknown.length > 0) for (const [subject, row] of await load(deps, unknown)) memory.rows.set(subject, row);
    const answers = new Map<string, Known<Row>>();
    for (const subject of subjects) {
      const row = memory.rows.get(subject);
      if (row) answers.set(subject, { row, now });
    }
    for (const subject of memory.rows.keys()) {
      if (memory.rows.size <= MOST_REMEMBERED) break;
      memory.rows.delete(subject);
    }
    return answers;
  });

  return {
    ask,
    recall: (deps, subject) => {
      const { rows, checkedAt } = of(deps);
      const row = rows.get(subject);
      return row && { row, now: new Date(checkedAt) };
    },
    holds: (deps, subject, row) => of(deps).rows.get(subject) === row,
    seen: (deps) => of(deps).seen,
    heard,
  };
}

function forget<Row extends Caller>(rows: Map<string, Row>, changed: ReadonlySet<string>): void {
  for (const [subject, { about }] of rows) if (about.some((id) => changed.has(id))) rows.delete(subject);
}
