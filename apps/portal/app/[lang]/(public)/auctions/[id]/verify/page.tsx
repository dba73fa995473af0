import { verifyAuction } from "@ttx/domain/auction";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  title: { zh: "核验竞价记录", en: "Verify the log" },
  intro: { zh: "平台从公告开始，按公告规则逐条重放全部记录，再与宣布的成交人、成交价和截止时间比对。", en: "The platform replays every entry from the announcement by its own rules, and compares winner, price and end with what was declared." },
  genuine: { zh: "记录完整，结果与公告规则一致", en: "The log is whole and the result follows from it" },
  broken: { zh: "记录存在不一致", en: "The log does not fit" },
  entries: { zh: "记录条数", en: "Entries" },
  winner: { zh: "最高报价竞买号", en: "Highest bidder" },
  price: { zh: "最高报价", en: "Highest bid" },
  end: { zh: "截止时间", en: "End" },
  head: { zh: "链头哈希", en: "Chain head" },
  announcement: { zh: "公告哈希", en: "Announcement hash" },
  faults: { zh: "不一致之处", en: "What does not fit" },
  none: { zh: "无", en: "none" },
  download: { zh: "下载公告与全部记录（JSON）", en: "Download announcement and log (JSON)" },
  later: { zh: "竞价结束后公布全部记录。", en: "The whole log is published when the lot is over." },
  lot: { zh: "竞价项目", en: "The lot" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function VerifyPage({ params }: Props) {
  const lang = await readLang(params);
  const { id } = await params;
  const proof = await orNotFound(read(deps(), verifyAuction, ANONYMOUS, { auctionId: id }));
  const say = (text: Text): string => pick(lang, text);
  const nothing = say(T.none);
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }, { href: href(lang, `/auctions/${id}`), label: proof.no }]}
        title={say(T.title)}
        intro={say(T.intro)}
        status={<StatusTag tone={proof.genuine ? "done" : "refused"}>{say(proof.genuine ? T.genuine : T.broken)}</StatusTag>}
      />
      <Panel>
        <DefinitionList
          items={[
            { term: say(T.entries), value: String(proof.entries) },
            { term: say(T.winner), value: proof.winner ?? nothing },
            { term: say(T.price), value: proof.priceFen === null ? nothing : formatYuan(proof.priceFen) },
            { term: say(T.end), value: formatDateTime(proof.endsAt, lang, true) },
            { term: say(T.announcement), value: <code className="text-xs break-all">{proof.announcementHash}</code> },
            { term: say(T.head), value: <code className="text-xs break-all">{proof.chainHead}</code> },
            ...(proof.faults.length === 0 ? [] : [{ term: say(T.faults), value: proof.faults.join(", ") }]),
          ]}
        />
      </Panel>
      {proof.log === null ? <p className="text-ink-soft">{say(T.later)}</p> : <p><a className="link" href={`/api/v1/auctions/${id}/verification`} download={`${proof.no}.json`}>{say(T.download)}</a></p>}
    </div>
  );
}
