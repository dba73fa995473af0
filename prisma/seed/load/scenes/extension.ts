import { declareExtension } from "@ttx/domain/extraordinary-extension";
import type { Scene } from "../stage.ts";

const DAY_MS = 86_400_000;

/** An outage of the venue's data centre moved the deadlines of the days that follow: its legal notice stands on every page that it touched. */
export const EXTENSION_SCENE: Scene = {
  name: "extension",
  play: async (stage) => {
    await stage.daysAgo(1);
    const from = Date.parse(`${await stage.day()}T00:00:00+08:00`);
    await stage.act(declareExtension, stage.who("venue-zhejiang", "operator"), {
      documentNo: "浙技交公告〔2026〕11号",
      title: "关于机房供电故障期间交易期限顺延的公告",
      reason: "因机房供电故障，平台部分时段无法办理意向登记和缴纳保证金。故障期间及其后数日届满的公告、公示、缴款和签约期限统一顺延。",
      legalBasis: "民法典第一百八十条；交易规则关于不可抗力的规定",
      classes: ["LISTING_PERIOD", "DEPOSIT", "NOTICE", "PRIORITY", "SIGNING"],
      windowFrom: new Date(from).toISOString(),
      windowUntil: new Date(from + 12 * DAY_MS).toISOString(),
      days: 2,
    });
  },
};
