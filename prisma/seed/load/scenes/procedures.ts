import { Readable } from "node:stream";
import { CONTRACT_SHEET, runImports, uploadImport } from "@ttx/domain/contract-import";
import { acceptFile, appealRefusal, claimFile, conveneExperts, decideAppeal, giveOpinion, refuseFile, registerContract, submitContract } from "@ttx/domain/recognition";
import { claimBreach, confirmRoyalty, questionRoyalty, reportRoyalty } from "@ttx/domain/performance";
import { giveNotice, recordConsequence, revoke, stateView } from "@ttx/domain/review";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { editContract } from "@ttx/domain/contract";
import { organisationOf } from "../../content/index.ts";
import { codeOf } from "../organisations.ts";
import type { Scene, Stage } from "../stage.ts";
import { file, fillIn, register } from "./contracts.ts";

const OWN = { seller: "univ-zhedong-tech" };

/** What goes on beside the registrar's own decisions: experts, appeals, a revocation, a confidential contract, a sheet with bad rows. */
export const PROCEDURE_SCENE: Scene = {
  name: "registration-procedures",
  play: async (stage) => {
    const registrar = stage.who("office-330106", "registrar");
    const province = stage.who("gov-33", "administrator");

    await stage.daysAgo(30);
    const twice = await register(stage, { ...OWN, buyer: "firm-lanqi-vision", name: "光学元件缺陷检测算法开发", yuan: 680_000 }, registrar);
    const review = await stage.deps.db.provincialReview.findUniqueOrThrow({ where: { contractId: twice }, select: { id: true } });
    await stage.daysAgo(24);
    await stage.act(giveNotice, province, { reviewId: review.id, ground: "DUPLICATE", facts: "同一合同已由另一登记机构登记，双方、标的、金额与签订日期均相同。" });
    await stage.daysAgo(22);
    await stage.act(stateView, stage.who("univ-zhedong-tech", "seller"), { reviewId: review.id, statement: "经核对，系双方各自申请所致，我方没有异议。" });
    await stage.daysAgo(20);
    await stage.act(revoke, stage.who("gov-33", "director"), { reviewId: review.id, documentNo: "浙科撤〔2026〕11号", reasons: "事实清楚，当事人无异议，依法撤销。" });
    await stage.daysAgo(15);
    await stage.act(recordConsequence, province, { contractId: twice, kind: "BODIES_TOLD", documentNo: "浙科函〔2026〕38号", on: await stage.day(0), words: "抄送省税务局、省财政厅。" });

    await stage.daysAgo(19);
    await royalties(stage, registrar);
    await stage.daysAgo(18);
    const upheld = await refused(stage, registrar, "车间除尘系统采购与安装", "合同标的为设备采购与安装，不含技术开发内容。");
    await stage.daysAgo(10);
    await stage.act(decideAppeal, province, { appealId: await appeal(stage, upheld, "设备系为研制所需，请重新认定。"), decision: "uphold", reasons: "合同约定的主要义务为设备供货与安装，没有研究开发内容，不予登记的理由成立。" });
    await stage.daysAgo(6);
    const open = await refused(stage, registrar, "高速电机转子动平衡方法研究", "合同未写明研究开发目标，属于一般性检测服务。");
    await stage.daysAgo(3);
    await appeal(stage, open, "合同附件一写明了动平衡残余量指标和算法研制任务，属于技术开发，请责令重新认定。");

    await stage.daysAgo(5);
    await experts(stage, registrar);
    await stage.daysAgo(2);
    await secret(stage, registrar);
    await sheet(stage);
  },
};

async function refused(stage: Stage, registrar: PersonActor, name: string, fact: string): Promise<string> {
  const contractId = await file(stage, { ...OWN, buyer: "firm-zhejin-pump", name, yuan: 420_000 });
  await stage.act(acceptFile, registrar, { contractId });
  await stage.act(refuseFile, registrar, { contractId, reasons: [{ code: "RF08", fact }] });
  return contractId;
}

async function appeal(stage: Stage, contractId: string, grounds: string): Promise<string> {
  return (await stage.act(appealRefusal, stage.who("univ-zhedong-tech", "seller"), { contractId, grounds })).appealId;
}

