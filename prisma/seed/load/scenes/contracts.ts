import { draftContract } from "@ttx/domain/contract";
import { acceptFile, askCorrection, claimFile, registerContract, sendToSecondReview, submitContract } from "@ttx/domain/recognition";
import { returnReview } from "@ttx/domain/review";
import { askExplanation } from "@ttx/domain/risk";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { organisationOf } from "../../content/index.ts";
import { demoPdf } from "../demo-files.ts";
import { codeOf } from "../organisations.ts";
import type { Scene, Stage } from "../stage.ts";

type File = { readonly seller: string; readonly desk?: string; readonly buyer: string; readonly name: string; readonly yuan: number; readonly contractType?: string };

function party(key: string) {
  const { name, divisionCode, partyType, creditCode } = organisationOf(key);
  return { name, division: divisionCode, nature: partyType, creditCode: codeOf(key, creditCode) };
}

/** A complete application by the seller, as filled in at its desk. */
export async function fillIn(stage: Stage, { seller, desk = "seller", buyer, name, yuan, contractType = "11" }: File): Promise<{ readonly contractId: string; readonly applicant: PersonActor }> {
  const applicant = stage.who(seller, desk);
  const signedOn = await stage.day(-6);
  const text = `技术开发（委托）合同。项目名称：${name}。甲方${organisationOf(buyer).name}委托乙方${organisationOf(seller).name}研究开发${name}的关键技术，乙方应完成样机研制与试验，提交技术报告、图纸和试验数据。研究开发经费和报酬总额为人民币${yuan / 10_000}万元，由甲方在合同生效后三十日内一次付清。验收以双方确认的技术指标为准，以会议评审方式进行。履行本合同产生的专利申请权归乙方，甲方可以免费实施。风险责任依照民法典执行。双方对在履行中知悉的技术秘密承担保密义务，期限五年。`;
  const attachments = [];
  for (const [code, title] of [["A01", "合同文本"], ["A02", "技术方案"], ["A03", "报价明细"]] as const) {
    attachments.push({ code, documentId: await stage.upload(applicant, `${title}-${name}.pdf`, demoPdf(title, [name, text]), "PARTIES") });
  }
  const { contractId } = await stage.act(draftContract, applicant, {
    projectName: name, contractType, signedOn, validFrom: signedOn, validTo: await stage.day(700), sellers: [party(seller)], buyers: [party(buyer)],
    turnover: String(yuan), instalments: [{ amount: String(yuan) }], techField: "05", ipKinds: ["0"], programme: "0", objective: "10", industry: "34", payment: "1",
    responsible: applicant.name, text, attachments,
  });
  return { contractId, applicant };
}

export async function file(stage: Stage, contract: File): Promise<string> {
  const { contractId, applicant } = await fillIn(stage, contract);
  await stage.act(submitContract, applicant, { contractId, truthDeclared: true });
  return contractId;
}

/** Accepted and registered as filed; the province's review opens by itself. */
export async function register(stage: Stage, contract: File, registrar: PersonActor): Promise<string> {
  const contractId = await file(stage, contract);
  await stage.act(acceptFile, registrar, { contractId });
  await stage.act(registerContract, registrar, { contractId, answers: { isTechnologyContract: true, contractType: contract.contractType ?? "11", technicalAmount: String(contract.yuan) } });
  await stage.settle();
  return contractId;
}

/** Contract files on the desks of applicant, registrar, second reviewer and province; two of them look like one in two parts. */
export const CONTRACT_SCENE: Scene = {
  name: "contracts",
  play: async (stage) => {
    const registrar = stage.who("office-330106", "registrar");
    const province = stage.who("gov-33", "administrator");
    const own = { seller: "univ-zhedong-tech" };

    await stage.daysAgo(12);
    const returned = await register(stage, { ...own, buyer: "firm-yuyue-env", name: "印染园区废水近零排放工艺研究", yuan: 1_860_000 }, registrar);
    await stage.daysAgo(8);
    const review = await stage.deps.db.provincialReview.findUniqueOrThrow({ where: { contractId: returned }, select: { id: true, version: true } });
    await stage.act(returnReview, province, { reviewId: review.id, version: review.version, reasons: "合同含中试设备购置，请说明技术交易额中是否已扣除设备费。" });
    await stage.daysAgo(5);
    await register(stage, { ...own, buyer: "firm-jiahe-battery", name: "动力电池包热扩散抑制结构设计", yuan: 2_400_000 }, registrar);

    await stage.daysAgo(4);
    const disputed = await file(stage, { ...own, buyer: "firm-sz-storage", name: "储能电站运行数据分析与优化服务", yuan: 960_000 });
    await stage.act(acceptFile, registrar, { contractId: disputed });
    await stage.act(sendToSecondReview, registrar, { contractId: disputed, reason: "内容以数据服务为主，是否属于技术开发存疑，提请复核。" });
    const incomplete = await file(stage, { ...own, buyer: "firm-lanqi-vision", name: "工业相机标定算法委托开发", yuan: 320_000 });
    await stage.act(acceptFile, registrar, { contractId: incomplete });
    await stage.act(askCorrection, registrar, { contractId: incomplete, points: [{ path: "text", wanted: "合同文本缺少验收标准附件，请补充技术指标表。" }], workingDays: 15 });

    await stage.daysAgo(2);
    const accepted = await file(stage, { ...own, buyer: "firm-zhejin-pump", name: "深井潜水泵水力模型优化", yuan: 540_000 });
    await stage.act(claimFile, registrar, { contractId: accepted });
    await stage.act(acceptFile, registrar, { contractId: accepted });
    await stage.daysAgo(1);
    await file(stage, { ...own, buyer: "state-hz-transit", name: "地铁隧道结构健康监测方法研究", yuan: 1_250_000 });
    await file(stage, { seller: "firm-yuyue-env", desk: "buyer", buyer: "state-zhe-energy", name: "电厂脱硫废水烟道蒸发工艺开发", yuan: 780_000 });
    await fillIn(stage, { ...own, buyer: "firm-yunshu-data", name: "政务数据脱敏算法委托开发", yuan: 450_000 });

    await stage.daysAgo(9);
    for (const name of ["河道底泥重金属稳定化药剂研究", "河道底泥原位覆盖材料研究"]) await register(stage, { seller: "firm-yuyue-env", desk: "buyer", buyer: "state-hz-transit", name, yuan: 4_800_000 }, registrar);
    for (const name of ["近海养殖水质预报模型研究", "近海养殖病害识别方法研究"]) await register(stage, { seller: "univ-qiantang-st", buyer: "firm-zhoushan-fish", name, yuan: 4_900_000 }, stage.who("office-330110", "registrar"));
    await stage.daysAgo(7);
    const alert = await stage.deps.db.riskAlert.findFirstOrThrow({ where: { rule: "R02", partyId: stage.organisationId("firm-yuyue-env"), state: "OPEN" }, orderBy: { openedAt: "desc" } });
    await stage.act(askExplanation, province, { alertId: alert.id, version: alert.version });
  },
};
