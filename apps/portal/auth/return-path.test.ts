import { expect, test } from "vitest";
import { safeReturnPath, signInAddress } from "./return-path";

test.each([
  ["/desk/listings?state=REVIEW", "/desk/listings?state=REVIEW"],
  ["/desk?_rsc=abc", "/desk"],
  ["//evil.example/desk", "/desk"],
  ["/\\evil.example", "/desk"],
  ["https://evil.example", "/desk"],
  ["/api/v1/me", "/desk"],
  ["/desk\nset-cookie: x", "/desk"],
  [null, "/desk"],
  ["", "/desk"],
])("X1 portal: after signing in, %s leads to %s", (given, expected) => expect(safeReturnPath(given, "zh")).toBe(expected));

test("X1 portal: the way to sign in keeps the way back", () => {
  expect(signInAddress("en", "/en/desk/contracts?page=2")).toBe("/en/sign-in?return=%2Fen%2Fdesk%2Fcontracts%3Fpage%3D2");
  expect(signInAddress("zh", null)).toBe("/sign-in");
});
