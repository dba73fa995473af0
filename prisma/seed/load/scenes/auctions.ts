import { confirmAuction, makeSession, openBidDesk } from "@ttx/domain/auction";
import type { PersonActor } from "@ttx/domain/shared/actor";
import type { Scene, Stage } from "../stage.ts";
import { admitBuyer, listOffer, publishedFor, WORKING_DAYS, type Offer } from "./offering.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LADDER = [{ from: "0", step: "20000" }, { from: "5000000", step: "50000" }];

const buyersOf = (stage: Stage): [PersonActor, PersonActor, PersonActor] => [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];

/** A listing whose period is over and that two or more want: its lot is scheduled, or open already. */
async function bringToBidding(stage: Stage, offer: Offer, hoursOver: number, buyers: readonly PersonActor[]) {
  const days = await publishedFor(stage, offer.workingDays, hoursOver);
  await stage.daysAgo(days);
  const offered = await listOffer(stage, offer);
  await stage.at(new Date(offered.periodEndsAt.getTime() - DAY * 1_000));
  for (const buyer of buyers) await admitBuyer(stage, offered, buyer);
  await stage.at(new Date(offered.periodEndsAt.getTime() + 60_000));
  await stage.settle();
  const lot = await stage.deps.db.auction.findFirstOrThrow({ where: { listingId: offered.listingId } });
  return { ...offered, auctionId: lot.id, startsAt: lot.freeStartsAt, endsAt: lot.endsAt };
}

async function bid(stage: Stage, auctionId: string, ladder: readonly (readonly [buyer: PersonActor, amount: string])[]): Promise<void> {
  const desk = openBidDesk(stage.deps);
  for (const [i, [buyer, amount]] of ladder.entries()) {
    const { verdict } = await desk.place(buyer, { auctionId, amount, requestId: `demo-bid-${i + 1}` }, stage.origin());
    if (verdict !== "ACCEPTED") throw new Error(`a bid of the demo country was ${verdict}`);
  }
}

/** A lot open for some days yet, three demo buyers in it: a visitor can watch, and each of them can bid. */
export const OPEN_LOT_SCENE: Scene = {
  name: "open lot",
  play: async (stage) => {
    const [one, two, three] = buyersOf(stage);
    const offer: Offer = {
      result: "result-06-03", venue: "venue-zhejiang", desk: "seller", price: "2000000", workingDays: WORKING_DAYS.UNIVERSITY,
      bidding: { startDelaySeconds: HOUR, freeDurationSeconds: 12 * DAY, incrementTable: LADDER },
    };
    const lot = await bringToBidding(stage, offer, 2, [one, two, three]);
    await stage.at(new Date(lot.startsAt.getTime() + 20 * 60_000));
    await stage.settle();
    await bid(stage, lot.auctionId, [[one, "2000000"], [three, "2040000"], [one, "2080000"], [two, "2120000"]]);
  },
};

/** A lot that is announced and opens within days: its bidders have their numbers. */
export const SCHEDULED_LOT_SCENE: Scene = {
  name: "scheduled lot",
  play: async (stage) => {
    const [, two, three] = buyersOf(stage);
    const offer: Offer = {
      result: "result-08-01", venue: "venue-shanghai", desk: "seller", price: "1500000", workingDays: WORKING_DAYS.UNIVERSITY,
      bidding: { format: "F2", startDelaySeconds: 14 * DAY, freeDurationSeconds: 2 * DAY, incrementTable: LADDER },
    };
    const lot = await bringToBidding(stage, offer, 2, [two, three]);
    await stage.act(makeSession, stage.who("venue-shanghai", "auctioneer"), { title: "高校科技成果专场", titleEn: "Technology of universities", auctionIds: [lot.auctionId] });
  },
};

/** A lot that ended lately: one waits for the auctioneer's signature. */
export const ENDED_LOT_SCENE: Scene = {
  name: "ended lot",
  play: async (stage) => {
    const [one, , three] = buyersOf(stage);
    const offer: Offer = {
      result: "result-09-22", venue: "venue-zhejiang", desk: "seller", price: "1200000", workingDays: WORKING_DAYS.UNIVERSITY,
      bidding: { startDelaySeconds: HOUR, freeDurationSeconds: HOUR, incrementTable: LADDER },
    };
    const lot = await bringToBidding(stage, offer, 4, [one, three]);
    await stage.at(new Date(lot.startsAt.getTime() + 20 * 60_000));
    await stage.settle();
    await bid(stage, lot.auctionId, [[one, "1220000"], [three, "1260000"]]);
    await stage.at(new Date(lot.endsAt.getTime() + 60_000));
    await stage.settle();
  },
};

/** Sold lately: the deal waits for its contract. */
export const SOLD_LOT_SCENE: Scene = {
  name: "sold lot",
  play: async (stage) => {
    const [one, two] = buyersOf(stage);
    const offer: Offer = {
      result: "result-06-11", venue: "venue-zhejiang", desk: "seller", price: "900000", workingDays: WORKING_DAYS.UNIVERSITY,
      bidding: { startDelaySeconds: HOUR, freeDurationSeconds: HOUR, incrementTable: LADDER },
    };
    const lot = await bringToBidding(stage, offer, 48, [one, two]);
    await stage.at(new Date(lot.startsAt.getTime() + 20 * 60_000));
    await stage.settle();
    await bid(stage, lot.auctionId, [[two, "920000"], [one, "960000"], [two, "1000000"]]);
    await stage.at(new Date(lot.endsAt.getTime() + 60_000));
    await stage.settle();
    await stage.act(confirmAuction, stage.who("venue-zhejiang", "auctioneer"), { auctionId: lot.auctionId, price: "1000000" });
  },
};
