import { openDeal, draftContract, confirmHandover, payDeal, proposeContract, readDeal, signDeal } from "@ttx/domain/deal";
import { issueCertificate } from "@ttx/domain/certificate";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import type { Scene, Stage } from "../stage.ts";
import { publish } from "./notices.ts";

export type DealMade = { readonly dealId: string; readonly seller: PersonActor; readonly buyer: PersonActor; readonly price: string };
type Agreed = Parameters<typeof publish>[1];

/** An agreed price whose fifteen days have run without objection, and the deal opened on it. */
export async function openAgreedDeal(stage: Stage, daysAgo: number, agreed: Agreed): Promise<DealMade> {
  await stage.daysAgo(daysAgo);
  const { endsAt, noticeId, seller, buyer, price } = await publish(stage, agreed);
  await stage.at(new Date(endsAt.getTime() + 9.5 * 3_600_000)); // the morning after
  await stage.settle();
  const { dealId } = await stage.act(openDeal, seller, { noticeId, price });
  return { dealId, seller, buyer, price };
}

/** The contract of the deal by the template, put before both sides: one sum on the last day that the venue's rules give it, unless a day is given. */
export async function draftDeal(stage: Stage, { dealId, seller, price }: DealMade, dueOn?: string): Promise<string> {
  const { version, title, oneSum } = await read(stage.deps, readDeal, seller, { dealId });
  const typed = {
    dealId,
    contractName: `${title}合同`.slice(0, 120),
    validFrom: await stage.day(),
    validTo: await stage.day(730),
    instalments: [{ dueOn: dueOn ?? oneSum?.dueOn ?? (await stage.day(10)), amount: price }],
  };
  const { contractText } = await read(stage.deps, proposeContract, seller, typed);
  const { contractHash } = await stage.act(draftContract, seller, { ...typed, version, contractText });
  return contractHash;
}

export async function signByBoth(stage: Stage, { dealId, seller, buyer }: DealMade, contractHash: string): Promise<void> {
  await stage.act(signDeal, buyer, { dealId, contractHash });
  await stage.act(signDeal, seller, { dealId, contractHash });
  await stage.settle();
}

/** Deals in the making: before signature, signed by one, to be paid, certified and handed over. */
export const DEAL_SCENE: Scene = {
  name: "deals",
  play: async (stage) => {
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const halfSigned = await openAgreedDeal(stage, 32, { result: "result-06-20", buyer: one, price: "680000" });
    const hash = await draftDeal(stage, halfSigned);
    await stage.act(signDeal, one, { dealId: halfSigned.dealId, contractHash: hash });

    const toPay = await openAgreedDeal(stage, 25, { result: "result-06-07", buyer: two, price: "3800000" });
    await signByBoth(stage, toPay, await draftDeal(stage, toPay));

    const done = await openAgreedDeal(stage, 46, { result: "result-11-23", buyer: three, price: "260000", tradeMode: "LICENCE" });
    await signByBoth(stage, done, await draftDeal(stage, done));
    await stage.act(payDeal, three, { dealId: done.dealId, no: 1 });
    await stage.settle();
    await stage.act(issueCertificate, stage.who("venue-zhejiang", "operator"), { dealId: done.dealId });
    await stage.daysAgo(1);
    await stage.act(confirmHandover, three, { dealId: done.dealId });

    const certified = await openAgreedDeal(stage, 40, { result: "result-01-27", buyer: one, price: "1800000" });
    await signByBoth(stage, certified, await draftDeal(stage, certified));
    await stage.act(payDeal, one, { dealId: certified.dealId, no: 1 });
    await stage.settle();
    await stage.act(issueCertificate, stage.who("venue-zhejiang", "operator"), { dealId: certified.dealId });
  },
};
