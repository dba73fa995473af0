import { confirmNotice, fileObjection, prepareNotice, publishNotice, readNotice } from "@ttx/domain/agreed-price";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import type { Scene, SceneResult, Stage } from "../stage.ts";
import { declareProject, resultOf } from "./offering.ts";

type Agreed = { readonly result: string | SceneResult; readonly buyer: PersonActor; readonly price: string; readonly venue?: string | null; readonly tradeMode?: "ASSIGNMENT" | "LICENCE"; readonly tie?: boolean; /** In one sum unless given. */ readonly payment?: object };
export type Noticed = { readonly noticeId: string; readonly seller: PersonActor; readonly buyer: PersonActor; readonly price: string };

/** An agreed price as the seller writes it down; the buyer has still to confirm it. */
export async function prepare(stage: Stage, { result, buyer, price, venue = "venue-zhejiang", tradeMode = "ASSIGNMENT", tie = false, payment }: Agreed): Promise<Noticed> {
  const { id: resultId, owner } = resultOf(result);
  const seller = stage.who(owner, "seller");
  await declareProject(stage, result, seller);
  const { noticeId } = await stage.act(prepareNotice, seller, {
    resultId,
    buyerId: buyer.organisation!.id,
    venueId: venue === null ? null : stage.organisationId(venue),
    tradeMode,
    ...(tradeMode === "LICENCE" ? { licenceKind: "ordinary", licenceYears: 5 } : {}),
    price,
    ...(payment === undefined ? { paymentForm: "一次总付" } : { payment }),
    priceBasis: "参照第三方评估报告与同类成果成交价，经课题组与技术转移中心三轮磋商确定。",
    decisionBody: "学校科技成果转化领导小组",
    decisionOn: await stage.day(-2),
    objectionChannel: "科研院 0571-88990022 tto@univ.demo.ttx.example",
    unitPlace: "学校官网“通知公告”栏目",
    relation: tie ? { ties: [{ person: "冯立群", is: "COMPLETER", holds: "SHARES" }] } : {},
  });
  return { noticeId, seller, buyer, price };
}

export async function confirm(stage: Stage, { noticeId, buyer }: Noticed): Promise<void> {
  const { termsHash } = await read(stage.deps, readNotice, buyer, { noticeId });
  await stage.act(confirmNotice, buyer, { noticeId, termsHash });
}

/** In its fifteen days. */
export async function publish(stage: Stage, agreed: Agreed): Promise<Noticed & { readonly endsAt: Date }> {
  const notice = await prepare(stage, agreed);
  await confirm(stage, notice);
  const { endsAt } = await stage.act(publishNotice, notice.seller, { noticeId: notice.noticeId });
  return { ...notice, endsAt };
}

/** Agreed prices in every state before the deal: prepared, confirmed, running, objected to, cleared. */
export const NOTICE_SCENE: Scene = {
  name: "notices",
  play: async (stage) => {
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    await stage.daysAgo(24);
    await publish(stage, { result: "result-11-15", buyer: one, price: "800000", tradeMode: "LICENCE" });
    await stage.daysAgo(9);
    const disputed = await publish(stage, { result: "result-07-13", buyer: one, price: "4500000", tie: true });
    await stage.daysAgo(6);
    await publish(stage, { result: "result-10-32", buyer: three, price: "110000", tradeMode: "LICENCE" });
    await publish(stage, { result: "result-03-30", buyer: stage.who("firm-zhejin-pump", "buyer"), price: "10500000" });
    await publish(stage, { result: "result-05-18", buyer: stage.who("firm-keqiao-textile", "buyer"), price: "2600000", venue: null });
    await stage.daysAgo(4);
    await stage.act(fileObjection, stage.who("firm-taizhou-pharma", "buyer"), {
      noticeId: disputed.noticeId,
      filedBy: "台州药企技术部",
      contact: "0576-88000000",
      facts: "本公司曾就同一技术提出五百万元的书面报价，公示价格低于该报价，请说明定价依据。",
    });
    await stage.daysAgo(2);
    await prepare(stage, { result: "result-07-28", buyer: two, price: "1700000", tradeMode: "LICENCE" });
    const agreed = await prepare(stage, { result: "result-07-06", buyer: one, price: "5700000", tradeMode: "LICENCE" });
    await stage.daysAgo(1);
    await confirm(stage, agreed);
  },
};
