import { axisBetween } from "@ttx/ui/chart-scale";
import { ChartFrame } from "@ttx/ui/chart-frame";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const T = {
  sentence: { zh: "{bids} 次有效出价把价格从 {from} 推到 {to}，由 {no} 号竞买人报出。", en: "{bids} accepted bids took the price from {from} to {to}, bid by number {no}." },
  none: { zh: "本场没有有效出价。", en: "No bid was accepted." },
  unit: { zh: "元", en: "yuan" },
  source: { zh: "本场竞价记录", en: "The log of this lot" },
  start: { zh: "开始", en: "Start" },
  free: { zh: "自由竞价期结束", en: "Free period ends" },
  end: { zh: "截止", en: "End" },
  halted: { zh: "中止或间歇，不接受出价", en: "Halted: no bid was taken" },
  place: { zh: "顺序", en: "Place" },
  at: { zh: "接收时间", en: "Received" },
  no: { zh: "竞买号", en: "Bidder" },
  price: { zh: "出价", en: "Bid" },
} as const satisfies Record<string, Text>;

const [TOP, HEIGHT] = [24, 320];
/** On a phone the drawing is a narrower one, not a smaller one: its words stay readable, and the two ends of the time stand below each other. */
const SHAPES = { wide: { width: 720, left: 118, right: 20, bottom: 34, endLine: 0 }, narrow: { width: 360, left: 84, right: 8, bottom: 52, endLine: 18 } } as const;

export type PriceStep = { readonly sequence: number; readonly at: Date; readonly bidderNo: string; readonly amountFen: bigint };
/** Bids were shut out: by a fault, or in the pause of the land form. */
export type Halt = { readonly from: Date; readonly to: Date };
type Props = { readonly lang: Lang; readonly startPriceFen: bigint; readonly startsAt: Date; readonly freeEndsAt: Date; readonly endsAt: Date; readonly steps: readonly PriceStep[]; readonly halts?: readonly Halt[] };

/** How the price rose: a step for every accepted bid, over time; the log behind it one click away. */
export function PriceSteps({ lang, startPriceFen, startsAt, freeEndsAt, endsAt, steps, halts = [] }: Props) {
  const say = (text: Text): string => pick(lang, text);
  const last = steps.at(-1);
  const sentence = last ? say(T.sentence).replace("{bids}", String(steps.length)).replace("{from}", formatYuan(steps[0]!.amountFen)).replace("{to}", formatYuan(last.amountFen)).replace("{no}", last.bidderNo) : say(T.none);
  return (
    <ChartFrame
      lang={lang}
      sentence={sentence}
      unit={say(T.unit)}
      period={`${formatDateTime(startsAt, lang)} – ${formatDateTime(endsAt, lang)}`}
      source={say(T.source)}
      table={{ head: [say(T.place), say(T.at), say(T.no), say(T.price)], rows: steps.map(({ sequence, at, bidderNo, amountFen }) => [String(sequence), formatDateTime(at, lang, true), bidderNo, formatYuan(amountFen)]) }}
    >
      <Drawing lang={lang} shape="wide" className="hidden sm:block" {...{ startPriceFen, startsAt, freeEndsAt, endsAt, steps, halts }} />
      <Drawing lang={lang} shape="narrow" className="sm:hidden" {...{ startPriceFen, startsAt, freeEndsAt, endsAt, steps, halts }} />
      {halts.length > 0 ? (
        <ul className="mt-1 grid gap-1 text-sm text-ink-soft">
          {halts.map(({ from, to }) => <li key={from.getTime()} className="tabular"><span aria-hidden="true" className="mr-2 inline-block size-3 rounded-sm border border-due-line bg-due-soft align-middle" />{say(T.halted)} {formatDateTime(from, lang, true)} – {formatDateTime(to, lang, true)}</li>)}
        </ul>
      ) : null}
    </ChartFrame>
  );
}

type DrawingProps = Required<Props> & { readonly shape: keyof typeof SHAPES; readonly className: string };

/** Time to the right, price upwards from where the bidding began: what it rose by is what is looked at. */
function Drawing({ lang, shape, className, startPriceFen, startsAt, freeEndsAt, endsAt, steps, halts }: DrawingProps) {
  const { width, left, right, bottom, endLine } = SHAPES[shape];
  const say = (text: Text): string => pick(lang, text);
  const yuan = (fen: bigint): number => Number(fen) / 100;
  const prices = [yuan(startPriceFen), ...steps.map(({ amountFen }) => yuan(amountFen))];
  const scale = axisBetween(Math.min(...prices), Math.max(...prices));
  const [least, most] = [scale[0]!, scale.at(-1)!];
  const x = (at: Date): number => left + ((width - left - right) * (at.getTime() - startsAt.getTime())) / Math.max(1, endsAt.getTime() - startsAt.getTime());
  const y = (value: number): number => TOP + (1 - (value - least) / (most - least)) * (HEIGHT - TOP - bottom);
  const path = steps.map(({ at, amountFen }, i) => `${i === 0 ? "M" : "H"}${x(at).toFixed(1)}${i === 0 ? ` ${y(yuan(amountFen)).toFixed(1)}` : `V${y(yuan(amountFen)).toFixed(1)}`}`).join("");
  const ends = [
    { name: "start", at: startsAt, x: shape === "narrow" ? 0 : left, y: HEIGHT - 10 - endLine, anchor: "start" },
    { name: "end", at: endsAt, x: width - right, y: HEIGHT - 10, anchor: "end" },
  ] as const;
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className={`h-auto w-full ${className}`} aria-hidden="true">
      {halts.map(({ from, to }) => <rect key={from.getTime()} x={x(from)} y={TOP} width={Math.max(1, x(to) - x(from))} height={HEIGHT - TOP - bottom} className="fill-due-soft" />)}
      {scale.map((value) => (
        <g key={value}>
          <line x1={left} x2={width - right} y1={y(value)} y2={y(value)} className={value === least ? "stroke-edge" : "stroke-line"} />
          <text x={left - 8} y={y(value) + 4} textAnchor="end" className="tabular fill-ink-soft text-xs">{value.toLocaleString("en")}</text>
        </g>
      ))}
      {freeEndsAt > startsAt && freeEndsAt < endsAt ? (
        <g>
          <line x1={x(freeEndsAt)} x2={x(freeEndsAt)} y1={TOP} y2={HEIGHT - bottom} strokeDasharray="4 4" className="stroke-edge" />
          <text x={x(freeEndsAt) - 6} y={TOP - 8} textAnchor="end" className="fill-ink-soft text-xs">{say(T.free)}</text>
        </g>
      ) : null}
      {ends.map(({ name, at, anchor, ...place }) => <text key={name} {...place} textAnchor={anchor} className="tabular fill-ink-soft text-xs">{say(T[name])} {formatDateTime(at, lang)}</text>)}
      {steps.length > 0 ? <path d={`${path}H${x(endsAt).toFixed(1)}`} fill="none" strokeWidth="2.5" className="stroke-chart-1" /> : null}
      {steps.length <= 200 ? steps.map(({ sequence, at, amountFen }) => <circle key={sequence} cx={x(at)} cy={y(yuan(amountFen))} r="3" className="fill-chart-1" />) : null}
    </svg>
  );
}
