import { distributeForfeitedDeposit, signDeal } from "@ttx/domain/deal";
import { appealForfeit, decideForfeit, ruleForfeit } from "@ttx/domain/deposit";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { toYuanText } from "@ttx/domain/shared/money";
import type { Scene, SceneResult, Stage } from "../stage.ts";
import { draftDeal } from "./deals.ts";
import { ownResult } from "./own-results.ts";
import { admitBuyer, listOffer, publishedFor, WORKING_DAYS } from "./offering.ts";

const HOUR = 3_600_000;
const VENUE = "venue-zhejiang";

/** The one buyer of a listing lets the deadline for signing pass after the seller has signed: his deposit is locked and he is in default. */
async function defaulted(stage: Stage, result: SceneResult, price: string, buyer: PersonActor, daysOver: number): Promise<{ readonly depositId: string; readonly since: Date }> {
  const days = await publishedFor(stage, WORKING_DAYS.UNIVERSITY, daysOver * 24);
  await stage.daysAgo(days);
  const offered = await listOffer(stage, { result, venue: VENUE, desk: "seller", price, workingDays: WORKING_DAYS.UNIVERSITY });
  await stage.at(new Date(offered.periodEndsAt.getTime() - 24 * HOUR));
  const intentId = await admitBuyer(stage, offered, buyer);
  await stage.at(new Date(offered.periodEndsAt.getTime() + HOUR));
  await stage.settle();
  const deal = await stage.deps.db.deal.findFirstOrThrow({ where: { intentId }, select: { id: true, priceFen: true, signDueAt: true } });
  const made = { dealId: deal.id, seller: offered.seller, buyer, price: toYuanText(deal.priceFen) };
  await stage.act(signDeal, offered.seller, { dealId: deal.id, contractHash: await draftDeal(stage, made) });
  await stage.at(new Date(deal.signDueAt.getTime() + HOUR));
  await stage.settle();
  const { id: depositId } = await stage.deps.db.deposit.findUniqueOrThrow({ where: { intentId }, select: { id: true } });
  return { depositId, since: deal.signDueAt };
}

/** Two buyers in default: one deposit kept and shared out, one decision under appeal. */
export const FORFEIT_SCENE: Scene = {
  name: "forfeits",
  play: async (stage) => {
    const [operator, reviewer, finance] = [stage.who(VENUE, "operator"), stage.who(VENUE, "reviewer"), stage.who(VENUE, "finance")];
    const [two, three] = [stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const [shared, appealed] = [await ownResult(stage, "univ-zhedong-tech", "hot-press"), await ownResult(stage, "univ-zhedong-tech", "pump-noise")];
    const decision = { ground: "REFUSED_TO_SIGN", reason: "受让方在签约期限内无正当理由拒不签约，经两次书面催告未果。" };

    const done = await defaulted(stage, shared, "1250000", two, 60);
    await stage.at(new Date(done.since.getTime() + 34 * HOUR));
    const { appealEndsAt } = await stage.act(decideForfeit, operator, { depositId: done.depositId, ...decision });
    await stage.at(new Date(appealEndsAt.getTime() + 10 * HOUR));
    await stage.settle();
    await stage.act(ruleForfeit, reviewer, { depositId: done.depositId, ruling: "UPHELD", reason: "经复核，决定事实清楚、程序合规，予以维持。" });
    await stage.act(distributeForfeitedDeposit, finance, { depositId: done.depositId, resale: "NONE", reason: "转让方书面说明暂不再次出售。" });

    const open = await defaulted(stage, appealed, "880000", three, 35);
    await stage.daysAgo(2);
    await stage.act(decideForfeit, operator, { depositId: open.depositId, ...decision });
    await stage.daysAgo(1);
    await stage.act(appealForfeit, three, { depositId: open.depositId, appeal: "因上级审批流程延误未能按期签约，已取得批复，请求准予补签或酌情退还。" });
  },
};
