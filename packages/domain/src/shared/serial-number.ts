import type { Tx } from "./database.ts";
import { dayOf } from "./clock.ts";

/** Sequences behind the numbers that people read; each has its prefix. */
const SERIES = {
  notice: ["notice_no_seq", "GS"],
  deal: ["deal_no_seq", "CJ"],
  mandate: ["mandate_no_seq", "WT"],
  room: ["room_no_seq", "QT"],
  secrecyCase: ["secrecy_case_no_seq", "SM"],
  transactionCertificate: ["transaction_certificate_no_seq", "JYPZ"],
} as const;

/** The next number of a series, with the year of the act: "GS2025-000012". Unique for ever, in order, with gaps where an act was undone. */
export async function nextNumber(tx: Pick<Tx, "$queryRaw">, series: keyof typeof SERIES, at: Date): Promise<string> {
  const [sequence, prefix] = SERIES[series];
  const [row] = await tx.$queryRaw<{ next: bigint }[]>`select nextval(${sequence}::regclass) as next`;
  return `${prefix}${dayOf(at).slice(0, 4)}-${String(row!.next).padStart(6, "0")}`;
}
