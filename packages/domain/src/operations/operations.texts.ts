import type { Texts } from "../shared/texts.ts";

export const OPERATIONS_TEXTS = {
  CLOCK_MOVE_UNCLEAR: { zh: "请填写天数、秒数或目标时刻中的一项。", en: "Give one of days, seconds or an instant to move to." },
  CLOCK_ONLY_FORWARD: { zh: "业务时钟只能向前拨，且每次不超过 400 天。目标时刻应晚于现在的业务时间。", en: "The domain clock only moves forward, by 400 days at most in one step. The instant must lie after the present domain time." },
  NOTHING_TO_RETRY: { zh: "这一项已经办结或不在失败状态，无需重试。", en: "This has been done meanwhile or has not failed; there is nothing to retry." },
} as const satisfies Texts;
