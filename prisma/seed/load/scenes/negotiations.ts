import { acceptOffer, bringManager, closeRoom, makeOffer, openRoom, readRoom, refuseOffer, say, showDocument, signAgreement, viewRoomDocument } from "@ttx/domain/negotiation";
import { recordValuation } from "@ttx/domain/valuation";
import { addManagerTask, answerMandate, requestMandate } from "@ttx/domain/technology-manager";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import type { Scene, Stage } from "../stage.ts";
import { ownResult } from "./own-results.ts";

const UNIVERSITY = "univ-zhedong-tech";

/** Talks, offers and mandates as they stand in a running market: counter-offers, a document that was seen, terms agreed, and why buyers said no. */
export const NEGOTIATION_SCENE: Scene = {
  name: "negotiations",
  play: async (stage) => {
    const [seller, manager] = [stage.who(UNIVERSITY, "seller"), stage.who("agency-zhe-transfer", "manager")];
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const first = (await ownResult(stage, UNIVERSITY, "membrane")).id;
    const second = (await ownResult(stage, UNIVERSITY, "binder")).id;
    const third = (await ownResult(stage, UNIVERSITY, "dust-hood")).id;
    const fourth = (await ownResult(stage, UNIVERSITY, "gear-drive")).id;
    const fifth = (await ownResult(stage, UNIVERSITY, "odour")).id;

    await stage.daysAgo(14);
    const reportId = await stage.upload(seller, "资产评估报告.pdf", parameterSheet("Valuation report (demonstration)"));
    await stage.act(recordValuation, seller, { resultId: first, reportNo: "浙中评报字（2026）第 0186 号", appraiser: "浙江中衡资产评估有限公司（演示）", method: "INCOME", purpose: "技术许可定价参考", valuedOn: await stage.day(-45), value: "2600000", low: "2200000", high: "3000000", documentId: reportId });
    const mandate = { side: "SELLER", services: ["FIND", "INTRODUCE", "NEGOTIATE", "DRAFT"], rateBp: 300, validFrom: await stage.day(), validTo: await stage.day(365), conflicts: "与双方均无投资、任职或亲属关系。" };
    const { mandateId } = await stage.act(requestMandate, seller, { as: "CLIENT", otherId: manager.organisation!.id, resultId: first, cap: "300000", ...mandate });
    await stage.act(answerMandate, manager, { mandateId, accept: true });
    await stage.act(requestMandate, one, { as: "CLIENT", otherId: manager.organisation!.id, ...mandate, side: "BUYER", services: ["FIND", "TRANSLATE", "INTRODUCE"], rateBp: 200, remark: "寻找膜法水处理与污泥减量技术。" });
    await stage.daysAgo(8);
    await talksWithOffers(stage, { seller, buyer: one, manager, mandateId, resultId: first });
    await stage.daysAgo(4);
    await stage.act(addManagerTask, manager, { mandateId, title: "约双方到中试现场参观", dueOn: await stage.day(11) });
    await stage.act(addManagerTask, manager, { mandateId, title: "核对专利年费缴纳情况", dueOn: await stage.day(7) });
    await agreedTalks(stage, { seller, buyer: two, resultId: second });
    await stage.act(openRoom, three, { resultId: third });
    await stage.daysAgo(11);
    const refused = [[fourth, two, "TOO_EARLY", "尚无万吨级装置的连续运行数据。"], [fourth, three, "PRICE", "希望参照同类许可价格。"], [fifth, three, "TOO_EARLY", "等待第三方检测报告。"], [fifth, one, "ADVANTAGE_UNCLEAR", "与现用工艺的单位成本对比不清楚。"]] as const;
    for (const [resultId, buyer, reason, note] of refused) {
      const { roomId } = await stage.act(openRoom, buyer, { resultId });
      for (const who of [buyer, seller]) await signAs(stage, roomId, who);
      const { offerNo } = await stage.act(makeOffer, seller, { roomId, terms: { tradeMode: "LICENCE", licence: { kind: "ordinary", territory: "中华人民共和国境内", years: 5 }, payment: { form: "LUMP_SUM", price: "600000", withinDays: 30 } } });
      await stage.act(refuseOffer, buyer, { roomId, offerNo, reason, note });
      await stage.act(closeRoom, buyer, { roomId, reason, note });
    }
  },
};

