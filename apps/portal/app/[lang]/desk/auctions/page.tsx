import { listMyAuctions } from "@ttx/domain/auction";
import { read } from "@ttx/domain/shared/execute";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS, stateWord, toneOf } from "#components/auction/auction-texts.ts";
import { priceNow } from "#components/auction/price-now.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";
import { serverNow } from "#runtime/server-now.ts";

const T = {
  lot: { zh: "项目", en: "Lot" },
  state: { zh: "状态", en: "State" },
  price: { zh: "当前价／起始价", en: "Price now or at start" },
  bids: { zh: "有效出价", en: "Bids" },
  starts: { zh: "开始", en: "Starts" },
  ends: { zh: "截止", en: "Ends" },
  keys: { zh: "开标密钥", en: "Opening keys" },
  session: { zh: "专场", en: "Sessions" },
  none: { zh: "还没有与贵单位有关的竞价", en: "No auction concerns your organisation yet" },
  noneText: { zh: "挂牌转入竞价后，主持、转让或竞买的项目会列在这里。", en: "Lots you host, sell or bid on stand here once a listing goes to auction." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), AUCTIONS) };
}

export default async function DeskAuctionsPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { cursor } = await searchParams;
  const [page, now] = await Promise.all([read(deps(), listMyAuctions, actor, { cursor: typeof cursor === "string" ? cursor : undefined }), serverNow()]);
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        title={say(AUCTIONS)}
        actions={
          <>
            {page.mayKeepKeys ? <LinkButton href={href(lang, "/desk/auctions/keys")}>{say(T.keys)}</LinkButton> : null}
            {actor.roles.includes("AUCTIONEER") ? <LinkButton href={href(lang, "/desk/auctions/sessions")}>{say(T.session)}</LinkButton> : null}
          </>
        }
      />
      <Table
        caption={say(AUCTIONS)}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon={<GavelIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "lot", label: say(T.lot), head: true, width: "wide", cell: (lot) => <a className="link" lang={lang === "en" && lot.result.titleEn === null ? "zh-CN" : undefined} href={href(lang, `/desk/auctions/${lot.id}`)}>{lang === "en" ? (lot.result.titleEn ?? lot.result.title) : lot.result.title}</a> },
          { key: "state", label: say(T.state), width: "narrow", cell: (lot) => <StatusTag tone={toneOf(lot.state, lot.stage)}>{say(stateWord(lot.state, lot.stage))}</StatusTag> },
          { key: "price", label: say(T.price), align: "right", cell: (lot) => <Money amount={priceNow(lot, now) ?? lot.currentFen ?? lot.startPriceFen} lang={lang} as="readable" /> },
          { key: "bids", label: say(T.bids), align: "right", cell: (lot) => <span className="tabular">{lot.stage !== null && lot.format !== "F6" && lot.closedAt === null ? "–" : lot.acceptedCount}</span> },
          { key: "starts", label: say(T.starts), align: "right", cell: (lot) => <time className="tabular whitespace-nowrap" dateTime={lot.freeStartsAt.toISOString()}>{formatDateTime(lot.freeStartsAt, lang)}</time> },
          { key: "ends", label: say(T.ends), align: "right", cell: (lot) => <time className="tabular whitespace-nowrap" dateTime={lot.endsAt.toISOString()}>{formatDateTime(lot.endsAt, lang)}</time> },
        ]}
      />
      <Pager lang={lang} {...(page.nextCursor === null ? {} : { nextHref: href(lang, "/desk/auctions", { cursor: page.nextCursor }) })} />
    </div>
  );
}
