import { capitalYuan } from "../shared/capital-yuan.ts";
import type { Day } from "../shared/clock.ts";
import { paymentSentence, percentText, WHOLE_COUNTRY, type DealTerms, type PaymentTerms } from "../terms/index.ts";
import { toYuanText } from "../shared/money.ts";

export type ContractParty = { readonly name: string; readonly creditCode: string | null; readonly address: string | null };
export type ContractRight = { readonly title: string; readonly number: string | null };
export type ContractPlan = { readonly dueOn: Day; readonly amountFen: bigint };

export type ContractSource = {
  readonly dealNo: string;
  readonly contractName: string;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly licenceTerritory: string | null;
  readonly seller: ContractParty;
  readonly buyer: ContractParty;
  readonly venue: string | null;
  readonly result: string;
  readonly rights: readonly ContractRight[];
  readonly priceFen: bigint;
  readonly instalments: readonly ContractPlan[];
  /** The structured terms that were agreed, where there are any. */
  readonly terms: DealTerms | null;
  /** What late payment costs a year, where it is counted here: agreed between the parties or set by the venue. */
  readonly lateRate: { readonly bp: number; readonly agreed: boolean } | null;
  readonly validFrom: Day;
  readonly validTo: Day;
};

const LICENCE_KINDS: Readonly<Record<string, string>> = {
  exclusive: "独占实施许可（仅受让方可以实施，让与方也不得实施）",
  sole: "排他实施许可（受让方和让与方可以实施，不得再许可第三人）",
  ordinary: "普通实施许可（让与方可以自行实施，也可以再许可第三人）",
};

type Clause = { readonly title: string; readonly text: string };

/** What is traded, by trade mode; the words decide which class the office will recognise it as. */
const OBJECTS: Readonly<Record<string, (source: ContractSource) => Clause[]>> = {
  ASSIGNMENT: ({ result, rights }) => [
    { title: "转让标的", text: `让与方将其拥有的“${result}”技术成果的全部权利转让给受让方${rightsText(rights)}。` },
    { title: "权利移转", text: "涉及专利权、专利申请权的，双方应自本合同生效之日起三十日内办理登记，权利自登记之日起转移。转让前让与方已许可他人实施的，应在本合同中列明；未列明的视为没有。" },
  ],
  LICENCE: ({ result, rights, licenceKind, licenceYears, licenceTerritory, validFrom, validTo }) => [
    { title: "许可标的", text: `让与方许可受让方实施“${result}”技术成果${rightsText(rights)}。` },
    { title: "许可方式、范围和期限", text: `许可方式为${LICENCE_KINDS[licenceKind ?? "ordinary"] ?? LICENCE_KINDS["ordinary"]}，许可地域为${licenceTerritory ?? WHOLE_COUNTRY}，许可期限 ${licenceYears ?? 1} 年，自 ${validFrom} 起至 ${validTo} 止。涉及专利的，应自合同生效之日起三个月内备案。` },
  ],
  EQUITY: ({ result, rights, buyer }) => [
    { title: "出资标的", text: `让与方以其拥有的“${result}”技术成果${rightsText(rights)}作价，投入${buyer.name}，取得相应股权。` },
    { title: "股权登记", text: "双方应自本合同生效之日起三十日内办理技术成果权属变更和股权登记。" },
  ],
  DEVELOPMENT: ({ result }) => [
    { title: "开发内容", text: `双方以“${result}”为基础，就新技术、新产品、新工艺及其系统开展研究开发。研究开发目标、技术指标和分工见双方确认的技术方案。` },
    { title: "成果归属", text: "履行本合同所完成的发明创造，申请专利的权利由双方共有；一方转让其共有份额的，另一方享有同等条件优先受让权。" },
  ],
  SERVICE: ({ result }) => [{ title: "服务内容", text: `让与方运用“${result}”相关技术，为受让方解决特定技术问题，提供技术方案、技术指导和技术支持。` }],
  CONSULTING: ({ result }) => [{ title: "咨询内容", text: `让与方就“${result}”相关技术项目，为受让方提供可行性论证、技术预测、专题调查和分析评价报告。` }],
};

const NAMES: Readonly<Record<string, string>> = {
  ASSIGNMENT: "技术转让合同", LICENCE: "技术许可合同", EQUITY: "技术入股合同", DEVELOPMENT: "技术开发合同", SERVICE: "技术服务合同", CONSULTING: "技术咨询合同",
};

