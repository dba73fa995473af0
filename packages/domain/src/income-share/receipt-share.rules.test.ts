import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, shareCeil, splitFen, wan } from "../shared/money.ts";
import { receiptShares } from "./income-share.rules.ts";
import { nextShare, type SharedReceipt } from "./receipt-share.rules.ts";

const sharedOut = (receipts: readonly { received: bigint; costs: bigint; taxes: bigint }[], rateBp: number): SharedReceipt[] =>
  receipts.reduce<SharedReceipt[]>((before, next) => [...before, { ...next, ...nextShare(before, next, rateBp) }], []);

describe("T7 income share: receipt after receipt (rights and income §2.3)", () => {
  it("T7 income share: example B, one receipt at a time, is what all together are", () => {
    const [first = fen(0n), second = fen(0n)] = splitFen(wan(8), [100n, 200n]);
    const shares = sharedOut([{ received: wan(100), costs: wan(12), taxes: first }, { received: wan(200), costs: 0n, taxes: second }], 7_000);
    expect(shares.map(({ net, pool }) => [net, pool])).toEqual(receiptShares([{ receivedFen: wan(100), taxesFen: first }, { receivedFen: wan(200), taxesFen: second }], wan(12), 7_000).map(({ netFen, poolFen }) => [netFen, poolFen]));
    expect(shares[0]!.pool + shares[1]!.pool).toBe(wan(196));
  });

  it("T7 income share: costs that come late are recovered from what comes later, and nothing given is taken back", () => {
    const shares = sharedOut([{ received: wan(100), costs: 0n, taxes: 0n }, { received: wan(10), costs: wan(30), taxes: 0n }, { received: wan(50), costs: 0n, taxes: 0n }], 5_000);
    expect(shares.map(({ net, pool }) => [net, pool])).toEqual([[wan(100), wan(50)], [0n, 0n], [wan(30), wan(15)]]);
  });

  it("T7 income share: the pools add up to the rate of the whole net income, whatever comes in which parts", () => {
    const receipt = fc.record({ received: fc.bigInt(1n, 1_000_000n), costs: fc.bigInt(0n, 50_000n), taxes: fc.bigInt(0n, 50_000n) });
    fc.assert(fc.property(fc.array(receipt, { minLength: 1, maxLength: 8 }), fc.integer({ min: 5_000, max: 9_000 }), (receipts, rateBp) => {
      const shares = sharedOut(receipts, rateBp);
      const [net, pool] = [shares.reduce((sum, share) => sum + share.net, 0n), shares.reduce((sum, share) => sum + share.pool, 0n)];
      expect(pool).toBe(shareCeil(net, rateBp));
      expect(shares.every((share) => share.net >= 0n && share.pool >= 0n)).toBe(true);
    }));
  });
});
