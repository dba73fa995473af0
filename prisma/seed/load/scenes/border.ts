import { applyForLicence, confirmClass, openGate, proposeClass, recordExportPaper } from "@ttx/domain/export-control";
import type { PersonActor } from "@ttx/domain/shared/actor";
import type { Scene, SceneResult, Stage } from "../stage.ts";
import { ownResult } from "./own-results.ts";

const UNIVERSITY = "univ-zhedong-tech";
const FREE = { catalogueItem: "", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };
const RESTRICTED = { ...FREE, catalogueItem: "056101X" };

async function gate(stage: Stage, result: SceneResult, buyer: PersonActor, placeOfUse: string): Promise<string> {
  const { gateId } = await stage.act(openGate, stage.who(UNIVERSITY, "seller"), { resultId: result.id, buyerId: buyer.organisation!.id, placeOfUse, venueId: stage.organisationId("venue-zhejiang") });
  return gateId;
}

async function classify(stage: Stage, gateId: string, findings: typeof FREE): Promise<void> {
  await stage.act(proposeClass, stage.who(UNIVERSITY, "seller"), { gateId, ...findings });
  await stage.act(confirmClass, stage.who("venue-zhejiang", "reviewer"), { gateId, ...findings });
}

/** Technology to be used abroad: one to be classified by the second person, one that waits for its letter of intent, one that may be talked about, one free. */
export const BORDER_SCENE: Scene = {
  name: "border",
  play: async (stage) => {
    const [one, two, three] = [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];
    const open = await ownResult(stage, UNIVERSITY, "algae-bloom");
    const waiting = await ownResult(stage, UNIVERSITY, "wind-blade");
    const talking = await ownResult(stage, UNIVERSITY, "cold-chain");
    const free = await ownResult(stage, UNIVERSITY, "dye-free");
    const seller = stage.who(UNIVERSITY, "seller");
    await stage.daysAgo(20);
    const talks = await gate(stage, talking, three, "越南北宁省");
    await classify(stage, talks, RESTRICTED);
    await stage.act(applyForLicence, seller, { gateId: talks });
    await stage.daysAgo(12);
    const waits = await gate(stage, waiting, two, "泰国罗勇府工业园");
    await classify(stage, waits, RESTRICTED);
    await stage.act(applyForLicence, seller, { gateId: waits });
    await stage.daysAgo(8);
    await stage.act(recordExportPaper, stage.who("venue-zhejiang", "reviewer"), { gateId: talks, kind: "LETTER_OF_INTENT", number: "浙技出许意〔2026〕017号", authority: "浙江省商务厅", issuedOn: await stage.day(-1) });
    await stage.daysAgo(5);
    await classify(stage, await gate(stage, free, one, "新加坡"), FREE);
    await stage.daysAgo(3);
    await stage.act(proposeClass, seller, { gateId: await gate(stage, open, one, "马来西亚柔佛州"), ...FREE, fiscalProject: true });
  },
};
