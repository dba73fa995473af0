import { fen, parseYuan, wan, type Fen } from "../shared/money.ts";

/**
 * Assistance for people: proposals from the text of a contract with the passages that led to them. A hint, never a decision. Words count
 * by weight; the type is judged by rights and duties, so the title weighs little.
 */
export type Passage = { readonly start: number; readonly end: number; readonly text: string; readonly supports: string };
export type FlagCode =
  | "GOODS_SALE" | "CONSTRUCTION" | "ROUTINE_WORK" | "ADVERTISING_OR_PRINTING" | "SOCIAL_STUDY" | "STAFF_EDUCATION" | "GENERAL_BROKERAGE"
  | "RESTRICTIVE_CLAUSE" | "NO_TECHNICAL_CONTENT" | "NO_PRICE" | "GOODS_IN_PRICE";
export type TextFlag = { readonly code: FlagCode; readonly refusalReason: "RF02" | "RF03" | "RF04" | "RF08" | undefined; readonly basis: string; readonly passages: readonly Passage[] };

export type TextProposal = {
  /** Code of contract-types; absent when the text speaks for none. */
  readonly type?: string;
  /** 0 to 1: lead of the proposed class over the next. */
  readonly typeConfidence: number;
  /** Code of tech-fields. */
  readonly field?: string;
  /** Code of ip-kinds. */
  readonly ipKind: string;
  readonly turnoverFen?: Fen;
  readonly technicalAmountFen?: Fen;
  readonly flags: readonly TextFlag[];
  readonly passages: readonly Passage[];
};

type Weighted = readonly [pattern: RegExp, weight: number];

const TYPE_WORDS: Readonly<Record<string, readonly Weighted[]>> = {
  "1": [[/研究开发|研制|技术攻关|联合研发|研发/g, 3], [/技术开发/g, 2], [/中试|样机|新产品|新工艺|新材料及其系统|关键技术/g, 2], [/开发经费|研究开发经费/g, 3]],
  "2": [[/专利权转让|专利申请权转让|转让给|技术秘密转让|著作权转让|所有权转让/g, 4], [/技术转让|让与人|受让人|作价入股|技术入股/g, 3], [/转让费/g, 2]],
  "3": [[/许可实施|实施许可|使用许可|独占许可|排他许可|普通许可/g, 4], [/许可人|被许可人|再许可|许可使用费|许可费/g, 3], [/入门费|提成/g, 1]],
  "4": [[/技术咨询|可行性研究|可行性论证|技术预测|专题技术调查|分析评价报告|查新/g, 4], [/咨询报告|咨询意见|论证报告|评估报告/g, 3], [/咨询费/g, 2]],
  "5": [[/技术服务|技术指导|技术支持|检测分析|工艺改进|调试|故障诊断|数据处理/g, 3], [/技术培训|技术中介/g, 5], [/服务费/g, 1]],
};

const SUBTYPE_WORDS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["12", /合作开发|共同开发|联合研发|联合开发/], ["11", /研究开发|技术开发|研制|委托|研发/],
  ["29", /作价入股|技术入股/], ["22", /专利申请权转让/], ["24", /软件著作权转让/], ["25", /布图设计[^。]{0,10}转让/], ["26", /植物新品种[^。]{0,10}转让/],
  ["27", /(?:生物|医药)新品种[^。]{0,10}转让/], ["21", /专利权?[^。]{0,6}转让|转让[^。]{0,12}专利/], ["23", /技术秘密|专有技术|技术转让|转让/],
  ["33", /软件著作权[^。]{0,6}许可|许可[^。]{0,10}软件/], ["34", /布图设计[^。]{0,10}许可/], ["35", /植物新品种[^。]{0,10}许可/], ["36", /(?:生物|医药)新品种[^。]{0,10}许可/],
  ["31", /专利[^。]{0,10}许可|许可[^。]{0,12}专利/], ["32", /许可/],
  ["4", /咨询|论证|评价/],
  ["52", /技术培训/], ["53", /技术中介/], ["51", /服务|指导|检测|支持|调试/],
];

