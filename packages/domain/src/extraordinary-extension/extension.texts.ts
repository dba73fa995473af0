import type { Texts } from "../shared/texts.ts";

export const EXTENSION_TEXTS = {
  EXTENSION_WINDOW_EMPTY: { zh: "受影响期间的结束应晚于开始。", en: "The window must end after it begins." },
  EXTENSION_WINDOW_PAST: { zh: "受影响期间已全部过去，其间的期限已经生效，不能再延长；请按各自程序个案处理。", en: "The window lies in the past: its deadlines have had their effect. Handle them one by one in their own procedures." },
  EXTENSION_NOT_YOURS: { zh: "交易机构只能延长本机构交易程序的期限，登记期限由国家主管部门延长。", en: "An exchange extends only what it hosts; deadlines of registration are extended by the national administrator." },
  EXTENSION_DECLARED_ALREADY: { zh: "公告 {documentNo} 已经执行，期限不会重复延长。请在公告页查看。", en: "Notice {documentNo} has been carried out; nothing is moved twice. See its page." },
} as const satisfies Texts;