type Talks = { readonly seller: PersonActor; readonly buyer: PersonActor; readonly resultId: string };

async function signAs({ deps, act }: Stage, roomId: string, who: PersonActor): Promise<void> {
  const { agreement } = await read(deps, readRoom, who, { roomId });
  await act(signAgreement, who, { roomId, agreementNo: agreement.no, hash: agreement.hash });
}

/** Both sides and the seller's manager at work: two offers, messages, a document that the buyer has seen. */
async function talksWithOffers(stage: Stage, { seller, buyer, manager, mandateId, resultId }: Talks & { readonly manager: PersonActor; readonly mandateId: string }): Promise<void> {
  const { act, deps } = stage;
  const [from, then] = [await stage.day(60), await stage.day(240)];
  const { roomId } = await act(openRoom, buyer, { resultId });
  await act(bringManager, seller, { roomId, mandateId });
  for (const who of [buyer, seller, manager]) await signAs(stage, roomId, who);
  await act(say, buyer, { roomId, text: "我们在两座污水厂有改造计划，想先了解中试规模、能耗和膜更换周期。" });
  await act(say, seller, { roomId, text: "中试线已连续运行十四个月，能耗和通量数据见工艺参数表，稍后出示。" });
  const documentId = await stage.upload(seller, "工艺参数表.pdf", parameterSheet("Process data sheet (demonstration)"));
  const { documentNo } = await showDocument(deps, seller, { roomId, documentId, viewers: [buyer.organisation!.id, manager.organisation!.id] }, stage.origin());
  await viewRoomDocument(deps, buyer, { roomId, documentNo }, stage.origin());
  const licence = { kind: "sole", territory: "浙江省、江苏省", years: 8 } as const;
  await act(makeOffer, seller, { roomId, terms: { tradeMode: "LICENCE", licence, payment: { form: "ENTRY_AND_ROYALTY", entry: "800000", royaltyBp: 300, royaltyBase: "NET_SALES", cap: "5000000" }, delivery: "交付工艺包和控制软件，派两名工程师驻场三个月。" }, note: "含首年技术服务。" });
  await act(makeOffer, buyer, { roomId, terms: { tradeMode: "LICENCE", licence: { ...licence, territory: "浙江省" }, payment: { form: "INSTALMENTS", price: "1200000", parts: [{ dueOn: from, amount: "600000" }, { dueOn: then, amount: "600000" }] }, delivery: "交付工艺包和控制软件，派两名工程师驻场六个月。" }, note: "希望改为分期，首期在示范工程验收后支付。" });
  await act(say, manager, { roomId, text: "建议地域先限浙江省，驻场时间折中为四个月，请双方考虑。" });
}

/** Talks that both have agreed on, used first and paid later; the seller has to carry them on. */
async function agreedTalks(stage: Stage, { seller, buyer, resultId }: Talks): Promise<void> {
  const { act } = stage;
  const outerOn = await stage.day(900);
  const { roomId } = await act(openRoom, seller, { resultId, buyerId: buyer.organisation!.id });
  for (const who of [seller, buyer]) await signAs(stage, roomId, who);
  const terms = {
    tradeMode: "LICENCE", licence: { kind: "ordinary", territory: "中华人民共和国境内", years: 5 },
    payment: {
      form: "USE_FIRST", expected: "500000", royaltyBp: 400, royaltyBase: "NET_SALES", cap: "600000", trigger: "REVENUE_LEVEL", triggerText: "含本技术的产品累计销售额达到 100 万元", outerOn, auditRight: true,
      exitTerms: "触发付费前可书面退出，返还全部资料，保密义务继续有效。", breachTerms: "逾期三十日未付的中止许可。", lateBpPerYear: 1_095,
    },
  };
  const { offerNo, hash } = await act(makeOffer, seller, { roomId, terms });
  await act(acceptOffer, buyer, { roomId, offerNo, hash });
}

/** One page of made-up figures. */
function parameterSheet(title: string): Buffer {
  const lines = [title, "Flux 22 LMH   Energy 0.28 kWh/m3", "Membrane life 6.5 years   Sludge -38 %"];
  const text = `BT /F1 16 Tf 60 760 Td 26 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", `<</Length ${text.length}>>stream\n${text}\nendstream`, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  return Buffer.from(`%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj${object}endobj\n`).join("")}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`, "latin1");
}
