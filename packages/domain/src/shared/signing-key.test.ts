import { describe, expect, it } from "vitest";
import { fingerprintOf, isSignedBy, signingKeyOf } from "./signing-key.ts";

const ONE = Buffer.alloc(32, 1);
const OTHER = Buffer.alloc(32, 2);

describe("X4 signing key", () => {
  it("X4 signing key: the same secret gives the same key, another secret another", () => {
    expect(signingKeyOf(ONE).publicKey).toBe(signingKeyOf(Buffer.from(ONE)).publicKey);
    expect(signingKeyOf(OTHER).publicKey).not.toBe(signingKeyOf(ONE).publicKey);
    expect(signingKeyOf(ONE).fingerprint).toBe(fingerprintOf(signingKeyOf(ONE).publicKey));
  });

  it("X4 signing key: a signature holds for its text and key alone", () => {
    const { publicKey, sign } = signingKeyOf(ONE);
    const signature = sign("成交");
    expect(isSignedBy(publicKey, "成交", signature)).toBe(true);
    expect(isSignedBy(publicKey, "流拍", signature)).toBe(false);
    expect(isSignedBy(signingKeyOf(OTHER).publicKey, "成交", signature)).toBe(false);
    expect(isSignedBy(publicKey, "成交", "")).toBe(false);
    expect(isSignedBy("no key", "成交", signature)).toBe(false);
  });
});
