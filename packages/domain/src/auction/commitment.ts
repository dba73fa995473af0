import { hash } from "node:crypto";

export function sha256Hex(text: string): string {
  return hash("sha256", text, "hex");
}

export type SealedSecret = { readonly procedureId: string; readonly bidderNo: string; readonly amountFen: bigint; readonly nonce: string };

/**
 * The commitment of a sealed bid (§5.7): `SHA-256(procedureId ‖ bidderNo ‖ amountFen ‖ nonce)`. The parts are joined by line
 * feeds, which none of them may contain, so no two bids share a text.
 */
export function commitment(secret: SealedSecret): string {
  const parts = [secret.procedureId, secret.bidderNo, String(secret.amountFen), secret.nonce];
  if (parts.some((part) => part.includes("\n"))) throw new RangeError("a part of a commitment contains a line feed");
  return sha256Hex(parts.join("\n"));
}

/** An opened bid counts only if it is what was committed to. */
export function matchesCommitment(committed: string, secret: SealedSecret): boolean {
  return commitment(secret) === committed;
}
