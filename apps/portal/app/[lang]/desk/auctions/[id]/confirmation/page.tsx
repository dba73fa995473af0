import { readConfirmation } from "@ttx/domain/auction";
import { BIDDING_FORMAT_LABELS, LISTING_MODE_LABELS, type ListingTradeMode } from "@ttx/domain/listing/client";
import { read } from "@ttx/domain/shared/execute";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { BoundAmount } from "@ttx/ui/bound-amount";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { RecordSignatures } from "#components/auction/record-signatures.tsx";
import { SignRecordAct } from "#components/auction/sign-record-act.tsx";
import { PrintButton } from "#components/interest/print-button.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  title: { zh: "成交确认书", en: "Confirmation of the result" },
  sentence: { zh: "{venue}于 {start} 至 {end} 组织下列标的的竞价。按公告的规则，竞买号 {no} 成交，双方应按公告签订合同。", en: "{venue} held the bidding on the lot below from {start} to {end}. By the announced rules bidder {no} has won it; both sides are to sign the contract as announced." },
  lot: { zh: "标的", en: "Lot" },
  no: { zh: "竞价编号", en: "Number of the bidding" },
  listing: { zh: "挂牌编号", en: "Listing" },
  mode: { zh: "转让方式", en: "Kind of transfer" },
  format: { zh: "竞价方式", en: "Form of the bidding" },
  seller: { zh: "转让方", en: "Seller" },
  buyer: { zh: "受让方", en: "Buyer" },
  bidder: { zh: "竞买号 {no}", en: "bidder {no}" },
  start: { zh: "起始价", en: "Start price" },
  price: { zh: "成交价", en: "Price" },
  record: { zh: "竞价记录", en: "Record of the bidding" },
  recordText: { zh: "竞买人 {bidders} 名，有效报价 {bids} 次，记录共 {lines} 条", en: "{bidders} bidders, {bids} accepted bids, {lines} lines in the log" },
  announcement: { zh: "公告哈希", en: "Announcement hash" },
  head: { zh: "记录链头", en: "Chain head of the log" },
  presider: { zh: "主持", en: "In the chair" },
  signed: { zh: "主持人签署", en: "Signed for the exchange" },
  signatures: { zh: "签署", en: "Signatures" },
  law: { zh: "拍卖法第五十二条、第五十三条", en: "Auction Law arts 52, 53" },
  signaturesText: { zh: "每个签名由平台密钥（Ed25519）对结果、记录链头、签署身份、账号标识和时间作出，任何人可在核验页或用核验程序验证。成交在竞价截止时成立，签署是其证明。", en: "Each signature is made with the platform's key (Ed25519) over the result, the head of the log, role, account and time; anybody can check it on the verification page or with the program. The sale was made by the close of the bidding; the signatures prove it." },
  unsigned: { zh: "本场结果在启用电子签名之前确认，没有电子签名。", en: "This result was confirmed before records were signed electronically." },
  verifyAt: { zh: "核验地址：", en: "To be checked at " },
  verify: { zh: "核验记录和签名", en: "Verify log and signatures" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

/** The sheet that the parties sign and file. */
export default async function ConfirmationPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const one = await orNotFound(read(deps(), readConfirmation, actor, { auctionId: id }));
  const say = (text: Text): string => pick(lang, text);
  const party = (unit: typeof one.seller) => <span className="grid"><span>{nameIn(lang, unit)}</span><span className="tabular text-sm text-ink-soft">{unit.creditCode}</span></span>;
  return (
    <article className="grid max-w-3xl gap-6" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/auctions"), label: say(AUCTIONS) }, { href: href(lang, `/desk/auctions/${id}`), label: one.no }]}
        title={say(T.title)}
        actions={<span data-print="no"><PrintButton lang={lang} /></span>}
      />
      <p className="leading-relaxed">{fillText(say(T.sentence), { venue: nameIn(lang, one.venue), start: formatDateTime(one.freeStartsAt, lang), end: formatDateTime(one.closedAt ?? one.confirmedAt, lang, true), no: one.bidderNo })}</p>
      <DefinitionList
        items={[
          { term: say(T.lot), value: <span lang={lang === "en" && one.titleEn ? "en" : "zh-CN"}>{lang === "en" ? (one.titleEn ?? one.title) : one.title}</span> },
          { term: say(T.no), value: <span className="tabular">{one.no}</span> },
          { term: say(T.listing), value: <a className="link tabular" href={href(lang, `/listings/${one.listing.id}`)}>{one.listing.no}</a> },
          { term: say(T.mode), value: say(LISTING_MODE_LABELS[one.listing.tradeMode as ListingTradeMode]) },
          { term: say(T.format), value: say(BIDDING_FORMAT_LABELS[one.format as keyof typeof BIDDING_FORMAT_LABELS]) },
          { term: say(T.seller), value: party(one.seller) },
          { term: say(T.buyer), value: <span className="grid">{party(one.buyer)}<span className="text-sm text-ink-soft">{fillText(say(T.bidder), { no: one.bidderNo })}</span></span> },
          { term: say(T.start), value: formatYuan(one.startPriceFen) },
          { term: say(T.price), value: <BoundAmount amount={one.priceFen} /> },
          { term: say(T.record), value: fillText(say(T.recordText), { bidders: one.bidderCount, bids: one.acceptedCount, lines: one.sequence }) },
          { term: say(T.announcement), value: <code className="text-xs break-all">{one.announcementHash}</code> },
          { term: say(T.head), value: <code className="text-xs break-all">{one.chainHead}</code> },
          ...(one.presider ? [{ term: say(T.presider), value: `${one.presider.name}${one.presider.licence === "" ? "" : ` · ${one.presider.licence}`}` }] : []),
          { term: say(T.signed), value: <>{one.confirmedBy} · <time dateTime={one.confirmedAt.toISOString()}>{formatDateTime(one.confirmedAt, lang, true)}</time></> },
        ]}
      />
      <section aria-labelledby="signatures" className="grid gap-3">
        <h2 id="signatures" className="font-semibold">{say(T.signatures)} <span className="text-sm font-normal text-ink-soft">{say(T.law)}</span></h2>
        {one.isSigned ? (
          <>
            <p className="text-sm text-ink-soft">{say(T.signaturesText)} <a className="link" data-print="no" href={href(lang, `/auctions/${id}/verify`)}>{say(T.verify)}</a><span className="hidden print:inline">{say(T.verifyAt)}{deps().config.publicUrl}{href(lang, `/auctions/${id}/verify`)}</span></p>
            <RecordSignatures
              lang={lang}
              signatures={one.signatures}
              bidderNo={one.bidderNo}
              keyFingerprint={one.keyFingerprint}
              acts={{
                RECORDER: one.maySign.RECORDER ? <SignRecordAct lang={lang} auctionId={id} role="RECORDER" price={toYuanText(one.recordedFen)} bidderNo={one.recordedNo} /> : null,
                BUYER: one.maySign.BUYER ? <SignRecordAct lang={lang} auctionId={id} role="BUYER" price={toYuanText(one.priceFen)} bidderNo={one.bidderNo} /> : null,
              }}
            />
          </>
        ) : <p className="text-sm text-ink-soft">{say(T.unsigned)}</p>}
      </section>
    </article>
  );
}
