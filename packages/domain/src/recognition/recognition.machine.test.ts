import { describe, expect, test } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { REGISTRATION_STATES } from "../reference/index.ts";
import { RECOGNITION_STATE_LABELS } from "./recognition.labels.ts";
import { BLOCKING_STATES, CLOCK_STATES, RECOGNITION_MOVES, STANDING_STATES, type RecognitionEvent, type RecognitionState } from "./recognition.machine.ts";

// Written by hand from the domain note §4; "." must refuse.
const EXPECTED = `
               submit    withdraw  accept   requestCorrection sendToSecondReview register   refuse  lapse   requestChange  cancel    cancelOfOwnMotion reopen    revoke  approveChange rejectChange uphold     amend     remit
DRAFT          SUBMITTED WITHDRAWN .        .                 .                  .          .       .       .              .         .                 .         .       .             .            .          .          .
SUBMITTED      .         WITHDRAWN ACCEPTED CORRECTION        .                  .          .       .       .              .         .                 .         .       .             .            .          .          .
ACCEPTED       .         .         .        CORRECTION        SECOND_REVIEW      REGISTERED REFUSED .       .              .         .                 .         .       .             .            .          .          .
CORRECTION     SUBMITTED .         .        .                 .                  .          REFUSED REFUSED .              .         .                 .         .       .             .            .          .          .
SECOND_REVIEW  .         .         .        .                 .                  REGISTERED REFUSED .       .              .         .                 .         .       .             .            .          .          .
REGISTERED     .         .         .        .                 .                  .          .       .       CHANGE_PENDING CANCELLED CANCELLED         RE_REVIEW REVOKED .             .            .          .          .
CHANGE_PENDING .         .         .        .                 .                  .          .       .       .              .         .                 .         .       REGISTERED    REGISTERED   .          .          .
RE_REVIEW      .         .         .        .                 .                  .          .       .       .              .         .                 .         REVOKED .             .            REGISTERED REGISTERED          .
REFUSED        .         .         .        .                 .                  .          .       .       .              .         .                 .         .       .             .            .          .          SUBMITTED
CANCELLED      .         .         .        .                 .                  .          .       .       .              .         .                 .         .       .             .            .          .          .
REVOKED        .         .         .        .                 .                  .          .       .       .              .         .                 .         .       .             .            .          .          .
WITHDRAWN      .         .         .        .                 .                  .          .       .       .              .         .                 .         .       .             .            .          .          .`;

const [head, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from, ...targets]) => targets.map((to, column) => [from!, head![column]!, to] as const));

describe("C2 recognition: every state and event", () => {
  test.each(cells)("C2 recognition: %s + %s → %s", (from, event, to) => {
    const move = () => step(RECOGNITION_MOVES, from as RecognitionState, event as RecognitionEvent);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT", kind: "conflict" }));
    else expect(move()).toBe(to);
  });

  test("C2 recognition: the matrix names every state, event and label, and the states of the sources", () => {
    const states = [...new Set(RECOGNITION_MOVES.flatMap(([from, , , to]) => [from, to]))].sort();
    expect(rows.map(([from]) => from).sort()).toEqual(states);
    expect([...head!].sort()).toEqual([...new Set(RECOGNITION_MOVES.map(([, event]) => event))].sort());
    expect(Object.keys(RECOGNITION_STATE_LABELS).sort()).toEqual(states);
    expect(REGISTRATION_STATES.rows.map(({ code }) => code.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()).sort()).toEqual(states);
    for (const { code, zh } of REGISTRATION_STATES.rows) {
      const state = code.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as RecognitionState;
      expect(RECOGNITION_STATE_LABELS[state].zh).toBe(zh);
    }
  });

  test("C2 recognition: a pair of state and event leads to one place only", () => {
    const pairs = RECOGNITION_MOVES.map(([from, event]) => `${from} ${event}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test("C2 recognition: final states, and none out of reach", () => {
    expect([...finalStates(RECOGNITION_MOVES)].sort()).toEqual(["CANCELLED", "REVOKED", "WITHDRAWN"]);
    const reached = new Set<string>(["DRAFT"]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const [from, , , to] of RECOGNITION_MOVES) if (reached.has(from)) reached.add(to);
    }
    expect(reached.size).toBe(12);
  });

  test("C2 recognition: no way to REGISTERED leaves out ACCEPTED", () => {
    const reached = new Set<string>(["DRAFT"]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const [from, , , to] of RECOGNITION_MOVES) if (reached.has(from) && to !== "ACCEPTED") reached.add(to);
    }
    expect(reached.has("REGISTERED")).toBe(false);
  });

  test("C2 recognition: standing, clock and blocking states", () => {
    expect(STANDING_STATES).not.toContain("REVOKED");
    expect(CLOCK_STATES).not.toContain("CORRECTION");
    for (const state of STANDING_STATES) expect(BLOCKING_STATES).toContain(state);
  });
});
