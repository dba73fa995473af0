import { fen, parseYuan, wan, ZERO_FEN, type Fen } from "../../shared/money.ts";
import type { CostKind } from "../amounts.rules.ts";
import type { Passage } from "./passages.rules.ts";

const NUMERALS: Readonly<Record<string, bigint>> = {
  零: 0n, 〇: 0n, 一: 1n, 壹: 1n, 二: 2n, 贰: 2n, 两: 2n, 三: 3n, 叁: 3n, 四: 4n, 肆: 4n, 五: 5n, 伍: 5n, 六: 6n, 陆: 6n, 七: 7n, 柒: 7n, 八: 8n, 捌: 8n, 九: 9n, 玖: 9n,
};
const UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };

/** 一百五十八万, 柒万伍仟 → whole yuan; undefined when it is no number. */
export function chineseNumber(text: string): bigint | undefined {
  let [total, section, digit] = [0n, 0n, 0n];
  for (const sign of text) {
    const unit = UNITS[sign];
    if (NUMERALS[sign] !== undefined) digit = NUMERALS[sign];
    else if (unit !== undefined) {
      section += (digit === 0n && section === 0n ? 1n : digit) * unit;
      digit = 0n;
    } else if (sign === "万" || sign === "亿") {
      total = (total + section + digit) * (sign === "万" ? 10_000n : 100_000_000n);
      [section, digit] = [0n, 0n];
    } else return undefined;
  }
  return total + section + digit;
}

const NUMERAL_SIGNS = "零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万亿";
const AMOUNT = new RegExp(`(?:[¥￥]\\s*([\\d,]+(?:\\.\\d+)?)(\\s*(?:亿|万)?元)?|([\\d,]+(?:\\.\\d+)?)\\s*(亿元|万元|元)|([${NUMERAL_SIGNS}]{2,})[元圆])`, "g");

type Found = { readonly amountFen: Fen; readonly start: number; readonly end: number; readonly cue: string };

function arabic(digits: string, unit: string): Fen | undefined {
  const plain = digits.replaceAll(",", "");
  if (!/万|亿/.test(unit)) return parseYuan(plain.replace(/(\.\d\d)\d+$/, "$1"));
  const [whole = "0", fraction = ""] = plain.split(".");
  const perUnit = unit.includes("亿") ? wan(10_000) : wan(1);
  return fen(BigInt(whole || "0") * perUnit + (BigInt(fraction || "0") * perUnit) / 10n ** BigInt(fraction.length));
}

/** Every sum of money, with the words since the last pause before it. */
function amountsIn(text: string): readonly Found[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): Found[] => {
    const [, sign, signUnit = "元", digits, unit = "元", words] = match;
    const number = words === undefined ? undefined : chineseNumber(words);
    const amountFen = sign !== undefined ? arabic(sign, signUnit) : digits !== undefined ? arabic(digits, unit) : number === undefined ? undefined : fen(number * 100n);
    const before = text.slice(Math.max(0, match.index - 40), match.index).split(/[，。；;、\n）)]/).at(-1)!;
    return amountFen === undefined || amountFen <= 0n ? [] : [{ amountFen, start: match.index, end: match.index + match[0].length, cue: before }];
  });
}

const TOTAL_CUES: readonly (readonly [RegExp, number])[] = [
  [/总(?:金额|价|额|计|经费|费用|投入|货款|款)|合计|共计/, 10], [/合同(?:金额|价款|经费|价格)|价款|价金|货款/, 8],
  [/(?:转让|许可|使用|服务|咨询|培训|中介|加工|维保|检测|调查|居间|开发|研发|研制)(?:使用)?(?:经费|费用|费|报酬|酬金|价格|价)/, 6], [/作价|对价|经费|报酬|酬金|费用|工程款|出资|学费|[费款价]/, 4],
];
const PARTS = /单价|其中|每|入门费|设备|仪器|材料|零部件|耗材|预计|保证金|违约金|签约(?:时)?支付|生效后(?:支付|付)|续费|日常维护费/;
const BONUS_FIRST = 0.5;

/** The sum that the words before it call the whole price. */
function totalOf(found: readonly Found[]): Found | undefined {
  const scored = found.map((one, i) => {
    const cue = TOTAL_CUES.find(([pattern]) => pattern.test(one.cue))?.[1] ?? 1;
    return { one, score: cue - (PARTS.test(one.cue) ? 5 : 0) + (i === 0 ? BONUS_FIRST : 0) };
  });
  const best = scored.toSorted((a, b) => b.score - a.score || Number(b.one.amountFen - a.one.amountFen))[0];
  return best && best.score > 0 ? best.one : undefined;
}

const COST = /(设备|仪器|零部件|材料|耗材|试剂)[^，。；、\d]{0,6}?(?:费用|费|款)\s*[:：为]?\s*(?:人民币)?$/;
const KIND_OF_COST: Readonly<Record<string, CostKind>> = { 设备: "equipment", 仪器: "equipment", 零部件: "parts", 材料: "materials", 耗材: "materials", 试剂: "materials" };
const STATED = /技术交易额|技术性收入|其中技术(?:费用|部分|费)/;
const GOODS_WORDS = /(?:设备|仪器|材料|零部件|安装|土建)(?:费|款)/;

export type MoneyProposal = {
  readonly turnoverFen?: Fen;
  readonly technicalAmountFen?: Fen;
  /** Non-technical money that the text names, item by item. */
  readonly costs: readonly { readonly kind: CostKind; readonly amountFen: Fen; readonly passage: Passage }[];
  /** Goods are in the price, but no sum says how much of it. */
  readonly goodsUnpriced: Passage | undefined;
  readonly passages: readonly Passage[];
};

/** Turnover, the non-technical cost named in the text, and what is left (R2001 Art. 52). */
export function proposeMoney(text: string): MoneyProposal {
  const found = amountsIn(text);
  const total = totalOf(found.filter(({ cue }) => !STATED.test(cue)));
  const passage = ({ start, end, cue }: Found, supports: string): Passage => ({ start: start - cue.length, end, text: text.slice(start - cue.length, end), supports });
  const costs = found.flatMap((one) => {
    const kind = one === total ? undefined : COST.exec(one.cue)?.[1];
    return kind === undefined ? [] : [{ kind: KIND_OF_COST[kind]!, amountFen: one.amountFen, passage: passage(one, "nonTechnicalCost") }];
  });
  const stated = found.find(({ cue }) => STATED.test(cue));
  const costsFen = costs.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const left = total && costsFen < total.amountFen ? fen(total.amountFen - costsFen) : undefined;
  const technicalAmountFen = stated && total && stated.amountFen <= total.amountFen ? stated.amountFen : left;
  const goods = costs.length === 0 ? GOODS_WORDS.exec(text) : null;
  return {
    ...(total ? { turnoverFen: total.amountFen } : {}),
    ...(technicalAmountFen !== undefined && technicalAmountFen > ZERO_FEN ? { technicalAmountFen } : {}),
    costs,
    goodsUnpriced: goods ? { start: goods.index, end: goods.index + goods[0].length, text: goods[0], supports: "flag:GOODS_IN_PRICE" } : undefined,
    passages: [...(total ? [passage(total, "turnover")] : []), ...(stated ? [passage(stated, "technicalAmount")] : []), ...costs.map((one) => one.passage)],
  };
}
