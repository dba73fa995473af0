import { describe, expect, test } from "vitest";
import { finalStates, step, type Move } from "../shared/machine.ts";
import { INSPECTION_STATE_LABELS, REVIEW_STATE_LABELS } from "./review.labels.ts";
import { INSPECTION_MOVES, REVIEW_MOVES } from "./review.machine.ts";

// Written by hand; "." must refuse.
const REVIEW = `
                  confirm   return   giveNotice        answer  dropNotice revoke  reopen
PENDING           CONFIRMED RETURNED REVOCATION_NOTICE .       .          .       .
RETURNED          .         .        REVOCATION_NOTICE PENDING .          .       .
REVOCATION_NOTICE .         .        .                 .       PENDING    REVOKED .
CONFIRMED         .         .        .                 .       .          .       PENDING
REVOKED           .         .        .                 .       .          .       .`;

const INSPECTION = `
             pass   findDefect   remedy   refer    acceptRemedy rejectRemedy
DRAWN        PASSED DEFECT_FOUND .        .        .            .
PASSED       .      .            .        .        .            .
DEFECT_FOUND .      .            REMEDIED REFERRED .            .
REMEDIED     .      .            .        .        CLOSED       DEFECT_FOUND
CLOSED       .      .            .        .        .            .
REFERRED     .      .            .        .        .            .`;

function matrix(text: string) {
  const [head, ...rows] = text.trim().split("\n").map((line) => line.trim().split(/\s+/));
  return { head: head!, states: rows.map(([from]) => from!), cells: rows.flatMap(([from, ...to]) => to.map((target, i) => [from!, head![i]!, target] as const)) };
}

describe.each([
  ["review", REVIEW, REVIEW_MOVES as readonly Move[], REVIEW_STATE_LABELS, ["REVOKED"]],
  ["inspection", INSPECTION, INSPECTION_MOVES as readonly Move[], INSPECTION_STATE_LABELS, ["CLOSED", "PASSED", "REFERRED"]],
] as const)("C3 %s", (name, text, moves, labels, finals) => {
  const { head, states, cells } = matrix(text);
  test.each(cells)(`C3 ${name}: %s + %s → %s`, (from, event, to) => {
    const move = () => step(moves, from, event);
    if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
    else expect(move()).toBe(to);
  });

  test(`C3 ${name}: the matrix names every state, event and label; the final states`, () => {
    const all = [...new Set(moves.flatMap(([from, , , to]) => [from, to]))].sort();
    expect([...states].sort()).toEqual(all);
    expect(Object.keys(labels).sort()).toEqual(all);
    expect([...head].sort()).toEqual([...new Set(moves.map(([, event]) => event))].sort());
    expect(finalStates(moves).sort()).toEqual(finals);
  });
});

test("C3 review: a revocation never comes without its notice", () => {
  expect(REVIEW_MOVES.filter(([, event]) => event === "revoke").map(([from]) => from)).toEqual(["REVOCATION_NOTICE"]);
});
