import { drawInspection, judgeItem } from "@ttx/domain/review";
import type { Scene } from "../stage.ts";

/** The province looks into an office: one drawn file is in order, one has a defect that the office has to mend. */
export const INSPECTION_SCENE: Scene = {
  name: "inspections",
  play: async (stage) => {
    const province = stage.who("gov-33", "administrator");
    await stage.daysAgo(3);
    const { inspectionId } = await stage.act(drawInspection, province, { officeId: stage.organisationId("office-330106"), from: await stage.day(-720), to: await stage.day(), shareBp: 200, minimum: 4, maximum: 8 });
    await stage.act(judgeItem, province, { inspectionId, no: 1, event: "pass" });
    await stage.act(judgeItem, province, { inspectionId, no: 2, event: "findDefect", words: "核定表未列明样机费用的依据，请补充单价和数量。" });
  },
};
