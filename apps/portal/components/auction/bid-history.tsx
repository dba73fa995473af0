import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { LotBid } from "./use-lot.ts";

const NO_BIDS: Text = { zh: "还没有出价。", en: "No bids yet." };
const COLUMNS = {
  place: { zh: "顺序", en: "Place" },
  no: { zh: "竞买号", en: "Bidder" },
  amount: { zh: "出价", en: "Amount" },
  at: { zh: "接收时间", en: "Received" },
} as const satisfies Record<string, Text>;

/** Bids newest first, one line each also on a phone: there the time goes below the amount. */
export function BidHistory({ lang, bids, labelledBy }: { readonly lang: Lang; readonly bids: readonly LotBid[]; readonly labelledBy: string }) {
  if (bids.length === 0) return <p className="text-ink-soft">{pick(lang, NO_BIDS)}</p>;
  return (
    <table aria-labelledby={labelledBy} className="tabular w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-edge text-ink-soft">
          <th scope="col" className="py-2 pr-3 text-left font-medium">{pick(lang, COLUMNS.place)}</th>
          <th scope="col" className="px-3 py-2 text-left font-medium">{pick(lang, COLUMNS.no)}</th>
          <th scope="col" className="py-2 pl-3 text-right font-medium sm:pr-3">{pick(lang, COLUMNS.amount)}</th>
          <th scope="col" className="hidden py-2 pl-3 text-right font-medium sm:table-cell">{pick(lang, COLUMNS.at)}</th>
        </tr>
      </thead>
      <tbody>
        {bids.map(({ sequence, bidderNo, amount, receivedAt }) => (
          <tr key={sequence} className="border-b border-line">
            <td className="py-2 pr-3 text-ink-soft">{sequence}</td>
            <td className="px-3 py-2">{bidderNo}</td>
            <th scope="row" className="py-2 pl-3 text-right font-medium sm:pr-3">
              {formatYuan(amount)}
              <time dateTime={receivedAt} className="block text-xs font-normal text-ink-soft sm:hidden">{formatDateTime(receivedAt, lang, true)}</time>
            </th>
            <td className="hidden py-2 pl-3 text-right sm:table-cell"><time dateTime={receivedAt}>{formatDateTime(receivedAt, lang, true)}</time></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
