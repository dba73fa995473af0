import { confirmAuction, makeSession, proposeAnnulment, raiseBest, signConfirmation, signRecord, takePrice } from "@ttx/domain/auction";
import { setReserve, type BiddingPlanInput } from "@ttx/domain/listing";
import type { Scene } from "../stage.ts";
import { bringAllToBidding, buyersOf, DAY, HOUR, LADDER, minutesIn } from "./bidding.ts";
import { WORKING_DAYS, type Offer } from "./offering.ts";
import { auctioneerOf, commitAll, endOfStage, openByKeys, registerOpeningKeys, revealAll, scoreOne } from "./sealing.ts";

const PLAN = "以现有中试线为基础，九个月内完成放大试验，十八个月内建成年产两千吨的示范线；所需资金由自有资金与专项贷款解决，并承诺在成果所在地设立联合研发中心，三年内每年投入研发经费不低于二百万元。";
const WEIGHTS = { priceWeightBp: 6_000, items: [{ name: "产业化方案", weightBp: 2_500 }, { name: "研发投入承诺", weightBp: 1_500 }], scorers: 1 };

function lotOf(result: string, price: string, bidding: BiddingPlanInput): Offer {
  return { result, venue: "venue-zhejiang", desk: "seller", price, workingDays: WORKING_DAYS.UNIVERSITY, bidding: { startDelaySeconds: HOUR, freeDurationSeconds: HOUR, incrementTable: LADDER, ...bidding } };
}

/** A morning of the last week with three lots in a row, sealed, in rounds and weighted: all are over, one is awarded. */
const FINISHED: Scene = {
  name: "finished staged lots",
  play: async (stage) => {
    await stage.daysAgo(60);
    await registerOpeningKeys(stage);
    const [one, two, three] = buyersOf(stage);
    const offers = [
      lotOf("result-02-12", "3600000", { format: "F3", hasReserve: true }),
      lotOf("result-02-18", "3900000", { format: "F4", rounds: 2, roundSeconds: HOUR, revealSeconds: HOUR }),
      lotOf("result-11-04", "5400000", { format: "F5", weights: WEIGHTS }),
    ];
    const lots = await bringAllToBidding(stage, offers, 72, [one, two, three], async ({ listingId, seller, title }) => {
      if (title.includes("液氧甲烷")) await stage.act(setReserve, seller, { listingId, reserve: "3800000" });
    });
    const [sealed, rounds, weighted] = lots as [(typeof lots)[number], (typeof lots)[number], (typeof lots)[number]];
    await stage.act(makeSession, auctioneerOf(stage), { title: "密封报价专场", titleEn: "Sealed bids", auctionIds: lots.map(({ auctionId }) => auctionId) });
    await minutesIn(stage, sealed, 10);
    await commitAll(stage, sealed, [[one, "3850000"], [two, "4060000"], [three, "3700000"]]);
    const firstRound = await commitAll(stage, rounds, [[one, "4000000"], [three, "4150000"]]);
    await commitAll(stage, weighted, [[two, "6000000", `${PLAN}核心设备已完成选型。`], [three, "5600000", `${PLAN}已与两家下游用户签订试用协议。`]]);
    await endOfStage(stage, sealed);
    await openByKeys(stage, sealed);
    await revealAll(stage, rounds, firstRound);
    await scoreOne(stage, weighted, two, [78, 85]);
    await scoreOne(stage, weighted, three, [96, 90]);
    await openByKeys(stage, weighted);
    await endOfStage(stage, sealed);
    const secondRound = await commitAll(stage, rounds, [[one, "4300000"], [three, "4280000"]]);
    await endOfStage(stage, rounds);
    await revealAll(stage, rounds, secondRound);
    await endOfStage(stage, rounds);
    await stage.act(confirmAuction, auctioneerOf(stage), { auctionId: sealed.auctionId, price: "4060000" });
    await stage.act(signRecord, stage.who("venue-zhejiang", "operator"), { auctionId: sealed.auctionId, price: "4060000" });
    await stage.act(signConfirmation, two, { auctionId: sealed.auctionId, price: "4060000" });
  },
};

