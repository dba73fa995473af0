import { issueCertificate } from "@ttx/domain/certificate";
import { closeDeal, confirmHandover, payDeal } from "@ttx/domain/deal";
import { adoptPlan, objectToPlan, payShare, readIncomeShare } from "@ttx/domain/income-share";
import { read } from "@ttx/domain/shared/execute";
import { splitFen, toYuanText } from "@ttx/domain/shared/money";
import { answerMandate, requestMandate } from "@ttx/domain/technology-manager";
import type { Scene, Stage } from "../stage.ts";
import { draftDeal, openAgreedDeal, signByBoth, type DealMade } from "./deals.ts";
import { ownResult } from "./own-results.ts";

const UNIVERSITY = "univ-zhedong-tech";
const VENUE = "venue-zhejiang";

/** Signed, paid, certified, handed over, the price released to the seller: what its income is shared out from. */
async function release(stage: Stage, deal: DealMade): Promise<string> {
  const { dealId, buyer } = deal;
  await signByBoth(stage, deal, await draftDeal(stage, deal));
  await stage.act(payDeal, buyer, { dealId, no: 1 });
  await stage.settle();
  await stage.act(issueCertificate, stage.who(VENUE, "operator"), { dealId });
  await stage.act(confirmHandover, buyer, { dealId });
  await stage.act(closeDeal, stage.who(VENUE, "finance"), { dealId });
  await stage.settle();
  const { id } = await stage.deps.db.incomeShare.findFirstOrThrow({ where: { dealId } });
  return id;
}

/** The plan that gives the transfer office what the law wants at least and all completers the rest by their shares. */
async function adopt(stage: Stage, incomeShareId: string): Promise<Date> {
  const seller = stage.who(UNIVERSITY, "seller");
  const { version, pool, transferStaffMin, completers, knownCosts, standardBp } = await read(stage.deps, readIncomeShare, seller, { incomeShareId });
  const parts = splitFen(pool - transferStaffMin, completers.map(({ shareBp }) => BigInt(shareBp)));
  const lines = [
    ...completers.map(({ position, name }, i) => ({ name, role: "MAIN_CONTRIBUTOR", amount: toYuanText(parts[i]!), completerPosition: position })),
    ...(transferStaffMin > 0n ? [{ name: "技术转移中心", role: "TRANSFER_STAFF", amount: toYuanText(transferStaffMin) }] : []),
  ];
  const { noticeEndsAt } = await stage.act(adoptPlan, seller, {
    incomeShareId, version, lines,
    costs: toYuanText(knownCosts), taxes: "0", rateBp: standardBp,
    decisionBody: "校长办公会", decisionOn: await stage.day(), decidedBy: ["分管科研副校长", "科研院院长", "计划财务处处长"], noticePlace: "校内信息公开栏、科研院网站",
  });
  return noticeEndsAt;
}

/** Money that reached the university: one distribution paid, one on notice with an objection to rule on, one to be planned; a manager earned a commission. */
export const INCOME_SCENE: Scene = {
  name: "income",
  play: async (stage) => {
    const [seller, manager] = [stage.who(UNIVERSITY, "seller"), stage.who("agency-zhe-transfer", "manager")];
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const [paid, noticed, computed] = [await ownResult(stage, UNIVERSITY, "copper-slag"), await ownResult(stage, UNIVERSITY, "lidar-fog"), await ownResult(stage, UNIVERSITY, "bamboo-fibre")];

    await stage.daysAgo(80);
    const { mandateId } = await stage.act(requestMandate, seller, {
      as: "CLIENT", otherId: manager.organisation!.id, side: "SELLER", resultId: paid.id, services: ["FIND", "INTRODUCE", "NEGOTIATE"], exclusive: true,
      rateBp: 300, validFrom: await stage.day(), validTo: await stage.day(365),
    });
    await stage.act(answerMandate, manager, { mandateId, accept: true });
    const first = await release(stage, await openAgreedDeal(stage, 75, { result: paid, buyer: one, price: "3000000" }));
    const noticeEndsAt = await adopt(stage, first);
    await stage.at(new Date(noticeEndsAt.getTime() + 10 * 3_600_000));
    await stage.settle();
    await stage.act(payShare, seller, { incomeShareId: first, paidOn: await stage.day() });

    const second = await release(stage, await openAgreedDeal(stage, 45, { result: noticed, buyer: two, price: "1600000" }));
    await stage.daysAgo(6);
    await adopt(stage, second);
    await stage.daysAgo(2);
    await stage.act(objectToPlan, stage.who(UNIVERSITY, "reviewer"), { incomeShareId: second, facts: "方案未列入参与中试调试的两名实验技术人员，请课题组核实其实际贡献。" });

    await release(stage, await openAgreedDeal(stage, 43, { result: computed, buyer: three, price: "960000" }));
  },
};