const FIELD_WORDS: Readonly<Record<string, RegExp>> = {
  "01": /软件|算法|人工智能|深度学习|芯片|集成电路|通信|大数据|网络|物联网|传感|云计算/g,
  "02": /航空|航天|卫星|火箭|无人机|飞行器/g,
  "03": /制造|机器人|数控|机床|自动化|模具|激光|装备|焊接/g,
  "04": /药物|药品|医疗|疫苗|基因|蛋白|细胞|临床|诊断试剂|生物/g,
  "05": /材料|催化剂|合金|陶瓷|高分子|涂料|复合材料|薄膜|石墨烯/g,
  "06": /电池|光伏|风电|储能|氢能|节能|新能源|电网/g,
  "07": /污水|废气|固废|环保|环境|减排|资源综合利用|土壤修复|尾矿/g,
  "08": /核电|核能|辐照|同位素|核技术/g,
  "09": /水稻|小麦|种子|育种|农业|养殖|畜禽|农药|化肥|果树/g,
  "10": /轨道|高铁|汽车|船舶|桥梁|交通|港口|公路/g,
  "11": /建筑|城市|燃气|消防|地下管网|防灾|公共安全/g,
};

const IP_WORDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["21", /发明专利/g], ["22", /实用新型/g], ["23", /外观设计/g], ["21", /专利号|专利权|ZL\d{8,}/g], ["3", /软件著作权|计算机软件/g], ["4", /布图设计/g],
  ["5", /植物新品种/g], ["6", /(?:生物|医药)新品种/g], ["1", /技术秘密|专有技术|技术诀窍/g],
];

const FLAG_WORDS: readonly (readonly [code: FlagCode, reason: TextFlag["refusalReason"], basis: string, pattern: RegExp, atLeast: number])[] = [
  ["GOODS_SALE", "RF08", "R2001 Art. 32, 42", /采购|购销|供货|货物|买卖|出售|发货|质保期|设备清单/g, 3],
  ["CONSTRUCTION", "RF08", "民法典 878; R2001 Art. 42", /建设工程|施工|工程勘察|工程监理|土建|装修|竣工/g, 2],
  ["ROUTINE_WORK", "RF08", "R2001 Art. 24, 42", /日常维护|例行检修|来料加工|修理|维保|常规检测|校准|翻译|复印/g, 2],
  ["ADVERTISING_OR_PRINTING", "RF08", "R2001 Art. 42", /广告发布|广告投放|印刷|宣传片|摄影/g, 1],
  ["SOCIAL_STUDY", "RF08", "R2001 Art. 38", /市场营销策划|法律咨询|财务咨询|管理咨询|社会调查|经济研究/g, 1],
  ["STAFF_EDUCATION", "RF08", "R2001 Art. 46", /学历教育|职工教育|文化培训|入职培训/g, 1],
  ["GENERAL_BROKERAGE", "RF08", "R2001 Art. 48", /居间介绍客户|房屋中介|代理记账|招商代理/g, 1],
  ["RESTRICTIVE_CLAUSE", "RF04", "民法典 850; 技术合同解释 Art. 10", /不得(?:对[^。；]{0,15})?改进|无偿[^。；]{0,12}(?:回授|归[^。；]{0,6}所有)|不得从其他[^。；]{0,10}(?:获得|购买)|不得(?:对[^。；]{0,20})?(?:有效性)?提出异议|必须(?:同时)?购买/g, 1],
];

const GOODS_WORDS = /设备费|仪器费|材料费|零部件费|原材料|硬件|设备款|安装费|土建费/g;
const TURNOVER_WORDS = /(?:合同总(?:金|价)?额?|合同(?:总)?价款|合同金额|总价|总金额|研究开发经费(?:和报酬)?总额|技术服务费总额|转让费总额)[^。；\d]{0,12}?(?:人民币|￥|¥)?\s*([\d,]+(?:\.\d+)?)\s*(万元|亿元|元)/;
const TECHNICAL_WORDS = /(?:技术交易额|技术性收入|其中技术(?:费用|部分|费))[^。；\d]{0,12}?(?:人民币|￥|¥)?\s*([\d,]+(?:\.\d+)?)\s*(万元|亿元|元)/;
const NON_TECHNICAL_WORDS = /(?:设备(?:费|款|仪器费)?|仪器费|材料费|原材料费?|零部件费?|安装费|土建费)[^。；，,\d]{0,8}?([\d,]+(?:\.\d+)?)\s*(万元|亿元|元)/g;

function passagesOf(text: string, pattern: RegExp, supports: string): Passage[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0], supports }));
}

function amountFrom(digits: string, unit: string): Fen | undefined {
  const plain = digits.replaceAll(",", "");
  if (unit === "元") return parseYuan(plain);
  const [whole = "0", fraction = ""] = plain.split(".");
  const perUnit = unit === "亿元" ? wan(10_000) : wan(1);
  return fen(BigInt(whole || "0") * perUnit + (BigInt(fraction || "0") * perUnit) / 10n ** BigInt(fraction.length));
}

