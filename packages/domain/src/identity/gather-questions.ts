import type { Deps } from "../shared/database.ts";

/** Questions to the database that may be on their way at once; past this, those who ask share the next one. */
const IN_FLIGHT = 2;
const MOST_SUBJECTS = 500;

type Asking<Row> = { readonly subject: string; tell(row: Row | undefined): void; fail(error: unknown): void };
type Gathered<Row> = { waiting: Asking<Row>[]; inFlight: number; woken: boolean };

/**
 * Lets callers of one moment share one question. Nothing is kept: whoever asks gets an answer that the database gave after he asked, so what was
 * revoked before counts as revoked. `ask` answers for many subjects at once; a subject without an answer is told undefined.
 */
export function gatherQuestions<Row>(ask: (deps: Deps, subjects: readonly string[]) => Promise<ReadonlyMap<string, Row>>): (deps: Deps, subject: string) => Promise<Row | undefined> {
  const all = new WeakMap<Deps, Gathered<Row>>();

  function pump(deps: Deps, gathered: Gathered<Row>): void {
    gathered.woken = false;
    while (gathered.waiting.length > 0 && gathered.inFlight < IN_FLIGHT) {
      const asking = gathered.waiting.splice(0, MOST_SUBJECTS);
      gathered.inFlight += 1;
      ask(deps, [...new Set(asking.map(({ subject }) => subject))])
        .then(
          (rows) => asking.forEach(({ subject, tell }) => tell(rows.get(subject))),
          (error: unknown) => asking.forEach(({ fail }) => fail(error)),
        )
        .finally(() => {
          gathered.inFlight -= 1;
          pump(deps, gathered);
        });
    }
  }

  return (deps, subject) => {
    let gathered = all.get(deps);
    if (!gathered) all.set(deps, (gathered = { waiting: [], inFlight: 0, woken: false }));
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
