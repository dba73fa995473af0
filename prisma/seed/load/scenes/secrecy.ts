import { decideSecrecy, reportSecrecy } from "@ttx/domain/secrecy";
import type { Scene } from "../stage.ts";
import { ownResult } from "./own-results.ts";

/** Two results that somebody reported as possibly secret: one in which nothing was found, one that is withheld and waits for the province. */
export const SECRECY_SCENE: Scene = {
  name: "secrecy",
  play: async (stage) => {
    const cleared = await ownResult(stage, "univ-zhedong-tech", "drone-spray");
    const waiting = await ownResult(stage, "univ-zhedong-tech", "fibre-gyro");
    await stage.daysAgo(12);
    const { caseId } = await stage.act(reportSecrecy, stage.who("firm-jiahe-battery", "buyer"), { seenAs: "RESULT", subjectId: cleared.id, ground: "UNSURE", part: "TEXT" });
    await stage.daysAgo(9);
    await stage.act(decideSecrecy, stage.who("gov-33", "administrator"), { caseId, decision: "NOT_SECRET", finding: "浙东理工保审〔2026〕031号" });
    await stage.daysAgo(1);
    await stage.act(reportSecrecy, stage.who("firm-yuyue-env", "buyer"), { seenAs: "RESULT", subjectId: waiting.id, ground: "MILITARY", part: "TITLE" });
  },
};
