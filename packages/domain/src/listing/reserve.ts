import { createHash } from "node:crypto";
import { seal, unseal } from "../shared/secret-box.ts";
import { fen, type Fen } from "../shared/money.ts";

/** The reserve (保留价) as it is kept: the amount nobody can read, and a commitment to it that is shown from the opening on. */
export type SealedReserve = { readonly sealed: string; readonly hash: string };

export function sealReserve(key: Buffer, listingNo: string, amountFen: bigint): SealedReserve {
  const sealed = seal(key, amountFen.toString());
  return { sealed, hash: commitmentOf(listingNo, amountFen, sealed) };
}

/** Only for the close of the lot: opens the reserve and checks it against its commitment. */
export function openReserve(key: Buffer, listingNo: string, { sealed, hash }: SealedReserve): Fen {
  const amountFen = fen(BigInt(unseal(key, sealed)));
  if (commitmentOf(listingNo, amountFen, sealed) !== hash) throw new Error(`the reserve of ${listingNo} is not what was committed to`);
  return amountFen;
}

/** SHA-256 over listing number, amount in fen and sealed text, joined by line feeds; the sealed text, which is secret, blinds it. */
function commitmentOf(listingNo: string, amountFen: bigint, sealed: string): string {
  return createHash("sha256").update([listingNo, amountFen.toString(), sealed].join("\n"), "utf8").digest("hex");
}
