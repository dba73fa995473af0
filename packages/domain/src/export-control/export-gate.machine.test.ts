import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { EXPORT_GATE_STATE_LABELS } from "./export-control.labels.ts";
import { EXPORT_GATE_MOVES, type ExportGateEvent, type ExportGateState } from "./export-gate.machine.ts";

// Written by hand from rights and income §12.3; "." must refuse.
const EXPECTED = `
                classifyFree classifyRestricted classifyControlled block   apply          letterOfIntent sign            licence register changeTerms
CHECK           FREE         RESTRICTED         CONTROLLED         BLOCKED .              .              .               .       .        .
FREE            .            .                  .                  BLOCKED .              .              REGISTER        .       .        .
RESTRICTED      .            .                  .                  BLOCKED PENDING_INTENT .              .               .       .        .
PENDING_INTENT  .            .                  .                  BLOCKED .              MAY_NEGOTIATE  .               .       .        .
MAY_NEGOTIATE   .            .                  .                  BLOCKED .              .              PENDING_LICENCE .       .        .
PENDING_LICENCE .            .                  .                  BLOCKED .              .              .               CLEARED .        .
CONTROLLED      .            .                  .                  BLOCKED .              .              .               CLEARED .        .
REGISTER        .            .                  .                  BLOCKED .              .              .               .       CLEARED  .
CLEARED         .            .                  .                  .       .              .              .               .       .        CHECK
BLOCKED         .            .                  .                  .       .              .              .               .       .        .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(EXPORT_GATE_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T8 export control: states and events", () => {
  it.each(CELLS)("T8 export control: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(EXPORT_GATE_MOVES, from as ExportGateState, event as ExportGateEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T8 export control: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(EXPORT_GATE_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(EXPORT_GATE_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(EXPORT_GATE_MOVES))).toEqual(new Set(["BLOCKED"]));
  });
});
