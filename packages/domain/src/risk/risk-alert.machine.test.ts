import { expect, test } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { ALERT_LEVEL_LABELS, CONCLUSION_LABELS, REFERRAL_BODY_LABELS, RISK_ALERT_STATE_LABELS } from "./risk-alert.labels.ts";
import { ALERT_LEVELS, CONCLUSIONS, REFERRAL_BODIES, RISK_ALERT_MOVES, UPHOLDING_CONCLUSIONS, type RiskAlertEvent, type RiskAlertState } from "./risk-alert.machine.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
           askForExplanation conclude  answer lapse reopen
OPEN       EXPLAINING        CONCLUDED .      .     .
EXPLAINING .                 CONCLUDED OPEN   OPEN  .
CONCLUDED  .                 .         .      .     OPEN`;

const [head, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));

test.each(rows.flatMap(([from, ...to]) => to.map((target, i) => [from!, head![i]!, target] as const)))("K1 risk: alert %s + %s → %s", (from, event, to) => {
  const move = () => step(RISK_ALERT_MOVES, from as RiskAlertState, event as RiskAlertEvent);
  if (to === ".") expect(move).toThrow(expect.objectContaining({ code: "STATE_FORBIDS_EVENT" }));
  else expect(move()).toBe(to);
});

test("K1 risk: matrix, states, labels and lists are complete", () => {
  const states = [...new Set(RISK_ALERT_MOVES.flatMap(([from, , , to]) => [from, to]))].sort();
  expect(rows.map(([from]) => from).sort()).toEqual(states);
  expect([...head!].sort()).toEqual([...new Set(RISK_ALERT_MOVES.map(([, event]) => event))].sort());
  expect(Object.keys(RISK_ALERT_STATE_LABELS).sort()).toEqual(states);
  expect(Object.keys(CONCLUSION_LABELS)).toEqual([...CONCLUSIONS]);
  expect(Object.keys(ALERT_LEVEL_LABELS)).toEqual([...ALERT_LEVELS]);
  expect(Object.keys(REFERRAL_BODY_LABELS)).toEqual([...REFERRAL_BODIES]);
  expect(finalStates(RISK_ALERT_MOVES)).toEqual([]); // a conclusion can be reopened
  for (const one of UPHOLDING_CONCLUSIONS) expect(CONCLUSIONS).toContain(one);
});
