import { describe, expect, it } from "vitest";
import { spanOf } from "./price-bands.ts";

describe("R1 search: bands of prices", () => {
  it("R1 search: bands span what lies between them; with a price to be negotiated there is no span", () => {
    expect(spanOf(["50-100", "10-50"])).toEqual({ fromFen: 10_000_000n, toFen: 100_000_000n });
    expect(spanOf(["UNDER-10", "OVER-500"])).toEqual({ fromFen: 0n, toFen: null });
    expect(spanOf(["10-50", "NEGOTIABLE"])).toBeUndefined();
    expect(spanOf(["no such band"])).toBeUndefined();
  });
});
