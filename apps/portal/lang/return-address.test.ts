import { expect, test } from "vitest";
import { returnAddress } from "./return-address.ts";

test.each([
  ["/desk/listings?state=REVIEW", "/desk/listings?state=REVIEW"],
  ["/en/desk?_rsc=abc", "/en/desk"],
  ["/desk/contracts?_rsc=1&page=2", "/desk/contracts?page=2"],
  [null, undefined],
])("X1 portal: from %s one comes back to %s", (asked, expected) => expect(returnAddress(asked)).toBe(expected));
