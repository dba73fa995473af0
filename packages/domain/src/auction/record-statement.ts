import { isSignedBy } from "../shared/signing-key.ts";
import { sha256Hex } from "./commitment.ts";

/** Who signs the record: auctioneer and recorder (拍卖法 53), and the buyer, whose signature makes the confirmation (拍卖法 52). */
export const RECORD_SIGNERS = ["AUCTIONEER", "RECORDER", "BUYER"] as const;
export type RecordSigner = (typeof RECORD_SIGNERS)[number];

/** What is signed: the result, the head of the log that it follows from, by whose account and when. */
export type RecordStatement = {
  readonly auctionNo: string;
  readonly announcementHash: string;
  readonly chainHead: string;
  readonly entries: number;
  readonly endsAt: Date;
  readonly bidderNo: string;
  readonly priceFen: bigint;
  readonly role: string;
  readonly account: string;
  readonly signedAt: Date;
};

const FORMAT = "ttx-auction-record-1";

/** The statement as text, in a fixed order of fields. */
export function statementText({ auctionNo, announcementHash, chainHead, entries, endsAt, bidderNo, priceFen, role, account, signedAt }: RecordStatement): string {
  return JSON.stringify([FORMAT, auctionNo, announcementHash, chainHead, entries, endsAt.toISOString(), bidderNo, String(priceFen), role, account, signedAt.toISOString()]);
}

/** How the published record names an account: whoever knows the account can prove that it is this one, nobody can find it by it. */
export function accountOf(auctionId: string, personId: string): string {
  return sha256Hex(["account", auctionId, personId].join("\n"));
}

type Signed = Omit<RecordStatement, "auctionNo" | "announcementHash" | "endsAt"> & { readonly no: number; readonly publicKey: string; readonly signature: string };
type Lot = Pick<RecordStatement, "auctionNo" | "announcementHash" | "endsAt"> & { readonly platformKey: string; readonly hashes: readonly string[] };

/** What is wrong with the signatures under a record: made with another key than the platform's, altered, or under another log. */
export function signatureFaults({ platformKey, hashes, ...lot }: Lot, signatures: readonly Signed[]): string[] {
  return signatures.flatMap(({ no, publicKey, signature, ...signed }) => {
    if (publicKey !== platformKey) return [`SIGNATURE_BY_OTHER_KEY_AT_${no}`];
    const isWhole = isSignedBy(publicKey, statementText({ ...lot, ...signed }), signature) && headAt(hashes, lot.announcementHash, signed.entries) === signed.chainHead;
    return isWhole ? [] : [`SIGNATURE_BROKEN_AT_${no}`];
  });
}

function headAt(hashes: readonly string[], announcementHash: string, entries: number): string | undefined {
  return entries === 0 ? announcementHash : hashes[entries - 1];
}
