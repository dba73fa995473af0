import { AUCTION_TEXTS } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { BarChart, type Bar } from "@ttx/ui/bar-chart";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { KEY_HOLDERS, STAGES } from "./staged-texts.ts";

const T = {
  sentence: { zh: "共 {n} 个有效报价，{no} 号竞买人以 {price} 成交。", en: "{n} valid bids; bidder {no} has the lot at {price}." },
  unsold: { zh: "共 {n} 个有效报价，没有成交。", en: "{n} valid bids; the lot was not sold." },
  unit: { zh: "元", en: "yuan" },
  source: { zh: "本场竞价记录", en: "The log of this lot" },
  bid: { zh: "报价", en: "Bid" },
  amount: { zh: "金额", en: "Amount" },
  inRound: { zh: "第 {round} 轮 {no} 号", en: "Round {round}, bidder {no}" },
  took: { zh: "{no} 号接受价格", en: "Bidder {no} accepted" },
  best: { zh: "{no} 号最优报价", en: "Bidder {no}, best bid" },
  scored: { zh: "得分 {score}", en: "score {score}" },
  course: { zh: "逐条过程", en: "Entry by entry" },
  place: { zh: "顺序", en: "Place" },
  at: { zh: "时间", en: "Time" },
  what: { zh: "事项", en: "What" },
  no: { zh: "竞买号", en: "Bidder" },
  outcome: { zh: "判定", en: "Decision" },
  accepted: { zh: "受理", en: "accepted" },
  COMMITTED: { zh: "提交密封报价", en: "Sealed bid handed in" },
  LAID_OPEN: { zh: "{holder}提交密钥份额", en: "{holder} laid its halves of the keys open" },
  REVEALED: { zh: "开启报价", en: "Bid opened" },
  SCORED: { zh: "方案评分", en: "Plan scored" },
  TAKEN: { zh: "接受价格", en: "Price accepted" },
  BEST: { zh: "最优报价", en: "Best bid" },
  STAGE_ENDED: { zh: "进入：{stage}", en: "Next: {stage}" },
  HALTED: { zh: "中止", en: "Frozen" },
  REOPENED: { zh: "恢复", en: "Resumed" },
  OFFERED: { zh: "征询优先购买权人", en: "Offered to priority holders" },
  ANSWERED: { zh: "优先购买权人答复", en: "Priority holder answered" },
  OFFER_ENDED: { zh: "征询结束", en: "Offer ended" },
} as const satisfies Record<string, Text>;

export type CourseEntry = {
  readonly sequence: number;
  readonly kind: string;
  readonly at: Date;
  readonly bidderNo: string | null;
  readonly amountFen: bigint | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly body: Readonly<Record<string, string>>;
};
type Props = { readonly lang: Lang; readonly entries: readonly CourseEntry[]; readonly winner: string | null; readonly priceFen: bigint | null; readonly startsAt: Date; readonly endsAt: Date; /** What plans are scored by, where they are. */ readonly items: readonly ScoredItem[] };
type ScoredItem = { readonly code: string; readonly name: string };

/** How a procedure in stages went: every valid bid as a bar, and every entry of the log in words. */
export function StagedCourse({ lang, entries, winner, priceFen, startsAt, endsAt, items }: Props) {
  const say = (text: Text): string => pick(lang, text);
  const bars = barsOf(lang, entries, winner, priceFen);
  const n = bars.length;
  return (
    <div className="grid gap-8">
      {n === 0 ? null : (
        <BarChart
          lang={lang}
          sentence={winner !== null && priceFen !== null ? fillText(say(T.sentence), { n, no: winner, price: formatYuan(priceFen) }) : fillText(say(T.unsold), { n })}
          unit={say(T.unit)}
          period={`${formatDateTime(startsAt, lang)} – ${formatDateTime(endsAt, lang)}`}
          source={say(T.source)}
          head={[say(T.bid), say(T.amount)]}
          bars={bars}
        />
      )}
      <section aria-labelledby="course" className="grid gap-3">
        <h2 id="course" className="text-lg font-semibold">{say(T.course)}</h2>
        <Table
          caption={say(T.course)}
          rows={entries}
          rowKey={({ sequence }) => String(sequence)}
          columns={[
            { key: "place", label: say(T.place), align: "right", cell: ({ sequence }) => <span className="tabular">{sequence}</span> },
            { key: "at", label: say(T.at), cell: ({ at }) => <time className="tabular whitespace-nowrap" dateTime={at.toISOString()}>{formatDateTime(at, lang, true)}</time> },
            { key: "what", label: say(T.what), head: true, cell: (entry) => <>{whatOf(lang, entry)}{entry.kind === "SCORED" ? <span className="block text-sm font-normal text-ink-soft">{pointsOf(lang, entry, items)}</span> : null}</> },
            { key: "no", label: say(T.no), cell: ({ bidderNo }) => (bidderNo === null ? "" : <span className="tabular">{bidderNo}</span>) },
            { key: "amount", label: say(T.amount), align: "right", cell: ({ amountFen }) => (amountFen === null ? "" : <span className="tabular">{formatYuan(amountFen)}</span>) },
            { key: "outcome", label: say(T.outcome), cell: ({ verdict, reason }) => (verdict === "REFUSED" ? refusalOf(lang, reason) : verdict === "ACCEPTED" ? say(T.accepted) : "") },
          ]}
        />
      </section>
    </div>
  );
}

function whatOf(lang: Lang, { kind, body }: CourseEntry): string {
  const word = kind in T ? T[kind as keyof typeof T] : undefined;
  const stage = STAGES[body["stage"] ?? ""];
  const holder = body["holder"] === "VENUE" || body["holder"] === "NOTARY" ? KEY_HOLDERS[body["holder"]] : undefined;
  return word ? fillText(pick(lang, word), { stage: stage ? pick(lang, stage) : "", holder: holder ? pick(lang, holder) : "" }) : kind;
}

function pointsOf(lang: Lang, { body }: CourseEntry, items: readonly ScoredItem[]): string {
  return items.map(({ code, name }) => `${name} ${(Number(body[`points:${code}`]) / 100).toFixed(2)}`).join(lang === "zh" ? "，" : ", ");
}

function refusalOf(lang: Lang, reason: string | null): string {
  const text = reason !== null && reason in AUCTION_TEXTS ? AUCTION_TEXTS[reason as keyof typeof AUCTION_TEXTS] : undefined;
  return text ? pick(lang, text) : (reason ?? "");
}

function barsOf(lang: Lang, entries: readonly CourseEntry[], winner: string | null, priceFen: bigint | null): Bar[] {
  const scores = Object.assign({}, ...entries.map(({ body }) => body)) as Readonly<Record<string, string>>;
  let round = 1;
  const bars: Bar[] = [];
  for (const { sequence, kind, verdict, bidderNo, amountFen, body } of entries) {
    if (kind === "STAGE_ENDED" && body["round"] !== undefined) round = Number(body["round"]);
    const word = kind === "REVEALED" ? T.inRound : kind === "TAKEN" ? T.took : kind === "BEST" ? T.best : null;
    if (word === null || verdict !== "ACCEPTED" || amountFen === null || bidderNo === null) continue;
    const score = scores[`score:${bidderNo}`];
    const said = score === undefined ? "" : ` · ${fillText(pick(lang, T.scored), { score: (Number(score) / 100).toFixed(2) })}`;
    bars.push({ key: String(sequence), label: `${fillText(pick(lang, word), { round, no: bidderNo })}${said}`, value: Number(amountFen) / 100, text: formatYuan(amountFen), marked: bidderNo === winner && amountFen === priceFen });
  }
  return bars;
}
