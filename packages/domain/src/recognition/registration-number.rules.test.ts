import { expect, test } from "vitest";
import { buildRegistrationNumber, parseRegistrationNumber } from "./registration-number.rules.ts";

const PARTS = { year: 2026, cityPrefix: "4401", office: "03", serial: 127 };

test("C2 recognition: 2026440103000127 is Guangdong 44, city 01, office 03, no. 127 of 2026", () => {
  expect(buildRegistrationNumber(PARTS)).toBe("2026440103000127");
  expect(parseRegistrationNumber("2026440103000127")).toEqual(PARTS);
});

test.each(["", "202644010300012", "20264401030001277", "1826440103000127", "2026940103000127", "2026440103000000", "2026-44-01-03-000127", "26440103000127"])(
  "C2 recognition: %s is not a number of this platform",
  (text) => expect(parseRegistrationNumber(text)).toBeUndefined(),
);

test.each([[0], [1_000_000]])("C2 recognition: serial %i is refused", (serial) => {
  expect(() => buildRegistrationNumber({ ...PARTS, serial })).toThrow(RangeError);
});

test("C2 recognition: a malformed office is refused", () => {
  expect(() => buildRegistrationNumber({ ...PARTS, office: "3" })).toThrow(RangeError);
});
