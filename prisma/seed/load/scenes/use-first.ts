import { answerReport, reportUse } from "@ttx/domain/use-first";
import type { PersonActor } from "@ttx/domain/shared/actor";
import type { Scene, SceneResult, Stage } from "../stage.ts";
import { draftDeal, openAgreedDeal, signByBoth } from "./deals.ts";
import { ownResult } from "./own-results.ts";

const UNIVERSITY = "univ-zhedong-tech";

/** A licence that is used first and paid later, from the notice to both signatures. */
async function trial(stage: Stage, daysAgo: number, result: SceneResult, buyer: PersonActor): Promise<string> {
  await stage.daysAgo(daysAgo);
  const outerOn = await stage.day(540);
  const payment = {
    form: "USE_FIRST", expected: "500000", royaltyBp: 400, royaltyBase: "NET_SALES", cap: "600000", trigger: "REVENUE_LEVEL", triggerText: "含本技术的产品累计销售额达到一百万元", outerOn, auditRight: true,
    exitTerms: "触发付费前可书面退出，返还全部资料，保密义务继续有效。", breachTerms: "逾期未付的中止许可。", lateBpPerYear: 1_095,
  };
  const deal = await openAgreedDeal(stage, daysAgo, { result, buyer, price: "500000", venue: null, tradeMode: "LICENCE", payment });
  await signByBoth(stage, deal, await draftDeal(stage, deal, outerOn));
  const { id } = await stage.deps.db.useFirst.findUniqueOrThrow({ where: { dealId: deal.dealId }, select: { id: true } });
  return id;
}

/** Used first, paid later: one with its fee due, one whose report waits for the licensor. */
export const USE_FIRST_SCENE: Scene = {
  name: "use first",
  play: async (stage) => {
    const [seller, one, two] = [stage.who(UNIVERSITY, "seller"), stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer")];
    const due = await trial(stage, 70, await ownResult(stage, UNIVERSITY, "steam-trap"), one);
    await stage.daysAgo(9);
    const { no } = await stage.act(reportUse, one, { useFirstId: due, sales: "4200000", triggerMet: true, evidence: "1—10 月销售台账合计 420 万元，随附第三方审计确认函编号 ZS-2026-118。" });
    await stage.daysAgo(6);
    await stage.act(answerReport, seller, { useFirstId: due, no, answer: "ACCEPTED", reason: "" });
    const reported = await trial(stage, 50, await ownResult(stage, UNIVERSITY, "seal-test"), two);
    await stage.daysAgo(3);
    await stage.act(reportUse, two, { useFirstId: reported, sales: "360000", triggerMet: false, evidence: "试用产线两个月，累计销售额三十六万元，台账已上传双方共享目录。" });
  },
};

/** Another of the same kind whose fee did not come in its days of grace: the licence is suspended, and the firm has its entry. */
export const USE_FIRST_UNPAID_SCENE: Scene = {
  name: "use first, unpaid",
  play: async (stage) => {
    const [seller, firm] = [stage.who(UNIVERSITY, "seller"), stage.who("firm-sz-storage", "buyer")];
    const unpaid = await trial(stage, 110, await ownResult(stage, UNIVERSITY, "heat-pump"), firm);
    await stage.daysAgo(72);
    const { no } = await stage.act(reportUse, firm, { useFirstId: unpaid, sales: "1500000", triggerMet: true, evidence: "试点机组销售台账合计 150 万元，随附验收单 YS-2026-041。" });
    await stage.daysAgo(69);
    await stage.act(answerReport, seller, { useFirstId: unpaid, no, answer: "ACCEPTED", reason: "" });
    await stage.daysAgo(20);
    await stage.settle();
  },
};
