import { fileAwardObjection, listAwards, ruleAwardObjection } from "@ttx/domain/deal";
import { read } from "@ttx/domain/shared/execute";
import type { Scene } from "../stage.ts";

/** The result of the lot that was sold, while it is announced: one objection that was ruled on, one that holds the signatures back. */
export const AWARD_OBJECTION_SCENE: Scene = {
  name: "award objections",
  play: async (stage) => {
    const [bidder, completer] = [stage.who("firm-sz-storage", "buyer"), stage.who("univ-zhedong-tech", "seller")];
    const award = (await read(stage.deps, listAwards, bidder, {})).items.find(({ priceFen, origin }) => origin === "AUCTION" && priceFen === 100_000_000n);
    if (award === undefined) throw new Error("The lot of the demo country was not sold.");
    const after = (hours: number) => stage.at(new Date(award.awardedAt.getTime() + hours * 3_600_000));
    await after(2);
    const { objectionId } = await stage.act(fileAwardObjection, bidder, {
      dealId: award.dealId, ground: "PROCEDURE", interest: "BIDDER", filedBy: "深储能源采购部", contact: "procurement@shenchu.example", facts: "公告期末日页面曾短时无法打开，未能完成意向登记，附当日截图和网络记录。",
    });
    await after(5);
    await stage.act(ruleAwardObjection, stage.who("venue-zhejiang", "reviewer"), { objectionId, ruling: "UNFOUNDED", reasons: "经核对系统运行记录，公告期末日服务持续可用，登记通道未中断；异议人当日没有登记操作记录。异议不成立。" });
    await after(7);
    await stage.act(fileAwardObjection, completer, {
      dealId: award.dealId, ground: "DESCRIPTION", interest: "COMPLETER", filedBy: "成果完成人代表", contact: "completer@zhedong-tech.example", facts: "挂牌材料中的中试产量与验收报告不一致，请核对第三方检测报告第 12 页。",
    });
  },
};
