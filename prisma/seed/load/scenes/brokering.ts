import { acceptOffer, makeOffer, openRoom, readRoom, say, signAgreement } from "@ttx/domain/negotiation";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { answerMandate, requestMandate } from "@ttx/domain/technology-manager";
import { idOf } from "../ids.ts";
import type { Scene, Stage } from "../stage.ts";

async function mandate(stage: Stage, client: PersonActor, manager: PersonActor, result: string): Promise<string> {
  const { mandateId } = await stage.act(requestMandate, client, {
    as: "CLIENT", otherId: manager.organisation!.id, side: "SELLER", resultId: idOf("result", result), services: ["FIND", "INTRODUCE", "NEGOTIATE"],
    rateBp: 300, validFrom: await stage.day(), validTo: await stage.day(365),
  });
  return mandateId;
}

/** Both sign the agreement on secrecy as it lies before them. */
async function signBoth(stage: Stage, roomId: string, people: readonly PersonActor[]): Promise<void> {
  for (const person of people) {
    const { agreement } = await read(stage.deps, readRoom, person, { roomId });
    await stage.act(signAgreement, person, { roomId, agreementNo: agreement.no, hash: agreement.hash });
  }
}

/** Mandates asked for and taken on, rooms in which two talk, one of them agreed. */
export const BROKERING_SCENE: Scene = {
  name: "brokering",
  play: async (stage) => {
    const seller = stage.who("univ-zhedong-tech", "seller");
    const manager = stage.who("agency-zhe-transfer", "manager");
    const [one, two] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer")];
    await stage.daysAgo(15);
    const taken = await mandate(stage, seller, manager, "result-07-23");
    await stage.act(answerMandate, manager, { mandateId: taken, accept: true });
    await stage.daysAgo(10);
    const { roomId } = await stage.act(openRoom, one, { resultId: idOf("result", "result-07-23") });
    await signBoth(stage, roomId, [one, seller]);
    await stage.act(say, one, { roomId, text: "我们的浓海水锂含量约为每升二毫克，请介绍吸附剂在这一浓度下的循环寿命。" });
    await stage.daysAgo(7);
    await stage.act(makeOffer, seller, { roomId, terms: { tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price: "2600000", withinDays: 30 } } });

    const { roomId: agreed } = await stage.act(openRoom, two, { resultId: idOf("result", "result-06-32") });
    await signBoth(stage, agreed, [two, seller]);
    const { offerNo, hash } = await stage.act(makeOffer, seller, { roomId: agreed, terms: { tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price: "1900000", withinDays: 30 } } });
    await stage.daysAgo(5);
    await stage.act(acceptOffer, two, { roomId: agreed, offerNo, hash });
    await stage.daysAgo(3);
    await stage.act(openRoom, two, { resultId: idOf("result", "result-11-23") });
    await mandate(stage, seller, manager, "result-05-06");
  },
};
