import type { DemoContract } from "../content/index.ts";

const yuan = (fen: bigint): string => `${(fen / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",")}.${String(fen % 100n).padStart(2, "0")}`;

/** The text of a demo contract: short, but with the clauses that a registrar looks for. */
export function contractText(contract: DemoContract, seller: string, buyer: string): string {
  const instalments = contract.instalments.map(({ dueOn, amountFen, condition }, i) => `（${i + 1}）${condition}，${dueOn}前支付${yuan(amountFen)}元`).join("；");
  return [
    `项目名称：${contract.projectName}`,
    `委托方（甲方）：${buyer}　受托方（乙方）：${seller}`,
    `第一条　标的与内容：乙方围绕“${contract.projectName}”提供技术成果，形成技术报告、设计文件和试验数据，并协助甲方掌握相关技术。`,
    `第二条　履行期限：自${contract.signedOn}起至${contract.endsOn}止。`,
    `第三条　价款：合同总额${yuan(contract.turnoverFen)}元，其中技术交易额${yuan(contract.technicalAmountFen)}元。支付方式：${instalments || "一次总付"}。`,
    "第四条　成果归属：履行本合同产生的新的技术成果，其专利申请权归双方共有；保密义务自签订之日起五年。",
    "第五条　验收：按双方确认的技术指标，以会议评审方式验收。",
    `签订日期：${contract.signedOn}`,
  ].join("\n");
}
