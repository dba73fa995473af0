import { verifyAuction } from "@ttx/domain/auction";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AUCTIONS, stateWord } from "#components/auction/auction-texts.ts";
import { RecordSignatures } from "#components/auction/record-signatures.tsx";
import { ReceiptCheck } from "#components/auction/receipt-check.tsx";
import { KEY_HOLDERS } from "#components/auction/staged-texts.ts";
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
  winner: { zh: "按记录得出的竞买号", en: "Bidder number by the log" },
  price: { zh: "按记录得出的价格", en: "Price by the log" },
  outcome: { zh: "结果", en: "Outcome" },
  signatures: { zh: "签署", en: "Signatures" },
  signaturesText: { zh: "拍卖师、记录人和受让方的签署：每个签名由平台密钥（Ed25519）对结果、记录链头、签署身份、账号标识和时间作出，上面的核验已逐个验证。账号标识按场次生成，不能据此查到个人或跨场追踪。", en: "What auctioneer, recorder and buyer signed: each signature is made with the platform's key (Ed25519) over result, head of the log, role, account and time, and was checked above. An account has another name in every lot, so that nobody is found or followed by it." },
  unsigned: { zh: "结果经主持人确认后，在此公布签署。", en: "Signatures are published here once the auctioneer has confirmed the result." },
  halves: { zh: "密钥份额", en: "Halves of the keys" },
  halvesText: { zh: "每一份都与公告中的公钥和竞买人的密封内容核对相符。", en: "Each fits the announced key and what the bidder sealed." },
  round: { zh: "第 {round} 轮：{venue}；{notary}", en: "Round {round}. {venue}. {notary}." },
  laidOpen: { zh: "{holder}于 {at} 提交", en: "{holder} laid its halves open at {at}" },
  notLaidOpen: { zh: "{holder}未提交", en: "{holder} laid none open" },
  end: { zh: "截止时间", en: "End" },
  head: { zh: "链头哈希", en: "Chain head" },
  announcement: { zh: "公告哈希", en: "Announcement hash" },
  faults: { zh: "不一致之处", en: "What does not fit" },
  none: { zh: "无", en: "none" },
  download: { zh: "下载公告与全部记录（JSON）", en: "Download announcement and log (JSON)" },
  yourself: { zh: "自行核验", en: "Check it yourself" },
  yourselfText: { zh: "下载记录和核验程序，用 Node 18 或更高版本运行，不依赖本平台。程序重算公告哈希、每一条链接和每一次判定，验证签署，给出成交人、成交价和截止时间，或指出第一条不符的记录。在命令后加上平台签名公钥指纹，可同时核对密钥。", en: "Download log and program and run it with Node 18 or newer, without this platform. It recomputes the announcement's hash, every link and every decision, checks the signatures, and gives winner, price and end, or names the first entry that does not fit. With the fingerprint of the platform's key behind the command it checks the key, too." },
  program: { zh: "下载核验程序（单个文件，无依赖）", en: "Download the program (one file, no dependencies)" },
  receipt: { zh: "核对出价回执", en: "Check a receipt" },
  later: { zh: "竞价结束后公布全部记录。", en: "The whole log is published when the lot is over." },
  lot: { zh: "竞价项目", en: "The lot" },
} as const satisfies Record<string, Text>;

