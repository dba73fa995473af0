import type { Text } from "@ttx/ui/text";

export const Q = {
  title: { zh: "特别延期公告", en: "Extraordinary extensions" },
  intro: { zh: "因系统故障、自然灾害等原因，依法一次顺延同类全部办理期限。每项被顺延的程序在其页面和办理过程中都有记载。", en: "After an outage or a disaster all deadlines of a class are moved by one legal notice. Each procedure that it touches says so on its page and in its timeline." },
  deskIntro: { zh: "填写公告文号和受影响期间，期间内到期的同类期限全部顺延，并自动公开。同一文号只执行一次。", en: "Give the number of the notice and the window: every deadline of the class that falls in it moves, and the notice is public. One number is carried out once." },
  none: { zh: "没有特别延期公告", en: "No extraordinary extension" }, noneText: { zh: "发布后会显示在这里，并在相关项目页面提示。", en: "Notices stand here, and on the pages that they touch." },
  name: { zh: "公告", en: "Notice" }, documentNo: { zh: "公告文号", en: "Number of the notice" }, classes: { zh: "顺延的期限", en: "What moves" }, window: { zh: "受影响期间", en: "Window" }, days: { zh: "顺延天数", en: "Days" }, by: { zh: "发布单位", en: "Declared by" }, at: { zh: "发布时间", en: "Declared" },
  reason: { zh: "原因", en: "Reason" }, basis: { zh: "法律依据", en: "Legal basis" }, counts: { zh: "顺延项数", en: "Deadlines moved" }, count: { zh: "{n} 项", en: "{n}" }, procedures: { zh: "涉及的公开程序", en: "Public procedures" }, procedure: { zh: "项目", en: "Procedure" }, from: { zh: "原截止", en: "Was due" }, to: { zh: "顺延至", en: "Now due" }, noProcedures: { zh: "没有涉及公开程序。", en: "No public procedure among them." },
  banner: { zh: "期限已特别顺延", en: "The deadline has been moved" }, bannerText: { zh: "依{no}，{class}顺延至", en: "By {no}, {class}: now" }, see: { zh: "查看公告", en: "See the notice" },
  declare: { zh: "发布特别延期", en: "Declare an extension" }, declaring: { zh: "正在执行…", en: "Moving deadlines…" }, windowFrom: { zh: "受影响期间自", en: "Window from" }, windowUntil: { zh: "至", en: "Until" }, windowHint: { zh: "原截止时间落在该期间内的全部顺延；北京时间。", en: "Deadlines that fall in it move; Beijing time." }, heading: { zh: "公告标题", en: "Title" },
  warn: { zh: "发布后立即生效并公开，不能撤回。", en: "It takes effect and is public at once; it cannot be withdrawn." },
} as const satisfies Record<string, Text>;
