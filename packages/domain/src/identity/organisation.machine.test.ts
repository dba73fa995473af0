import { expect, test } from "vitest";
import { mayStep, step } from "../shared/machine.ts";
import { OrganisationState } from "../generated/enums.ts";
import { ORGANISATION_STATE_LABELS } from "./organisation.labels.ts";
import { ORGANISATION_MOVES } from "./organisation.machine.ts";

const EXPECTED = `
          verify   reject   correct suspend   reinstate
PENDING   VERIFIED REJECTED PENDING .         .
VERIFIED  .        .        .       SUSPENDED .
REJECTED  .        .        PENDING .         .
SUSPENDED .        .        .       .         VERIFIED`;

const [events, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));

test.each(rows.flatMap(([state, ...cells]) => cells.map((to, i) => [state!, events![i]!, to] as const)))("X1 organisation: %s on %s → %s", (state, event, to) => {
  const [from, name] = [state as OrganisationState, event as (typeof ORGANISATION_MOVES)[number][1]];
  expect(mayStep(ORGANISATION_MOVES, from, name)).toBe(to !== ".");
  if (to !== ".") expect(step(ORGANISATION_MOVES, from, name)).toBe(to);
  else expect(() => step(ORGANISATION_MOVES, from, name)).toThrow("STATE_FORBIDS_EVENT");
});

test("X1 organisation: states of the table, the database and the labels are the same", () => {
  expect(new Set(rows.map(([state]) => state))).toEqual(new Set(Object.values(OrganisationState)));
  expect(new Set(Object.keys(ORGANISATION_STATE_LABELS))).toEqual(new Set(Object.values(OrganisationState)));
});
