import { returnListing, suspendListing } from "@ttx/domain/listing";
import type { Scene } from "../stage.ts";
import { acceptOffer, admitBuyer, draftOffer, listOffer, qualifyBuyer, registerBuyer, submitOffer, WORKING_DAYS, type Disclosed, type Offer } from "./offering.ts";

const SLAG: Disclosed = { defects: "抗压强度为中试线数据，三年以上的耐久性尚无数据；含碱量偏高的赤泥须先行碳化预处理。" };
const NAVIGATION: Disclosed = {
  encumbrances: [{ kind: "ORDINARY_LICENCE", territory: "江苏省", endsInDays: 610, detail: "已普通许可一家医疗器械企业实施，许可备案号 X2024330000316（演示）；受让方承继该许可。" }],
  defects: "呼吸配准模块尚未通过第三类医疗器械注册检验。",
};
const GRID: Disclosed = { encumbrances: [{ kind: "PLEDGE", detail: "专利 ZL2019 1 9006624.4 已质押给一家银行，登记号 Y2025330001207（演示），担保主债权 600 万元；质权人已同意转让，价款优先清偿。" }] };
const AEROGEL: Disclosed = {
  encumbrances: [
    { kind: "ORDINARY_LICENCE", territory: "上海市", endsInDays: 280, detail: "已普通许可一家窑炉企业实施其中的铺层工艺，许可备案号 X2023310000842（演示）。" },
    { kind: "DISPUTE", detail: "第三人对专利 ZL2023 1 9005844.1 提出无效宣告请求，已受理，尚未作出决定。" },
  ],
};

const LISTED: readonly (Offer & { readonly daysAgo: number })[] = [
  { daysAgo: 6, result: "result-07-30", venue: "venue-zhejiang", desk: "seller", price: "2100000", workingDays: WORKING_DAYS.UNIVERSITY, disclosed: SLAG },
  { daysAgo: 5, result: "result-01-31", venue: "venue-zhejiang", desk: "seller", price: "8200000", workingDays: WORKING_DAYS.UNIVERSITY },
];

const MARKET: readonly (Offer & { readonly daysAgo: number })[] = [
  { daysAgo: 9, result: "result-01-08", venue: "venue-national", desk: "seller", price: "1600000", workingDays: WORKING_DAYS.UNIVERSITY },
  { daysAgo: 8, result: "result-03-02", venue: "venue-national", desk: "seller", price: "5000000", workingDays: WORKING_DAYS.UNIVERSITY },
  { daysAgo: 8, result: "result-04-24", venue: "venue-zhejiang", desk: "seller", price: "9100000", workingDays: WORKING_DAYS.UNIVERSITY, disclosed: NAVIGATION },
  { daysAgo: 7, result: "result-06-22", venue: "venue-zhejiang", desk: "buyer", price: "15000000", workingDays: WORKING_DAYS.STATE, disclosed: GRID },
  { daysAgo: 5, result: "result-05-27", venue: "venue-shanghai", desk: "seller", price: "13500000", workingDays: WORKING_DAYS.UNIVERSITY, disclosed: AEROGEL },
  { daysAgo: 4, result: "result-02-15", venue: "venue-shanghai", desk: "seller", price: "2200000", workingDays: WORKING_DAYS.UNIVERSITY },
  { daysAgo: 4, result: "result-11-12", venue: "venue-zhejiang", desk: "buyer", price: "1200000", workingDays: WORKING_DAYS.STATE },
  { daysAgo: 3, result: "result-10-07", venue: "venue-shanghai", desk: "seller", price: "2500000", workingDays: WORKING_DAYS.UNIVERSITY },
  { daysAgo: 3, result: "result-09-24", venue: "venue-zhejiang", desk: "seller", price: "3600000", workingDays: WORKING_DAYS.UNIVERSITY },
  { daysAgo: 2, result: "result-08-22", venue: "venue-national", desk: "seller", price: "7100000", workingDays: WORKING_DAYS.UNIVERSITY },
];

/** What universities, institutes and firms of the country offer beside the demo accounts' own. */
export const MARKET_SCENE: Scene = {
  name: "market",
  play: async (stage) => {
    for (const { daysAgo, ...offer } of MARKET) {
      await stage.daysAgo(daysAgo);
      await listOffer(stage, offer);
    }
  },
};

/** Listings in every state before bidding: what a visitor sees on the market, what seller, buyers and exchange have on their desks. */
export const LISTING_SCENE: Scene = {
  name: "listings",
  play: async (stage) => {
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const offered = [];
    for (const { daysAgo, ...offer } of LISTED) {
      await stage.daysAgo(daysAgo);
      offered.push(await listOffer(stage, offer));
    }
    const [slag, speech] = offered as [(typeof offered)[number], (typeof offered)[number]];
    await stage.daysAgo(3);
    await admitBuyer(stage, slag, two);
    await qualifyBuyer(stage, slag, one, "2250000");
    await registerBuyer(stage, slag, three);
    await registerBuyer(stage, speech, one);

    await stage.daysAgo(4);
    const suspended = await listOffer(stage, { result: "result-10-24", venue: "venue-zhejiang", desk: "seller", price: "700000", workingDays: WORKING_DAYS.UNIVERSITY });
    await stage.daysAgo(2);
    await stage.act(suspendListing, stage.who("venue-zhejiang", "operator"), { listingId: suspended.listingId, reason: "转让方补充储氢系统第三方检测报告" });
    const returned = await submitOffer(stage, { result: "result-06-33", venue: "venue-zhejiang", desk: "seller", price: "450000", workingDays: WORKING_DAYS.UNIVERSITY });
    await stage.act(returnListing, stage.who("venue-zhejiang", "reviewer"), { listingId: returned.listingId, reason: "权属证明未载明第三项专利的剩余有效期，请补充后重新提交。" });
    await acceptOffer(stage, { result: "result-05-06", venue: "venue-zhejiang", desk: "seller", price: "1700000", workingDays: WORKING_DAYS.UNIVERSITY });
    await stage.daysAgo(1);
    await submitOffer(stage, { result: "result-01-17", venue: "venue-zhejiang", desk: "seller", price: "350000", workingDays: WORKING_DAYS.UNIVERSITY });
    await draftOffer(stage, { result: "result-06-32", venue: "venue-zhejiang", desk: "seller", price: "1900000", workingDays: WORKING_DAYS.UNIVERSITY });
  },
};
