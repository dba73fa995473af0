import { readVenueFees } from "@ttx/domain/settlement";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { bornBy } from "./rules-texts.ts";
import { readPublic } from "#runtime/read-page.ts";

export const FEE: Text = { zh: "交易服务费", en: "Service fee" };

const W = {
  seller: { zh: "由转让方承担，从成交价款中扣收；受让方不另付", en: "Borne by the seller, out of the price; the buyer pays nothing on top" },
  buyer: { zh: "由受让方承担，在价款之外另付：按此价格为 {amount}", en: "Borne by the buyer, on top of the price: {amount} at this price" },
  both: { zh: "受让方承担 {buyer}，在价款之外另付：按此价格为 {amount}；其余由转让方承担，从价款中扣收", en: "The buyer bears {buyer}, on top of the price: {amount} at this price; the seller the rest, out of the price" },
  rules: { zh: "收费标准", en: "Tariff" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly venueId: string; readonly priceFen: bigint; /** The day of the announcement; today's tariff before it. */ readonly at: Date | null };

/** What the venue's fee means to a buyer at a price, by the tariff of the announcement's day. */
export async function VenueFee({ lang, venueId, priceFen, at }: Props) {
  const { buyerShareBp, buyerFen } = await readPublic(readVenueFees, { venueId, price: toYuanText(priceFen), ...(at === null ? {} : { at }) });
  return <>{fillText(bornBy(lang, buyerShareBp, W), { amount: formatYuan(buyerFen) })} <a className="link whitespace-nowrap" href={`${href(lang, "/rules", { venue: venueId, ...(at === null ? {} : { at: at.toISOString() }) })}#fees`}>{pick(lang, W.rules)}</a></>;
}
