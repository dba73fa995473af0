import { readAuction, readBids, readLotPermissions } from "@ttx/domain/auction";
import { read } from "@ttx/domain/shared/execute";
import { toWire } from "@ttx/domain/shared/wire";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { AuctioneerDesk } from "#components/auction/auctioneer-desk.tsx";
import { LiveLot } from "#components/auction/live-lot.tsx";
import type { LotBid, LotView } from "#components/auction/use-lot.ts";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  host: { zh: "主持", en: "Host" },
  publicPage: { zh: "公开页面", en: "Public page" },
  verify: { zh: "核验记录", en: "Verify the log" },
} as const satisfies Record<string, Text>;
const SHOWN_BIDS = 200;

export default async function DeskAuctionPage({ params }: { readonly params: Promise<{ readonly lang: string; readonly id: string }> }) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { id } = await params;
  const [lot, may] = await Promise.all([
    orNotFound(read(deps(), readAuction, actor, { auctionId: id })),
    orNotFound(read(deps(), readLotPermissions, actor, { auctionId: id })),
  ]);
  const { items } = await read(deps(), readBids, actor, { auctionId: id, after: Math.max(0, lot.sequence - SHOWN_BIDS), limit: SHOWN_BIDS });
  const wire = toWire({ ...lot, bids: items.filter(({ kind }) => kind === "BID").toReversed() }) as LotView & { readonly bids: LotBid[]; readonly startPrice: string; readonly freeStartsAt: string };
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/auctions"), label: pick(lang, AUCTIONS) }]}
        title={lang === "en" ? (lot.result.titleEn ?? lot.result.title) : lot.result.title}
        actions={
          <span className="flex gap-4 text-sm">
            <a className="link" href={href(lang, `/auctions/${id}`)}>{pick(lang, T.publicPage)}</a>
            <a className="link" href={href(lang, `/auctions/${id}/verify`)}>{pick(lang, T.verify)}</a>
          </span>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <LiveLot lang={lang} auctionId={id} startPrice={wire.startPrice} startsAt={wire.freeStartsAt} initial={wire} bids={wire.bids} rules={{ priorityMode: lot.terms.priorityMode, allowProxy: lot.terms.allowProxy }} />
        {may.freeze || may.resume || may.confirm ? (
          <Panel title={pick(lang, T.host)}>
            <AuctioneerDesk lang={lang} auctionId={id} state={lot.state} price={wire.current} leaderNo={lot.leaderNo} may={may} />
          </Panel>
        ) : null}
      </div>
    </div>
  );
}
