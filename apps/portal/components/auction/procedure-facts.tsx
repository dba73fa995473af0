import { BIDDING_FORMAT_LABELS, FALL_FOLLOW_UP_LABELS, IDENTITY_MODE_LABELS, LEGAL_REGIME_LABELS, STANDBY_LABELS } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import type { Definition } from "@ttx/ui/definition-list";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { durationText } from "#components/listing/listing-words.ts";
import type { ReactNode } from "react";

const T = {
  format: { zh: "竞价方式", en: "Form" },
  regime: { zh: "适用规则", en: "Legal regime" },
  identity: { zh: "成交公布", en: "What is published of the winner" },
  standby: { zh: "违约处理", en: "If the winner backs out" },
  deposit: { zh: "保证金", en: "Deposit" },
  viewing: { zh: "标的展示", en: "Viewing" },
  viewingText: { zh: "竞价开始前 {days} 日", en: "{days} days before the bidding" },
  standbyDays: { zh: "{rule}（备选期最长 {days} 日）", en: "{rule} (standing by for {days} days at most)" },
  version: { zh: "公告版本", en: "Version of the announcement" },
  rounds: { zh: "报价轮数", en: "Rounds" },
  reveal: { zh: "开标时长", en: "Time for the opening" },
  keys: { zh: "开标", en: "Opening" },
  both: { zh: "交易机构与公证机构的密钥合并后开启（指纹 {venue}、{notary}），竞买人也可自行开启", en: "With the keys of exchange and notary together (fingerprints {venue}, {notary}), or by the bidder" },
  own: { zh: "由竞买人自行开启，未开启的无效", en: "By the bidders themselves; what is not opened is invalid" },
  tie: { zh: "报价并列时", en: "Equal bids" },
  tieText: { zh: "并列者加一轮密封报价，仍并列的，先提交者优先，再并列的公开抽签", en: "A sealed round among the tied, then the earlier bid, then a public draw" },
  weights: { zh: "权重", en: "Weights" },
  price: { zh: "价格", en: "price" },
  scorers: { zh: "评分人数", en: "Scorers" },
  fall: { zh: "减价", en: "Fall of the price" },
  fallText: { zh: "每隔{duration}下降起始价的 {step}，至 {floor} 为止", en: "by {step} of the start price every {duration}, down to {floor}" },
  outage: { zh: "故障中止", en: "After a fault" },
  outageText: { zh: "{minutes} 分钟内修复的立即恢复，超过的提前 {hours} 小时通知；已停止的时间顺延", en: "on at once when repaired within {minutes} minutes, else at a time told {hours} hours before; the end shifts by what was lost" },
  followUp: { zh: "首个接受之后", en: "After the first acceptance" },
} as const satisfies Record<string, Text>;

/** Parameters as the announcement of the procedure fixes them. */
export type AnnouncedProcedure = {
  readonly format: keyof typeof BIDDING_FORMAT_LABELS;
  readonly termsNo: number;
  readonly legalRegime: keyof typeof LEGAL_REGIME_LABELS;
  readonly identityMode: keyof typeof IDENTITY_MODE_LABELS;
  readonly standby: keyof typeof STANDBY_LABELS;
  readonly standbyDays?: number | undefined;
  readonly depositFen?: string | undefined;
  readonly viewingDays?: number | undefined;
  readonly clock?: { readonly shortOutageSeconds: number; readonly restartNoticeHours: number } | undefined;
  readonly sealed?: { readonly rounds: number; readonly revealSeconds: number; readonly keys: { readonly venue: { readonly fingerprint: string }; readonly notary: { readonly fingerprint: string } } | null } | undefined;
  readonly weights?: { readonly priceWeightBp: number; readonly items: readonly { readonly name: string; readonly weightBp: number }[]; readonly scorers: number } | undefined;
  readonly fall?: { readonly stepSeconds: number; readonly stepBp: number; readonly floorFen: string; readonly followUp: keyof typeof FALL_FOLLOW_UP_LABELS } | undefined;
};

const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

export function procedureFacts(lang: Lang, { format, termsNo, legalRegime, identityMode, standby, standbyDays, depositFen, viewingDays, clock, sealed, weights, fall }: AnnouncedProcedure): Definition[] {
  const say = (text: Text): string => pick(lang, text);
  const row = (term: Text, value: ReactNode): Definition => ({ term: say(term), value });
  const short = (fingerprint: string): string => fingerprint.slice(0, 12);
  return [
    row(T.format, say(BIDDING_FORMAT_LABELS[format])),
    ...(fall ? [row(T.fall, fillText(say(T.fallText), { duration: durationText(lang, fall.stepSeconds), step: percent(fall.stepBp), floor: formatYuan(BigInt(fall.floorFen)) })), row(T.followUp, say(FALL_FOLLOW_UP_LABELS[fall.followUp]))] : []),
    ...(sealed
      ? [
          ...(sealed.rounds > 1 ? [row(T.rounds, String(sealed.rounds))] : []),
          row(T.reveal, durationText(lang, sealed.revealSeconds)),
          row(T.keys, sealed.keys ? fillText(say(T.both), { venue: short(sealed.keys.venue.fingerprint), notary: short(sealed.keys.notary.fingerprint) }) : say(T.own)),
          row(T.tie, say(T.tieText)),
        ]
      : []),
    ...(weights ? [row(T.weights, [`${say(T.price)} ${percent(weights.priceWeightBp)}`, ...weights.items.map(({ name, weightBp }) => `${name} ${percent(weightBp)}`)].join(lang === "zh" ? "，" : ", ")), row(T.scorers, String(weights.scorers))] : []),
    ...(depositFen === undefined ? [] : [row(T.deposit, formatYuan(BigInt(depositFen)))]),
    ...(viewingDays ? [row(T.viewing, fillText(say(T.viewingText), { days: viewingDays }))] : []),
    ...(clock ? [row(T.outage, fillText(say(T.outageText), { minutes: Math.round(clock.shortOutageSeconds / 60), hours: clock.restartNoticeHours }))] : []),
    row(T.regime, say(LEGAL_REGIME_LABELS[legalRegime])),
    row(T.identity, say(IDENTITY_MODE_LABELS[identityMode])),
    row(T.standby, standbyDays === undefined ? say(STANDBY_LABELS[standby]) : fillText(say(T.standbyDays), { rule: say(STANDBY_LABELS[standby]), days: standbyDays })),
    row(T.version, `v${termsNo}`),
  ];
}
