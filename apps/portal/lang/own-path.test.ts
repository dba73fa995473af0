import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

describe("X1 sign-in: where one goes afterwards", () => {
  it.each([["/desk"], ["/en/desk/contracts?a=1"]])("keeps %s", (path) => expect(ownPath(path)).toBe(path));
  it.each([["//evil.example"], ["/\\evil.example"], ["https://evil.example"], ["javascript:alert(1)"], [""], [undefined], [["/a", "/b"]]])("refuses %s", (path) => expect(ownPath(path)).toBeNull());
});