const FAULTS: Readonly<Record<string, Text>> = {
  ANNOUNCEMENT_CHANGED: { zh: "公告与其公布的哈希不符", en: "The announcement is not the one whose hash was published" },
  LINK_BROKEN: { zh: "第 {n} 条记录与前一条的链接断开", en: "Entry {n} is not linked to the one before" },
  RULE_BROKEN: { zh: "第 {n} 条记录不符合公告规则", en: "Entry {n} does not follow from the announced rules" },
  LIMITED_PERIOD_MISSING: { zh: "最后一小时有竞争，公告的限时竞价期却没有进行", en: "There was a contest in the last hour, and the limited period announced for that case is missing" },
  HEAD_DIFFERS: { zh: "记录的末尾与公布的链头不符", en: "The log does not end with the chain head that was published" },
  WINNER_DIFFERS: { zh: "按记录得出的成交人与公布的不符", en: "The winner by the log is not the one that was declared" },
  PRICE_DIFFERS: { zh: "按记录得出的价格与公布的不符", en: "The price by the log is not the one that was declared" },
  SIGNATURE_BROKEN: { zh: "第 {n} 个签名与其所签内容或记录不符", en: "Signature {n} does not fit what it signs, or the log" },
  SIGNATURE_BY_OTHER_KEY: { zh: "第 {n} 个签名不是平台密钥作出的", en: "Signature {n} was made with another key than the platform's" },
  END_DIFFERS: { zh: "按记录得出的截止时间与公布的不符", en: "The end by the log is not the one that was declared" },
};

/** LINK_BROKEN_AT_7 in words. */
function faultText(lang: Lang, fault: string): string {
  const [, code = fault, n = ""] = /^(.*?)(?:_AT_(\d+))?$/.exec(fault) ?? [];
  const text = FAULTS[code];
  return text ? fillText(pick(lang, text), { n }) : fault;
}

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
  const part = (holder: Text, at: Date | null): string => fillText(say(at === null ? T.notLaidOpen : T.laidOpen), { holder: say(holder), at: at === null ? "" : formatDateTime(at, lang, true) });
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
            { term: say(T.outcome), value: say(stateWord(proof.state, null)) },
            { term: say(T.winner), value: proof.winner ?? nothing },
            { term: say(T.price), value: proof.priceFen === null ? nothing : formatYuan(proof.priceFen) },
            { term: say(T.end), value: formatDateTime(proof.endsAt, lang, true) },
            ...(proof.openings.length === 0 ? [] : [{ term: say(T.halves), value: <><ul>{proof.openings.map(({ round, venueAt, notaryAt }) => <li key={round}>{fillText(say(T.round), { round, venue: part(KEY_HOLDERS.VENUE, venueAt), notary: part(KEY_HOLDERS.NOTARY, notaryAt) })}</li>)}</ul><p className="text-sm text-ink-soft">{say(T.halvesText)}</p></> }]),
            { term: say(T.announcement), value: <code className="text-xs break-all">{proof.announcementHash}</code> },
            { term: say(T.head), value: <code className="text-xs break-all">{proof.chainHead}</code> },
            ...(proof.faults.length === 0 ? [] : [{ term: say(T.faults), value: <ul>{proof.faults.map((fault) => <li key={fault}>{faultText(lang, fault)}</li>)}</ul> }]),
          ]}
        />
      </Panel>
      <Panel title={say(T.signatures)}>
        {proof.signatures.length === 0 ? <p className="text-ink-soft">{say(T.unsigned)}</p> : (
          <div className="grid gap-3">
            <p className="text-sm">{say(T.signaturesText)}</p>
            <RecordSignatures lang={lang} signatures={proof.signatures} bidderNo={null} keyFingerprint={proof.keyFingerprint} />
          </div>
        )}
      </Panel>
      <Panel title={say(T.yourself)}>
        <div className="grid gap-3">
          {proof.log === null ? <p className="text-ink-soft">{say(T.later)}</p> : (
            <>
              <p className="text-sm">{say(T.yourselfText)}</p>
              <ul className="grid gap-2">
                <li><a className="link" href={`/api/v1/auctions/${id}/verification`} download={`${proof.no}.json`}>{say(T.download)}</a></li>
                <li><a className="link" href="/verify-auction.mjs" download="verify-auction.mjs">{say(T.program)}</a></li>
              </ul>
              <p className="overflow-x-auto text-sm"><code>node verify-auction.mjs {proof.no}.json</code></p>
            </>
          )}
        </div>
      </Panel>
      <Panel title={say(T.receipt)}>
        <ReceiptCheck lang={lang} auctionId={id} />
      </Panel>
    </div>
  );
}
