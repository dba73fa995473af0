import type { Deps } from "../shared/database.ts";

const MOST_SUBJECTS = 500;

type Asking<Row> = { readonly subject: string; tell(row: Row | undefined): void; fail(error: unknown): void };
type Gathered<Row> = { waiting: Asking<Row>[]; isAsking: boolean; woken: boolean };

/**
 * Lets callers of one moment share one question: whoever asks gets an answer that was asked for after he came, so what was revoked before counts as
 * revoked. One question is on its way at a time; those who come meanwhile share the next one. `ask` answers for many subjects at once; a subject without an
 * answer is told undefined.
 */
export function gatherQuestions<Row>(ask: (deps: Deps, subjects: readonly string[]) => Promise<ReadonlyMap<string, Row>>): (deps: Deps, subject: string) => Promise<Row | undefined> {
  const all = new WeakMap<Deps, Gathered<Row>>();

  function pump(deps: Deps, gathered: Gathered<Row>): void {
    gathered.woken = false;
    if (gathered.isAsking || gathered.waiting.length === 0) return;
    const asking = gathered.waiting.splice(0, MOST_SUBJECTS);
    gathered.isAsking = true;
    ask(deps, [...new Set(asking.map(({ subject }) => subject))])
      .then(
        (rows) => asking.forEach(({ subject, tell }) => tell(rows.get(subject))),
        (error: unknown) => asking.forEach(({ fail }) => fail(error)),
      )
      .finally(() => {
        gathered.isAsking = false;
        pump(deps, gathered);
      });
  }

  return (deps, subject) => {
    let gathered = all.get(deps);
    if (!gathered) all.set(deps, (gathered = { waiting: [], isAsking: false, woken: false }));
    const { waiting } = gathered;
    const mine = gathered;
    return new Promise((tell, fail) => {
      waiting.push({ subject, tell, fail });
      if (mine.woken) return;
      mine.woken = true;
      // Everybody of this turn of the event loop goes along.
      setImmediate(() => pump(deps, mine));
    });
  };
}
