import { expect, test } from "vitest";
import { invitationEnd, passwordResetEnd, restSeconds, restsUntil, sessionEnd } from "./session.rules.ts";

const AT = new Date("2026-03-02T09:00:00+08:00");

test.each([
  [0, 0], [1, 0], [4, 0], [5, 60], [6, 120], [7, 240], [8, 480], [9, 960], [10, 1920], [11, 3600], [12, 3600], [1000, 3600],
])("X1 identity: after %i wrong tries in a row the account rests %i seconds", (tries, seconds) => expect(restSeconds(tries)).toBe(seconds));

test("X1 identity: rests never become shorter", () => {
  for (let tries = 0; tries < 50; tries += 1) expect(restSeconds(tries + 1)).toBeGreaterThanOrEqual(restSeconds(tries));
});

test("X1 identity: ends of rests, sessions and links", () => {
  expect(restsUntil(4, AT)).toBeNull();
  expect(restsUntil(5, AT)).toEqual(new Date("2026-03-02T09:01:00+08:00"));
  expect(sessionEnd(AT)).toEqual(new Date("2026-03-02T21:00:00+08:00"));
  expect(invitationEnd(AT)).toEqual(new Date("2026-03-09T09:00:00+08:00"));
  expect(passwordResetEnd(AT)).toEqual(new Date("2026-03-02T10:00:00+08:00"));
});
