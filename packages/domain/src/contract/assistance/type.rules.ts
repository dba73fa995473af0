import { passagesOf, titleOf, type Passage } from "./passages.rules.ts";

type Weighted = readonly [pattern: RegExp, weight: number];

/** Classes that compete; training and intermediary have words of their own, so they stand beside service. */
const CLASSES = ["1", "2", "3", "4", "51", "52", "53"] as const;
type Class = (typeof CLASSES)[number];

/** Words of rights and duties, which decide; the title only breaks a tie (合同类别按权利义务判断，不按标题). */
const DUTIES: Readonly<Record<Class, readonly Weighted[]>> = {
  "1": [
    [/研究开发|研发|研制/g, 3], [/攻克|攻关|突破/g, 3], [/(?:技术)?开发(?=[^商区票者]|$)/g, 1.5], [/选育|中试|样机|样件|原型/g, 2],
    [/均未掌握|未掌握|尚无|空白|没有可用/g, 3], [/(?:研究|开发|研发|研制|合作)(?:开发)?经费/g, 3], [/技术风险|失败/g, 2], [/共同研究|合作研究/g, 3],
  ],
  "2": [
    [/转让(?:费|价|款|金)|转让(?=\d)/g, 4], [/将[^。；]{2,80}(?:有偿)?(?:转让|让渡)(?:给|于|与)/g, 5], [/让与[人方]|出让[人方]|转让[人方]|受让人/g, 3], [/(?:全部|整体)[^。；]{0,10}(?:权利|权)[^。；]{0,6}(?:转让|让渡)/g, 3],
    [/作价[^。；]{0,20}(?:投入|出资|入股)|技术入股|入股/g, 5], [/变更登记|过户|变更至/g, 2], [/(?:著作权|专利权|申请权)[^。；]{0,8}转让/g, 3],
  ],
  "3": [
    [/被许可[人方企]/g, 5], [/(?:许可|使用)(?:使用)?费/g, 3], [/许可(?:方式|期限|期|地域|范围)/g, 3], [/(?:普通|独占|排他)(?:实施)?许可/g, 4],
    [/许可[^。；]{0,24}(?:实施|使用|复制|生产)/g, 3], [/(?:授权|准许|允许|获准|同意)[^。；]{0,14}(?:实施|使用)/g, 3], [/以(?:独占|排他|普通)方式(?:实施|使用)/g, 4], [/入门费|提成/g, 2], [/再许可/g, 2],
  ],
  "4": [
    [/咨询(?:报告|意见|费|报酬|项目|内容)/g, 4], [/(?:可行性|技术路线|方案|路径)[^。；]{0,8}(?:论证|研究|分析|比选|比较|评估)/g, 4], [/(?:评估|论证|调查|查新|可行性研究|分析评价)(?:报告|意见)/g, 4],
    [/技术预测|专题技术调查|查新|成熟度/g, 3], [/作出决策|报告作出|决策的后果/g, 3], [/提交[^。；]{0,10}报告|出具[^。；]{0,10}(?:报告|意见)/g, 2], [/比较|评价|预测|论证/g, 1],
  ],
  "51": [
    [/解决[^。；]{0,48}(?:问题|偏大|超差)/g, 5], [/技术(?:服务|支持|指导)|现场指导/g, 2], [/服务(?:费|报酬|酬金)/g, 2], [/针对[^。；，]{0,40}(?:不稳|偏大|超标|误报|难以|过高|问题|不均)/g, 2.5],
    [/优化|诊断|整定|治理|改进|调优|减振|防控/g, 1.5], [/提高|提升|降低|下降|降至|减退/g, 1.5], [/传授|讲解/g, 2], [/失效分析|事故分析|查明原因/g, 3],
  ],
  "52": [[/培训(?:费|报酬)|学费/g, 4], [/受训|学员|培训内容|培训方/g, 4], [/技术培训|业务训练|操作训练/g, 3], [/讲授/g, 3], [/考核(?:合格|通过|不达标)/g, 2], [/期满须能|独立完成/g, 1]],
  "53": [[/中介(?:人|方|费|报酬|服务费)|经纪人/g, 5], [/促成|撮合|物色/g, 4], [/介绍|推荐|对接|寻找/g, 2], [/居间/g, 3]],
};

const TITLE_WORDS: Readonly<Record<Class, RegExp>> = {
  "1": /开发|研制|研发|合作研究/, "2": /转让|入股|出资/, "3": /许可/, "4": /咨询|论证|评估|查新|调查|预测|比选/, "51": /服务|支持|治理/, "52": /培训/, "53": /中介|居间|经纪/,
};
const TITLE_WEIGHT = 2;

/** Each word counts fully twice and then no more, so that a repeated word does not decide. */
const WORD_CAP = 2;
/** Below this the body says too little of any class. */
const LEAST = 4;
/** An intermediary speaks of the transfer or licence that he brings about. */
const INTERMEDIARY_SURE = 8;

