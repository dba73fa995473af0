import { AUCTION_PHASES, readAuction, readBids, verifyAuction } from "@ttx/domain/auction";
import { AUCTION_STATE_LABELS } from "@ttx/domain/auction/client";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AUCTIONS, toneOf } from "#components/auction/auction-texts.ts";
import { PriceSteps, type Halt, type PriceStep } from "#components/auction/price-steps.tsx";
import { StagedCourse, type CourseEntry } from "#components/auction/staged-course.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const TITLE: Text = { zh: "竞价回放", en: "How it went" };
const VERIFY: Text = { zh: "核验竞价记录", en: "Verify the log" };
const MORE: Text = { zh: "图中为最后 {n} 次有效出价，全部记录可在核验页下载。", en: "The last {n} accepted bids are drawn; the whole log can be downloaded on the verification page." };
const OVER: readonly string[] = AUCTION_PHASES.over;
const PAGE = 500;
const MOST = 2_000;

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

/** The last accepted bids, in order, and when none was taken among them. */
async function stepsOf(auctionId: string, sequence: number, endsAt: Date): Promise<{ readonly steps: readonly PriceStep[]; readonly halts: readonly Halt[] }> {
  const steps: PriceStep[] = [];
  const halts: Halt[] = [];
  let haltedAt: Date | null = null;
  for (let after = Math.max(0, sequence - MOST); after < sequence; ) {
    const { items } = await readPublic(readBids, { auctionId, after, limit: PAGE });
    for (const { sequence: place, kind, verdict, bidderNo, amountFen, receivedAt } of items) {
      if (kind === "HALTED") haltedAt = receivedAt;
      if (kind === "REOPENED" && haltedAt !== null) {
        halts.push({ from: haltedAt, to: receivedAt });
        haltedAt = null;
      }
      if (kind === "BID" && verdict !== null && bidderNo !== null && amountFen !== null) steps.push({ sequence: place, at: receivedAt, bidderNo, amountFen });
    }
    if (items.length < PAGE) break;
    after = items.at(-1)!.sequence;
  }
  if (haltedAt !== null && haltedAt < endsAt) halts.push({ from: haltedAt, to: endsAt });
  return { steps, halts };
}

/** Every entry of a procedure in stages, from the log that is public when all is over. */
async function courseOf(auctionId: string): Promise<readonly CourseEntry[]> {
  const { log } = await readPublic(verifyAuction, { auctionId });
  return (log ?? []).map((entry) => {
    const { sequence, kind, at, bidderNo = null, verdict = null, reason = null, body = {}, amountInFen } = { bidderNo: undefined, verdict: undefined, reason: undefined, body: undefined, amountInFen: undefined, ...entry };
    return { sequence, kind, at, bidderNo, verdict, reason, body, amountFen: amountInFen === undefined ? null : BigInt(amountInFen) };
  });
}

export default async function ReplayPage({ params }: Props) {
  const lang = await readLang(params);
  const { id } = await params;
  const lot = await readPublic(readAuction, { auctionId: id });
  if (!OVER.includes(lot.state)) notFound();
  const isStaged = lot.stage !== null;
  const [{ steps, halts }, entries] = await Promise.all([isStaged ? { steps: [], halts: [] } : stepsOf(id, lot.sequence, lot.endsAt), isStaged ? courseOf(id) : []]);
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }, { href: href(lang, `/auctions/${id}`), label: lot.no }]}
        title={say(TITLE)}
        status={<StatusTag tone={toneOf(lot.state)}>{say(AUCTION_STATE_LABELS[lot.state])}</StatusTag>}
      />
      {isStaged ? <StagedCourse lang={lang} entries={entries} winner={lot.leaderNo} priceFen={lot.leaderNo === null ? null : lot.currentFen} startsAt={lot.freeStartsAt} endsAt={lot.endsAt} items={lot.terms.procedure?.weights?.items ?? []} /> : (
      <Panel>
        <PriceSteps lang={lang} startPriceFen={lot.startPriceFen} startsAt={lot.freeStartsAt} freeEndsAt={lot.freeEndsAt} endsAt={lot.endsAt} steps={steps} halts={halts} />
        {lot.acceptedCount > steps.length ? <p className="mt-3 text-sm text-ink-soft">{say(MORE).replace("{n}", String(steps.length))}</p> : null}
      </Panel>
      )}
      <p><a className="link" href={href(lang, `/auctions/${id}/verify`)}>{say(VERIFY)}</a></p>
    </div>
  );
}
