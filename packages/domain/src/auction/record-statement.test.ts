import { describe, expect, it } from "vitest";
import { fen } from "../shared/money.ts";
import { signingKeyOf } from "../shared/signing-key.ts";
import { accountOf, signatureFaults, statementText } from "./record-statement.ts";

const KEY = signingKeyOf(Buffer.alloc(32, 7));
const LOT = { auctionNo: "GP-1-J1", announcementHash: "a".repeat(64), endsAt: new Date("2025-11-10T02:15:00Z") };
const HASHES = ["b".repeat(64), "c".repeat(64)];
const SAID = { chainHead: HASHES[1]!, entries: 2, bidderNo: "12", priceFen: fen(240_000_000n), role: "AUCTIONEER", account: accountOf("lot", "person"), signedAt: new Date("2025-11-10T03:00:00Z") };
const SIGNED = { ...SAID, no: 1, publicKey: KEY.publicKey, signature: KEY.sign(statementText({ ...LOT, ...SAID })) };
const faults = (change: Partial<typeof SIGNED> = {}, lot: Partial<typeof LOT> = {}, hashes = HASHES) => signatureFaults({ ...LOT, ...lot, platformKey: KEY.publicKey, hashes }, [{ ...SIGNED, ...change }]);

describe("T2 auction: the record is signed (拍卖法 52, 53)", () => {
  it("T2 auction: a signature under the log that it names holds", () => {
    expect(faults()).toEqual([]);
    expect(faults({}, {}, [...HASHES, "d".repeat(64)])).toEqual([]); // what came later does not undo it
  });

  it.each([
    ["another bidder", { bidderNo: "07" }, {}],
    ["another price", { priceFen: fen(240_000_001n) }, {}],
    ["another time", { signedAt: new Date("2025-11-10T03:00:00.001Z") }, {}],
    ["another role", { role: "BUYER" }, {}],
    ["another account", { account: accountOf("lot", "somebody") }, {}],
    ["another end", {}, { endsAt: new Date("2025-11-10T02:16:00Z") }],
    ["another lot", {}, { auctionNo: "GP-2-J1" }],
    ["another announcement", {}, { announcementHash: "e".repeat(64) }],
  ])("T2 auction: %s than was signed is found", (_what, change, lot) => {
    expect(faults(change, lot)).toEqual(["SIGNATURE_BROKEN_AT_1"]);
  });

  it("T2 auction: a log whose head was exchanged is found, and a key that is not the platform's", () => {
    expect(faults({}, {}, [HASHES[0]!, "d".repeat(64)])).toEqual(["SIGNATURE_BROKEN_AT_1"]);
    expect(faults({}, {}, HASHES.slice(0, 1))).toEqual(["SIGNATURE_BROKEN_AT_1"]);
    const forger = signingKeyOf(Buffer.alloc(32, 8));
    expect(faults({ publicKey: forger.publicKey, signature: forger.sign(statementText({ ...LOT, ...SAID })) })).toEqual(["SIGNATURE_BY_OTHER_KEY_AT_1"]);
  });

  it("T2 auction: an account has another name in every lot", () => {
    expect(accountOf("lot", "person")).toMatch(/^[0-9a-f]{64}$/);
    expect(accountOf("another lot", "person")).not.toBe(accountOf("lot", "person"));
  });
});