/** A contract in performance: one royalty is agreed, the next one questioned, and the buyer says that delivery is late. */
async function royalties(stage: Stage, registrar: PersonActor): Promise<void> {
  const seller = stage.who("univ-zhedong-tech", "seller");
  const buyer = stage.who("firm-lanqi-vision", "buyer");
  const { contractId } = await fillIn(stage, { ...OWN, buyer: "firm-lanqi-vision", name: "线扫相机在线检测软件开发", yuan: 900_000 });
  await stage.act(editContract, seller, { contractId, version: 0, payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed" });
  await stage.act(submitContract, seller, { contractId, truthDeclared: true });
  await stage.act(acceptFile, registrar, { contractId });
  await stage.act(registerContract, registrar, { contractId, answers: { isTechnologyContract: true, contractType: "11", technicalAmount: "900000" } });
  await stage.settle();
  const [first, second] = [await stage.day(-5), await stage.day(-2)];
  await stage.act(reportRoyalty, buyer, { contractId, periodFrom: await stage.day(-6), periodTo: first, base: "3200000", rateBp: 300, note: "首批设备销售额" });
  await stage.act(confirmRoyalty, seller, { contractId, no: 1 });
  await stage.act(reportRoyalty, buyer, { contractId, periodFrom: await stage.day(-4), periodTo: second, base: "800000", rateBp: 300 });
  await stage.act(questionRoyalty, seller, { contractId, no: 2, question: "发票清单显示销售额不止八十万元，请提供账簿核对。" });
  await stage.act(claimBreach, buyer, { contractId, kind: "LATE_DELIVERY", facts: "约定的检测软件第二版未按期交付。" });
}

/** A large contract before the second reviewer, who has asked two experts: one has answered. */
async function experts(stage: Stage, registrar: PersonActor): Promise<void> {
  const contractId = await file(stage, { seller: "firm-yuyue-env", desk: "buyer", buyer: "state-zhe-energy", name: "燃煤电厂烟气多污染物协同脱除工艺开发", yuan: 8_600_000 });
  await stage.act(acceptFile, registrar, { contractId });
  await stage.act(registerContract, registrar, { contractId, answers: { isTechnologyContract: true, contractType: "11", technicalAmount: "8600000" } });
  const asked = [stage.who("univ-zhedong-tech", "seller"), stage.who("agency-zhe-transfer", "manager")];
  const people = await stage.deps.db.person.findMany({ where: { id: { in: asked.map(({ personId }) => personId) } }, select: { email: true } });
  const { reviewId } = await stage.act(conveneExperts, stage.who("office-330106", "reviewer"), {
    contractId, question: "本项目是否属于技术开发？合同总价中的技术交易额是否合理？", emails: people.flatMap(({ email }) => (email === null ? [] : [email])),
  });
  await stage.act(giveOpinion, asked[1]!, { reviewId, isTechnology: true, technicalAmount: "8100000", words: "工艺路线有创新，属于委托开发；建议核减外购仪表费用五十万元。" });
}

/** A contract with commercial secrets, in the registrar's hands. */
async function secret(stage: Stage, registrar: PersonActor): Promise<void> {
  const { contractId, applicant } = await fillIn(stage, { ...OWN, buyer: "firm-jiahe-battery", name: "固态电解质界面改性技术委托开发", yuan: 1_500_000 });
  await stage.act(editContract, applicant, { contractId, version: 0, secret: "commercial" });
  await stage.act(submitContract, applicant, { contractId, truthDeclared: true });
  await stage.act(claimFile, registrar, { contractId });
}

/** A sheet of the university's: two rows are good, two are not, and the report says why. */
async function sheet(stage: Stage): Promise<void> {
  const seller = stage.who("univ-zhedong-tech", "seller");
  const { name, creditCode, divisionCode, partyType } = organisationOf("univ-zhedong-tech");
  const buyer = organisationOf("firm-zhejin-pump");
  const [from, to] = [await stage.day(-6), await stage.day(600)];
  const row = (no: number, change: Readonly<Record<string, string>> = {}): string => {
    const cells: Readonly<Record<string, string>> = {
      externalNo: `ZD-2026-${String(no).padStart(3, "0")}`, projectName: `横向课题技术开发第${no}号`, contractType: "11", signedOn: from, validFrom: from, validTo: to,
      sellerName: name, sellerCreditCode: codeOf("univ-zhedong-tech", creditCode), sellerNature: partyType, sellerDivision: divisionCode,
      buyerName: buyer.name, buyerCreditCode: codeOf("firm-zhejin-pump", buyer.creditCode), buyerNature: buyer.partyType, buyerDivision: buyer.divisionCode,
      turnover: String(180_000 + no * 10_000), payment: "1", techField: "05", ipKinds: "0", programme: "0", objective: "10", industry: "34", responsible: seller.name, ...change,
    };
    return CONTRACT_SHEET.columns.map(({ key }) => cells[key] ?? "").join(",");
  };
  const head = CONTRACT_SHEET.columns.map(({ heading }) => heading.zh).join(",");
  const rows = [row(1), row(2, { contractType: "99" }), row(3), row(4, { turnover: "二十万", buyerCreditCode: "91330106000000000X" })];
  const body = Readable.from([Buffer.from(`\uFEFF${[head, ...rows].join("\r\n")}\r\n`)]);
  await uploadImport(stage.deps, seller, { name: "横向课题合同2026年11月.csv", choice: "GOOD" }, { body }, stage.origin());
  while ((await runImports(stage.deps, () => false)) === "ended") continue;
}
