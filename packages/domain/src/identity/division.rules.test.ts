import { expect, test } from "vitest";
import { NATION, above, contains, covers, jurisdiction, jurisdictionOf, upwards } from "./division.rules.ts";

const ZJ = jurisdiction("33");
const HANGZHOU = jurisdiction("3301");
const XIHU = jurisdiction("330106");

test.each([
  [NATION, ZJ, true], [NATION, NATION, true], [ZJ, HANGZHOU, true], [HANGZHOU, XIHU, true], [ZJ, XIHU, true], [ZJ, ZJ, true],
  [XIHU, HANGZHOU, false], [HANGZHOU, ZJ, false], [ZJ, NATION, false], [jurisdiction("11"), XIHU, false], [jurisdiction("3302"), XIHU, false],
])("X1 identity: does %s contain %s: %s", (outer, inner, expected) => expect(contains(outer, inner)).toBe(expected));

test("X1 identity: a place is its division without trailing zeros", () => {
  expect(jurisdictionOf("330000")).toBe("33");
  expect(jurisdictionOf("330100")).toBe("3301");
  expect(jurisdictionOf("330106")).toBe("330106");
  expect(jurisdictionOf("441900")).toBe("4419");
  expect(covers(HANGZHOU, "330106")).toBe(true);
  expect(covers(HANGZHOU, "330000")).toBe(false);
});

test("X1 identity: the way up", () => {
  expect(upwards(XIHU)).toEqual(["330106", "3301", "33", ""]);
  expect(above(NATION)).toBeUndefined();
});

test.each(["3", "330", "33010", "3301066", "3A"])("X1 identity: %s is no jurisdiction", (text) => expect(() => jurisdiction(text)).toThrow(RangeError));
