import { expect, test } from "vitest";
import { isIdentityNumber, maskIdentityNumber } from "./identity-number.rules.ts";

test.each([
  ["11010519491231002X", true], // worked example of GB 11643—1999
  ["440524188001010014", true], // the standard's second example
  ["110105194912310021", false],
  ["11010519491331002X", false],
  ["1101051949123100", false],
  ["91350100M000100Y43", false],
])("X1 identity: is %s an identity number: %s", (text, expected) => expect(isIdentityNumber(text)).toBe(expected));

test("X1 identity: an identity number is masked on screens", () => expect(maskIdentityNumber("11010519491231002X")).toBe("110105***********X"));
