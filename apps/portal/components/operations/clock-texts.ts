import type { Text } from "@ttx/ui/text";

export const CLOCK = {
  title: { zh: "业务时钟", en: "Domain clock" },
  intro: { zh: "公告期、公示期、办理时限都按业务时钟计算。演示时可把它向前拨，到期的事项会在几秒内办理；拨过之后不能退回。", en: "Announcement periods, public notices and time limits run on the domain clock. For a demonstration it can be moved forward; what falls due is done within seconds. It never goes back." },
  now: { zh: "现在的业务时间（北京时间）", en: "Domain time now (Beijing)" },
  same: { zh: "与真实时间一致", en: "The same as real time" },
  ahead: { zh: "比真实时间快", en: "Ahead of real time by" },
  move: { zh: "向前拨", en: "Move forward" },
  by: { zh: "拨动方式", en: "How far" },
  day: { zh: "1 天", en: "1 day" },
  week: { zh: "7 天", en: "7 days" },
  notice: { zh: "15 天（协议定价公示期）", en: "15 days (agreed-price notice)" },
  month: { zh: "30 天", en: "30 days" },
  hour: { zh: "1 小时", en: "1 hour" },
  to: { zh: "到指定时刻", en: "To an instant" },
  instant: { zh: "目标时刻（北京时间）", en: "Instant (Beijing time)" },
  submit: { zh: "向前拨动业务时钟", en: "Move the clock forward" },
  moving: { zh: "正在拨动…", en: "Moving…" },
  moved: { zh: "业务时间已拨到", en: "The domain time is now" },
} as const satisfies Record<string, Text>;