/** The falling price: accepted and bid over, waiting for a decision on its annulment; and accepted by nobody. */
const FALLEN: Scene = {
  name: "finished falling prices",
  play: async (stage) => {
    const [one, two, three] = buyersOf(stage);
    const fall = { format: "F6", fallStepSeconds: 600, fallStepBp: 100, fallFloorBp: 9_500 } as const;
    const [taken, left] = await bringAllToBidding(
      stage,
      [lotOf("result-05-04", "3100000", { ...fall, fallFollowUp: "SEALED_AND_BEST", roundSeconds: HOUR, revealSeconds: HOUR, bestSeconds: 600 }), lotOf("result-11-21", "3600000", fall)],
      50,
      [one, two, three],
    );
    await minutesIn(stage, taken!, 25);
    await stage.act(takePrice, one, { auctionId: taken!.auctionId, price: "3038000" });
    await minutesIn(stage, taken!, 40);
    const above = await commitAll(stage, taken!, [[two, "3100000"], [three, "3160000"]]);
    await endOfStage(stage, taken!);
    await revealAll(stage, taken!, above);
    await endOfStage(stage, taken!);
    await stage.act(raiseBest, one, { auctionId: taken!.auctionId, price: "3200000" });
    await stage.settle();
    await stage.act(proposeAnnulment, stage.who("venue-zhejiang", "operator"), { auctionId: taken!.auctionId, ground: "DESCRIPTION_UNTRUE", reason: "竞买人来函称公告所附检测报告的样品批次与转让标的不一致，提请复核。" });
    await minutesIn(stage, left!, 120);
  },
};

/** One lot of each form that runs now, each in another stage; every demo buyer, the reviewer, the auctioneer and the notary have something to do. */
const RUNNING: Scene = {
  name: "running staged lots",
  play: async (stage) => {
    const [one, two, three] = buyersOf(stage);
    const offers = [
      lotOf("result-01-05", "3100000", { format: "F3", freeDurationSeconds: 12 * DAY, revealSeconds: DAY }),
      lotOf("result-05-13", "4500000", { format: "F3", revealSeconds: 6 * DAY }),
      lotOf("result-02-17", "1500000", { format: "F4", rounds: 3, roundSeconds: 6 * DAY, revealSeconds: HOUR }),
      lotOf("result-03-20", "600000", { format: "F5", weights: WEIGHTS, revealSeconds: DAY }),
      lotOf("result-11-29", "1200000", { format: "F6", fallStepSeconds: DAY, fallStepBp: 100, fallFollowUp: "SEALED_AND_BEST", roundSeconds: DAY, revealSeconds: DAY }),
    ];
    const lots = await bringAllToBidding(stage, offers, 28, [one, two, three]);
    const [open, opening, rounds, weighted] = lots as [(typeof lots)[number], (typeof lots)[number], (typeof lots)[number], (typeof lots)[number]];
    await minutesIn(stage, open, 10);
    await commitAll(stage, open, [[one, "3180000"], [two, "3260000"]]);
    const toOpen = await commitAll(stage, opening, [[one, "4580000"], [two, "4650000"], [three, "4610000"]]);
    const firstRound = await commitAll(stage, rounds, [[one, "1560000"], [two, "1620000"]]);
    await commitAll(stage, weighted, [[one, "640000", `${PLAN}拟引入产业基金。`], [three, "690000", `${PLAN}团队成员均有同类产线建设经验。`]]);
    await endOfStage(stage, opening);
    await revealAll(stage, opening, toOpen.slice(0, 1));
    await revealAll(stage, rounds, firstRound);
    await endOfStage(stage, rounds);
    await commitAll(stage, rounds, [[two, "1700000"]]);
  },
};

export const STAGED_SCENES: readonly Scene[] = [FINISHED, FALLEN, RUNNING];
