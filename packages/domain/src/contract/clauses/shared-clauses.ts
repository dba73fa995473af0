import { codeLabel } from "../../reference/index.ts";
import { capitalYuan } from "../../shared/capital-yuan.ts";
import { toYuanText } from "../../shared/money.ts";
import { technicalAmountOf, type ContractDraft } from "../draft.rules.ts";
import { blank, type Clause, type ClauseSource } from "./clause.ts";

const ROYALTY_METHODS: ReadonlySet<string> = new Set(["3", "4"]);

export function yuanWords(amountFen: bigint | null): string {
  return amountFen === null ? blank("金额") : `人民币${toYuanText(amountFen)}元（大写：${capitalYuan(amountFen).replace(/^人民币/, "")}）`;
}

/** Price, manner of payment, royalties with the right to see the books (民法典 846), and the non-technical money item by item (技术合同司法解释 14). */
export function paymentClause({ draft, roles }: ClauseSource): Clause {
  return {
    title: /^[23]/.test(draft.contractType ?? "") ? "价款、使用费及其支付方式" : "价款、报酬及其支付方式",
    basis: "民法典第八百四十六条；技术合同司法解释第十四条",
    text: [`合同总金额为${yuanWords(draft.turnoverFen)}。`, partsText(draft), methodText(draft), ...(ROYALTY_METHODS.has(draft.payment ?? "") ? [royaltyText(draft, roles)] : [])].join("\n"),
  };
}

function partsText(draft: ContractDraft): string {
  const technicalFen = technicalAmountOf(draft);
  if (draft.deductions.length === 0) return `其中技术交易额为${yuanWords(technicalFen)}，不含设备、仪器、零部件、原材料等非技术性费用。`;
  const parts = draft.deductions.map(({ kind, amountFen, note, carrier }) => {
    const words = [note, carrier ? `其中技术载体${carrier.count}件` : ""].filter((one) => one !== undefined && one !== "").join("，");
    return `${codeLabel("non-technical-cost-kinds", kind).zh}${toYuanText(amountFen)}元${words === "" ? "" : `（${words}）`}`;
  });
  return `其中非技术性费用：${parts.join("；")}。技术交易额为${yuanWords(technicalFen)}。`;
}

function methodText({ payment, instalments }: ContractDraft): string {
  const method = payment === null ? blank("支付方式") : codeLabel("payment-methods", payment).zh;
  if (instalments.length === 0) return `支付方式：${method}。`;
  const plan = instalments.map(({ amountFen, dueOn, note, estimated }, i) => `第${i + 1}期${toYuanText(amountFen)}元${estimated ? "（预计）" : ""}，${dueOn === undefined ? "" : `于${dueOn}前`}${note ? `${note}时` : ""}支付`);
  return `支付方式：${method}。${plan.join("；")}。`;
}

function royaltyText({ royaltyBase, royaltyRateMode }: ContractDraft, { seller, buyer }: ClauseSource["roles"]): string {
  const base = royaltyBase === null ? blank("提成基数") : codeLabel("royalty-bases", royaltyBase).zh;
  const mode = royaltyRateMode === null ? blank("比例方式") : codeLabel("royalty-rate-modes", royaltyRateMode).zh;
  return `提成支付：以${base}为提成基数，按${mode}提成，比例为${blank("比例")}；每年${blank("日期")}前结算上一年度。${seller}有权查阅${buyer}与提成有关的会计账目。`;
}

export function secrecyClause({ draft }: ClauseSource): Clause {
  const grade = draft.secret === "commercial" ? "本合同及其技术内容含商业秘密，知悉人员限于履行本合同所必需的范围。" : "";
  return {
    title: "保密",
    basis: "民法典第八百四十五条、第八百七十一条",
    text: `${grade}双方对履行本合同所知悉的对方技术秘密和未公开的技术、经营信息负有保密义务，保密期限至本合同终止后${blank("年数")}年。`,
  };
}

export const TERMS_CLAUSE: Clause = { title: "名词和术语的解释", basis: "民法典第八百四十五条", text: `本合同及附件中的名词和技术术语，双方共同作如下解释：${blank("需要解释的术语，没有的写“无”")}。` };

export function lastClauses({ draft, roles }: ClauseSource): readonly Clause[] {
  return [
    {
      title: "违约责任",
      basis: "民法典第五百七十七条、第五百八十五条",
      text: `${roles.buyer === roles.seller ? "一方" : roles.buyer}逾期付款的，按逾期金额每日万分之${blank("数")}支付违约金；${roles.buyer === roles.seller ? "另一方" : roles.seller}逾期交付或者交付不符合约定的，按已收金额每日万分之${blank("数")}支付违约金。`,
    },
    { title: "争议解决", basis: "民法典第八百四十五条", text: `因本合同发生的争议，双方协商解决；协商不成的，${blank("提交某仲裁委员会仲裁，或者依法向某人民法院起诉")}。` },
    {
      title: "合同的效力和登记",
      basis: "民法典第四百九十条；技术合同认定登记管理办法",
      text: `本合同自双方签字盖章之日起生效，有效期限自${draft.validFrom ?? blank("起始日")}至${draft.validTo ?? blank("截止日")}。由${roles.seller === roles.buyer ? "乙方" : roles.seller}在合同生效后依法申请技术合同认定登记。本合同的变更应以书面形式作出，并到原登记机构办理变更登记。`,
    },
  ];
}
