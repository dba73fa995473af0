import { randomFillSync } from "node:crypto";
import { columnsOf, onePlaceKey, type ContractDraft, type DraftParty } from "../contract/index.ts";
import { toJson } from "../shared/canonical.ts";

/** Columns of the contract that a row fills, in the order in which they are copied. */
const FORM_COLUMNS = [
  "projectName", "contractType", "licenceMode", "licenceRegion", "sublicence", "signedOn", "validFrom", "validTo", "turnoverFen", "technicalFen", "field", "ipKinds", "programme", "projectNo",
  "objective", "industry", "payment", "royaltyBase", "royaltyRateMode", "expectedInvestmentFen", "expectedOutputFen", "secret", "taxClaims", "text", "textFingerprint", "responsible",
] as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const CONTRACT_COLUMNS: readonly string[] = FORM_COLUMNS.map(snake);
export const STAGED_COLUMNS: readonly string[] = ["import_id", "row_no", "external_no", "row_hash", "contract_id", "one_place_key", ...CONTRACT_COLUMNS, "parties", "deductions", "instalments", "patents"];

export type StagedRow = { readonly importId: string; readonly rowNo: number; readonly externalNo: string; readonly rowHash: string; readonly draft: ContractDraft; readonly at: Date };

/** One line of COPY's text format: the row as the columns of its contract, its lists as JSON. */
export function stagedLine({ importId, rowNo, externalNo, rowHash, draft, at }: StagedRow): string {
  const columns = columnsOf(draft);
  const parties = [...draft.sellers.map((party, i) => partyJson(party, "SELLER", i + 1)), ...draft.buyers.map((party, i) => partyJson(party, "BUYER", i + 1))];
  const values = [
    importId, rowNo, externalNo, rowHash, uuid7(at), onePlaceKey(draft),
    ...FORM_COLUMNS.map((column) => columns[column]),
    JSON.stringify(parties),
    draft.deductions.length === 0 ? null : JSON.stringify(draft.deductions.map(({ kind, amountFen, note = "" }, i) => ({ no: i + 1, kind, amount_fen: String(amountFen), note }))),
    draft.instalments.length === 0 ? null : JSON.stringify(draft.instalments.map(({ dueOn = null, amountFen, estimated = false, note = "" }, i) => ({ no: i + 1, due_on: dueOn, amount_fen: String(amountFen), estimated, note }))),
    draft.patents.length === 0
      ? null
      : JSON.stringify(draft.patents.map(({ number, title, owner, filedOn = null, grantedOn = null, expiresOn = null }, i) => ({ no: i + 1, number, title, owner, filed_on: filedOn, granted_on: grantedOn, expires_on: expiresOn }))),
  ];
  return copyLine(values);
}

export function copyLine(values: readonly unknown[]): string {
  return `${values.map(copyText).join("\t")}\n`;
}

function partyJson({ name, creditCode, country, division, nature, contactName, contactPhone, shareBp }: DraftParty, side: string, position: number): object {
  return { side, position, name, credit_code: creditCode, country, division_code: division, party_type: nature, contact_name: contactName, contact_phone: contactPhone, share_bp: shareBp };
}

/** A value in COPY's text format. */
function copyText(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Array.isArray(value)) return escaped(`{${value.map((item) => `"${String(item).replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  if (typeof value === "object") return escaped(JSON.stringify(toJson(value)));
  return String(value as number | bigint);
}

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
  const clean = text.includes("\u0000") ? text.replaceAll("\u0000", "") : text;
  return clean.replace(SPECIAL, (letter) => ESCAPES[letter]!);
}

const random = Buffer.alloc(16 * 256);
let used = random.length;

/** A version 7 id (RFC 9562): ordered by time, so that an index is filled from one end. */
function uuid7(at: Date): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