/** Each word counts fully twice and then no more, so that a repeated title does not decide. */
const WORD_CAP = 2;

function scoreOf(text: string, words: readonly Weighted[]): number {
  return words.reduce((sum, [pattern, weight]) => sum + weight * Math.min(WORD_CAP, [...text.matchAll(pattern)].length), 0);
}

function bestOf(scores: readonly (readonly [string, number])[]): { readonly best?: string; readonly lead: number } {
  const [first, second] = scores.toSorted((a, b) => b[1] - a[1]);
  if (!first || first[1] === 0) return { lead: 0 };
  return { best: first[0], lead: (first[1] - (second?.[1] ?? 0)) / first[1] };
}

const TYPE_MIN_SCORE = 3;

/** Proposes type, field, IP kind and amounts, and flags what the rules say cannot be registered. */
export function proposeFromText(rawText: string): TextProposal {
  const text = rawText.normalize("NFKC");
  const passages: Passage[] = [];
  const classScores = Object.entries(TYPE_WORDS).map(([cls, words]) => [cls, scoreOf(text, words)] as const);
  const { best: bestClass, lead } = bestOf(classScores);
  const cls = bestClass && classScores.find(([one]) => one === bestClass)![1] >= TYPE_MIN_SCORE ? bestClass : undefined;
  const type = cls ? SUBTYPE_WORDS.find(([subtype, pattern]) => subtype.startsWith(cls) && pattern.test(text))?.[0] : undefined;
  if (cls) for (const [pattern] of TYPE_WORDS[cls]!) passages.push(...passagesOf(text, pattern, `type:${type ?? cls}`));

  const { best: field } = bestOf(Object.entries(FIELD_WORDS).map(([code, pattern]) => [code, [...text.matchAll(pattern)].length] as const));
  if (field) passages.push(...passagesOf(text, FIELD_WORDS[field]!, `field:${field}`));

  const ip = IP_WORDS.find(([, pattern]) => text.search(pattern) >= 0);
  if (ip) passages.push(...passagesOf(text, ip[1], `ip:${ip[0]}`));

  const flags: TextFlag[] = FLAG_WORDS.flatMap(([code, refusalReason, basis, pattern, atLeast]) => {
    const found = passagesOf(text, pattern, `flag:${code}`);
    return found.length >= atLeast ? [{ code, refusalReason, basis, passages: found }] : [];
  });
  if (!cls) flags.push({ code: "NO_TECHNICAL_CONTENT", refusalReason: "RF02", basis: "R2026 Art. 39(2)", passages: [] });

  const turnover = TURNOVER_WORDS.exec(text);
  const turnoverFen = turnover ? amountFrom(turnover[1]!, turnover[2]!) : undefined;
  if (turnover) passages.push({ start: turnover.index, end: turnover.index + turnover[0].length, text: turnover[0], supports: "turnover" });
  else flags.push({ code: "NO_PRICE", refusalReason: "RF03", basis: "R2026 Art. 39(3)", passages: [] });

  const costs = [...text.matchAll(NON_TECHNICAL_WORDS)];
  for (const match of costs) passages.push({ start: match.index, end: match.index + match[0].length, text: match[0], supports: "nonTechnicalCost" });
  const goods = passagesOf(text, GOODS_WORDS, "flag:GOODS_IN_PRICE");
  if (goods.length > 0 && costs.length === 0) flags.push({ code: "GOODS_IN_PRICE", refusalReason: undefined, basis: "R2001 Art. 52(2)", passages: goods });

  const stated = TECHNICAL_WORDS.exec(text);
  if (stated) passages.push({ start: stated.index, end: stated.index + stated[0].length, text: stated[0], supports: "technicalAmount" });
  const costsFen = costs.reduce((sum, match) => sum + (amountFrom(match[1]!, match[2]!) ?? 0n), 0n);
  const computed = turnoverFen !== undefined && costsFen <= turnoverFen ? fen(turnoverFen - costsFen) : undefined;
  const technicalAmountFen = (stated ? amountFrom(stated[1]!, stated[2]!) : undefined) ?? computed;

  return {
    ...(type ? { type } : {}),
    typeConfidence: cls ? lead : 0,
    ...(field ? { field } : {}),
    ipKind: ip?.[0] ?? "0",
    ...(turnoverFen !== undefined ? { turnoverFen } : {}),
    ...(technicalAmountFen !== undefined ? { technicalAmountFen } : {}),
    flags,
    passages: passages.toSorted((a, b) => a.start - b.start),
  };
}
