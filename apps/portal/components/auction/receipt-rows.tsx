import type { Definition } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { ST } from "./staged-texts.ts";
import type { ActReceipt } from "./seal-box.tsx";

/** The receipt of an act in a staged procedure: lot, number, time and hash; the amount where it is not under seal. */
export function receiptRows(lang: Lang, lotNo: string, { bidderNo, receivedAt, hash }: ActReceipt, amount?: string): Definition[] {
  return [
    { term: pick(lang, ST.verdict), value: pick(lang, ST.accepted) },
    { term: pick(lang, ST.lotNo), value: <span className="tabular">{lotNo}</span> },
    { term: pick(lang, ST.ownNo), value: <span className="tabular">{bidderNo}</span> },
    ...(amount === undefined ? [] : [{ term: pick(lang, ST.amount), value: formatYuan(amount) }]),
    { term: pick(lang, ST.receivedAt), value: formatDateTime(receivedAt, lang, true) },
    { term: pick(lang, ST.receipt), value: <code className="text-xs break-all">{hash}</code> },
  ];
}
