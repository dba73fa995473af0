import { confirmAuction, freezeAuction, makeSession, presideAuction, resumeAuction } from "@ttx/domain/auction";
import { recognisePriority, setReserve } from "@ttx/domain/listing";
import type { Scene } from "../stage.ts";
import { bid, bringAllToBidding, bringToBidding, buyersOf, DAY, HOUR, LADDER, minutesIn, MINUTE } from "./bidding.ts";
import { WORKING_DAYS, type Offer } from "./offering.ts";

const AT_ZHEJIANG = { venue: "venue-zhejiang", desk: "seller", workingDays: WORKING_DAYS.UNIVERSITY } as const;
const BRIEF = { startDelaySeconds: HOUR, freeDurationSeconds: HOUR, incrementTable: LADDER };

/** A lot open for some days yet, three demo buyers in it: a visitor can watch, and each of them can bid or set a limit. */
export const OPEN_LOT_SCENE: Scene = {
  name: "open lot",
  play: async (stage) => {
    const [one, two, three] = buyersOf(stage);
    const offer: Offer = { ...AT_ZHEJIANG, result: "result-06-03", price: "2000000", bidding: { startDelaySeconds: HOUR, freeDurationSeconds: 12 * DAY, incrementTable: LADDER, allowProxy: true } };
    const lot = await bringToBidding(stage, offer, 2, [one, two, three]);
    await minutesIn(stage, lot, 20);
    await stage.act(presideAuction, stage.who("venue-zhejiang", "auctioneer"), { auctionId: lot.auctionId, licence: "ZJJY-演示-0012" });
    await bid(stage, lot.auctionId, [[one, "2000000"], [three, "2040000"], [one, "2080000"], [two, "2120000"]]);
  },
};

/** A lot that is announced and opens within days: its bidders have their numbers. */
export const SCHEDULED_LOT_SCENE: Scene = {
  name: "scheduled lot",
  play: async (stage) => {
    const [, two, three] = buyersOf(stage);
    const offer: Offer = {
      ...AT_ZHEJIANG, result: "result-08-01", venue: "venue-shanghai", price: "1500000",
      bidding: { format: "F2", startDelaySeconds: 14 * DAY, freeDurationSeconds: 2 * DAY, incrementTable: LADDER },
    };
    const lot = await bringToBidding(stage, offer, 2, [two, three]);
    await stage.act(makeSession, stage.who("venue-shanghai", "auctioneer"), { title: "高校科技成果专场", titleEn: "Technology of universities", auctionIds: [lot.auctionId] });
  },
};

/** A session to come: four lots in a row on one morning, each of another form. */
export const SESSION_SCENE: Scene = {
  name: "session",
  play: async (stage) => {
    const [one, , three] = buyersOf(stage);
    const inHours = (hours: number): number => 9 * DAY + (16.5 + hours) * HOUR;
    const lots = await bringAllToBidding(
      stage,
      [
        { ...AT_ZHEJIANG, result: "result-03-11", price: "250000", bidding: { ...BRIEF, startDelaySeconds: inHours(0), hardStopSeconds: HOUR, allowProxy: true } },
        { ...AT_ZHEJIANG, result: "result-05-16", price: "850000", bidding: { ...BRIEF, startDelaySeconds: inHours(1), incrementMode: "MULTIPLE" } },
        { ...AT_ZHEJIANG, result: "result-11-01", price: "550000", bidding: { ...BRIEF, startDelaySeconds: inHours(2), format: "F3" } },
        { ...AT_ZHEJIANG, result: "result-11-28", price: "2000000", bidding: { ...BRIEF, startDelaySeconds: inHours(3), format: "F6", fallStepSeconds: 600, fallStepBp: 100 } },
      ],
      2,
      [one, three],
    );
    const auctioneer = stage.who("venue-zhejiang", "auctioneer");
    await stage.act(makeSession, auctioneer, { title: "浙江拍·高校科技成果专场", titleEn: "Zhejiang auction: technology of universities", auctionIds: lots.map(({ auctionId }) => auctionId) });
  },
};

/** A lot that ended lately: one waits for the auctioneer's signature. */
export const ENDED_LOT_SCENE: Scene = {
  name: "ended lot",
  play: async (stage) => {
    const [one, , three] = buyersOf(stage);
    const lot = await bringToBidding(stage, { ...AT_ZHEJIANG, result: "result-09-22", price: "1200000", bidding: BRIEF }, 4, [one, three]);
    await minutesIn(stage, lot, 20);
    await bid(stage, lot.auctionId, [[one, "1220000"], [three, "1260000"]]);
    await stage.at(new Date(lot.endsAt.getTime() + MINUTE));
    await stage.settle();
  },
};