const LEAVES: Readonly<Record<Class, readonly (readonly [leaf: string, pattern: RegExp])[]>> = {
  "1": [["12", /合作开发|合作研(?:究|发)|联合(?:开发|研发|研究)|合作方|共同(?:研究|开发|开展|组建)/], ["11", /./]],
  "2": [
    ["29", /技术入股|作价[^。]{0,24}(?:投入|出资|入股)|技术出资/], ["22", /申请权/], ["24", /软件|软著/], ["25", /布图设计/], ["26", /植物新品种|品种权/], ["27", /(?:生物|医药)新品种/],
    ["21", /(?<!非)专利/], ["23", /./],
  ],
  "3": [["34", /布图设计/], ["35", /植物新品种|品种权/], ["36", /(?:生物|医药)新品种/], ["33", /软件[^。]{0,40}许可|许可[^。]{0,40}软件|软件(?:著作权)?(?:使用)?许可|著作权的/], ["31", /(?<!非)专利/], ["32", /./]],
  "4": [["4", /./]],
  "51": [["51", /./]],
  "52": [["52", /./]],
  "53": [["53", /./]],
};

export type TypeProposal = { readonly type?: string; readonly lead: number; readonly passages: readonly Passage[] };

/** The class whose rights and duties the text speaks of most, and its leaf. `doubt` weakens what the words of another kind of contract cover. */
export function proposeType(text: string, doubt: (cls: Class) => number): TypeProposal {
  const title = titleOf(text);
  const body = text.slice(title.length);
  const found = new Map(CLASSES.map((cls) => [cls, DUTIES[cls].map(([pattern, weight]) => ({ passages: passagesOf(text, pattern, ""), weight }))]));
  const inBody = (cls: Class): number =>
    found.get(cls)!.reduce((sum, { passages, weight }) => sum + weight * Math.min(WORD_CAP, passages.filter(({ start }) => start >= title.length || body.trim() === "").length), 0) * doubt(cls);
  const bodyScores = new Map(CLASSES.map((cls) => [cls, inBody(cls)]));
  if (bodyScores.get("53")! >= INTERMEDIARY_SURE) for (const cls of ["2", "3"] as const) bodyScores.set(cls, bodyScores.get(cls)! * 0.3);
  const ranked = CLASSES.map((cls) => [cls, bodyScores.get(cls)! + (bodyScores.get(cls)! > 0 && TITLE_WORDS[cls].test(title) ? TITLE_WEIGHT : 0)] as const).toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked as [(typeof ranked)[number], (typeof ranked)[number]];
  if (bodyScores.get(first[0])! < LEAST) return { lead: 0, passages: [] };
  const [cls, score] = first;
  const type = LEAVES[cls].find(([, pattern]) => pattern.test(text))![0];
  const passages = found.get(cls)!.flatMap((one) => one.passages).map((passage) => ({ ...passage, supports: `type:${type}` }));
  return { type, lead: (score - second[1]) / score, passages };
}

/** A title that names a class of technology contract which the text does not bear out (名称与权利义务不一致). */
const NAMED_CLASS = /技术(?:秘密)?(开发|转让|许可|咨询|服务|培训|中介)/;
const CLASS_OF_NAME: Readonly<Record<string, string>> = { 开发: "1", 转让: "2", 许可: "3", 咨询: "4", 服务: "5", 培训: "5", 中介: "5" };

export function titleMismatch(text: string, type: string | undefined): Passage | undefined {
  const title = titleOf(text);
  const named = NAMED_CLASS.exec(title);
  if (!named || CLASS_OF_NAME[named[1]!] === type?.charAt(0)) return undefined;
  const start = text.indexOf(named[0]);
  return { start, end: start + named[0].length, text: named[0], supports: "flag:TITLE_MISMATCH" };
}

/** The right that a transfer or licence is about; other classes hand none over (认定规则 Art. 40). */
export function proposeIp(text: string, type: string | undefined): { readonly kind: string; readonly passages: readonly Passage[] } {
  if (type === undefined || !/^[23]/.test(type)) return { kind: "0", passages: [] };
  const words = IP_WORDS.filter(([leaves]) => leaves.includes(type)).find(([, , pattern]) => pattern.test(text));
  const [, kind, pattern] = words ?? [[], "1", /技术秘密|专有技术|技术诀窍|非专利技术/] as const;
  return { kind, passages: passagesOf(text, new RegExp(pattern, "g"), `ip:${kind}`, { negatable: false }) };
}

const PATENT_TYPES = ["21", "22", "29", "31"];
const IP_WORDS: readonly (readonly [leaves: readonly string[], kind: string, pattern: RegExp])[] = [
  [PATENT_TYPES, "22", /实用新型/], [PATENT_TYPES, "23", /外观设计/], [PATENT_TYPES, "21", /发明专利|专利号|专利权|(?<!非)专利/],
  [["24", "29", "33"], "3", /软件著作权|计算机软件|软件|软著/], [["25", "29", "34"], "4", /布图设计/], [["26", "29", "35"], "5", /植物新品种|品种权/], [["27", "29", "36"], "6", /(?:生物|医药)新品种/],
];