/** What a contract of this mode about this result is called, unless its parties call it otherwise. */
export function proposedName(result: string, tradeMode: string): string {
  const kind = NAMES[tradeMode] ?? "技术合同";
  // “……技术” and “技术转让合同” share the word.
  const name = kind.startsWith("技术") ? result.replace(/技术$/, "") : result;
  return `${name.slice(0, 120 - kind.length)}${kind}`;
}

function rightsText(rights: readonly ContractRight[]): string {
  if (rights.length === 0) return "及其技术秘密";
  return `，包括：${rights.map(({ title, number }) => `${title}${number ? `（${number}）` : "（技术秘密）"}`).join("；")}`;
}

function paymentText({ instalments, priceFen, venue, terms }: ContractSource): string {
  const total = `本合同价款为人民币 ${toYuanText(priceFen)} 元（大写：${capitalYuan(priceFen)}）。`;
  const [only] = instalments;
  const plan =
    instalments.length === 1
      ? `一次总付，受让方应于 ${only!.dueOn} 前付清。`
      : `分期支付：${instalments.map(({ dueOn, amountFen }, i) => `第${i + 1}期 ${toYuanText(amountFen)} 元，于 ${dueOn} 前支付`).join("；")}。`;
  const way = venue === null ? "价款由受让方直接支付至让与方账户，让与方应在到账后确认收款。" : `价款通过${venue}的结算专户收付；受让方交纳的保证金在本合同签署后转作价款。`;
  const agreed = terms === null ? "" : `支付方式：${paymentSentence(terms.payment)}。${terms.payment.form === "USE_FIRST" ? useFirstText(terms.payment) : ""}`;
  return `${total}${agreed}${plan}${way}`;
}

function useFirstText(payment: Extract<PaymentTerms, { form: "USE_FIRST" }>): string {
  return `让与方有权查阅与提成有关的账目。退出：${payment.exitTerms}。违约：${payment.breachTerms}。`;
}

/** The very rate that the platform counts with: a contract that names another would have its buyer asked for what he did not sign. */
function latePaymentText({ lateRate }: ContractSource): string {
  if (lateRate === null) return "受让方逾期付款的，按逾期金额每日万分之三支付违约金";
  const rate = `按逾期金额年率 ${percentText(lateRate.bp)} `;
  return lateRate.agreed ? `受让方逾期付款的，${rate}支付违约金` : `受让方逾期付款的，按交易机构公布的逾期利率，即${rate}支付利息`;
}

const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"] as const;

/** The text of the contract as the clause template of the trade mode makes it from the facts of the deal; the seller may edit it. 民法典 845. */
export function proposedContract(source: ContractSource): string {
  const party = (label: string, { name, creditCode, address }: ContractParty): string =>
    `${label}：${name}${creditCode === null ? "" : `\n统一社会信用代码：${creditCode}`}${address ? `\n住所：${address}` : ""}`;
  const clauses: Clause[] = [
    ...(OBJECTS[source.tradeMode] ?? OBJECTS["SERVICE"]!)(source),
    { title: "价款和支付", text: paymentText(source) },
    { title: "技术资料的交付", text: "让与方应自受让方支付首期价款之日起十五日内交付实施本技术所必需的全部技术资料，并提供必要的技术指导。受让方收到后应确认移交。" },
    { title: "保证与责任", text: "让与方保证其为本合同技术成果的合法拥有者，技术完整、无误、有效，能够达到约定的目标。受让方应按约定支付价款、在约定范围内使用技术并承担保密义务。" },
    { title: "保密", text: "双方对履行本合同所知悉的对方技术秘密和经营信息负有保密义务，期限为合同终止后五年。" },
    { title: "后续改进", text: "在合同有效期内，一方后续改进的技术成果归改进方所有，其他各方无权分享；双方另有约定的除外。" },
    { title: "违约责任", text: `${latePaymentText(source)}；让与方逾期交付的，按已收价款每日万分之三支付违约金。` },
    { title: "争议解决", text: "因本合同发生的争议，双方协商解决；协商不成的，向让与方所在地有管辖权的人民法院起诉。" },
    { title: "生效与登记", text: `本合同自双方签署之日起成立，有效期自 ${source.validFrom} 至 ${source.validTo}。让与方应在合同成立后依法申请技术合同认定登记。` },
  ];
  return [
    source.contractName,
    `成交编号：${source.dealNo}`,
    party("让与方（甲方）", source.seller),
    party("受让方（乙方）", source.buyer),
    `项目名称：${source.result}`,
    ...clauses.map(({ title, text }, i) => `第${ORDINALS[i]}条 ${title}\n${text}`),
  ].join("\n\n");
}