/** The land form: a contest in the free hour, a pause into which a fault falls, and the countdown after it; ended, to be confirmed. */
export const LAND_FORM_SCENE: Scene = {
  name: "land form",
  play: async (stage) => {
    const [one, , three] = buyersOf(stage);
    const lot = await bringToBidding(stage, { ...AT_ZHEJIANG, result: "result-09-04", price: "680000", bidding: { ...BRIEF, limitedTrigger: "CONTEST" } }, 26, [one, three]);
    const auctioneer = stage.who("venue-zhejiang", "auctioneer");
    const afterFreeEnd = (minutes: number): Promise<void> => stage.at(new Date(lot.endsAt.getTime() + minutes * MINUTE));
    await minutesIn(stage, lot, 40);
    await bid(stage, lot.auctionId, [[one, "680000"], [three, "700000"], [one, "740000"]]);
    await afterFreeEnd(0);
    await stage.settle();
    await afterFreeEnd(9);
    await stage.act(freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "会场网络设备故障" });
    await afterFreeEnd(17);
    const { reopensAt } = await stage.act(resumeAuction, auctioneer, { auctionId: lot.auctionId });
    await stage.at(new Date(reopensAt.getTime() + MINUTE));
    await stage.settle();
    await bid(stage, lot.auctionId, [[three, "760000"], [one, "800000"]]);
    await stage.at(new Date(reopensAt.getTime() + 10 * MINUTE));
    await stage.settle();
  },
};

/** An auction in the law's sense (拍卖法): its start has come, and nothing is bid before its auctioneer conducts it. */
export const AUCTION_LAW_SCENE: Scene = {
  name: "auction law",
  play: async (stage) => {
    const [one, two] = buyersOf(stage);
    const bidding: Offer["bidding"] = { ...BRIEF, freeDurationSeconds: 5 * DAY, legalRegime: "AUCTION_LAW", viewingDays: 3, viewing: "越州农林大学技术转移中心样机室，工作日九时至十六时，凭预约进入。" };
    const lot = await bringToBidding(stage, { ...AT_ZHEJIANG, result: "result-09-10", price: "520000", bidding }, 3, [one, two]);
    await minutesIn(stage, lot, 1);
  },
};

/** Sold lately: the deal waits for its contract. */
export const SOLD_LOT_SCENE: Scene = {
  name: "sold lot",
  play: async (stage) => {
    const [one, two] = buyersOf(stage);
    const lot = await bringToBidding(stage, { ...AT_ZHEJIANG, result: "result-06-11", price: "900000", bidding: BRIEF }, 48, [one, two]);
    await minutesIn(stage, lot, 20);
    await bid(stage, lot.auctionId, [[two, "920000"], [one, "960000"], [two, "1000000"]]);
    await stage.at(new Date(lot.endsAt.getTime() + MINUTE));
    await stage.settle();
    await stage.act(confirmAuction, stage.who("venue-zhejiang", "auctioneer"), { auctionId: lot.auctionId, price: "1000000" });
  },
};

/** What goes otherwise than straight on: bidding that a fault has stopped, a lot offered to a priority holder, and one whose reserve was not met. */
export const TROUBLED_LOTS_SCENE: Scene = {
  name: "troubled lots",
  play: async (stage) => {
    const [one, two, three] = buyersOf(stage);
    const [unmet] = await bringAllToBidding(stage, [{ ...AT_ZHEJIANG, result: "result-05-09", price: "950000", bidding: { ...BRIEF, hasReserve: true } }], 30, [one, three], async ({ listingId, seller }) => {
      await stage.act(setReserve, seller, { listingId, reserve: "1200000" });
    });
    await minutesIn(stage, unmet!, 20);
    await bid(stage, unmet!.auctionId, [[one, "950000"], [three, "990000"]]);
    await stage.at(new Date(unmet!.endsAt.getTime() + MINUTE));
    await stage.settle();

    const [offered, stopped] = await bringAllToBidding(
      stage,
      [
        { ...AT_ZHEJIANG, result: "result-01-10", price: "850000", bidding: { ...BRIEF, priorityMode: "AFTER", standby: "OFFER_TO_RESERVE" } },
        { ...AT_ZHEJIANG, result: "result-06-02", price: "1900000", bidding: { ...BRIEF, freeDurationSeconds: 4 * DAY } },
      ],
      4,
      [one, two, three],
      async ({ title }, [, secondIntent]) => {
        if (title.startsWith("航空大气")) await stage.act(recognisePriority, stage.who("venue-zhejiang", "reviewer"), { intentId: secondIntent, ground: "CO_APPLICANT", rank: 1 });
      },
    );
    await minutesIn(stage, offered!, 20);
    await bid(stage, offered!.auctionId, [[one, "850000"], [three, "890000"]]);
    await bid(stage, stopped!.auctionId, [[three, "1900000"], [two, "1940000"]]);
    await minutesIn(stage, stopped!, 45);
    await stage.act(freezeAuction, stage.who("venue-zhejiang", "auctioneer"), { auctionId: stopped!.auctionId, reason: "机房供电切换，部分竞买人网络中断" });
    await stage.at(new Date(offered!.endsAt.getTime() + MINUTE));
    await stage.settle();
  },
};
