import type { UseFirstState } from "./use-first.machine.ts";

type Label = { readonly zh: string; readonly en: string };

export const USE_FIRST_STATE_LABELS: Record<UseFirstState, Label> = {
  OFFERED: { zh: "待匹配", en: "On offer" },
  MATCHED: { zh: "待签约", en: "Awaiting signature" },
  TRIAL: { zh: "试用中", en: "In use, nothing due yet" },
  PAYABLE: { zh: "待付费", en: "Fee due" },
  NORMAL_LICENCE: { zh: "正常许可", en: "Licensed" },
  BREACH: { zh: "逾期，许可中止", en: "Overdue, suspended" },
  CLAIMED: { zh: "已催告，许可中止", en: "Demanded, suspended" },
  TERMINATED: { zh: "违约终止，欠费待付", en: "Ended, claim open" },
  CLEARED: { zh: "违约终止，欠费已清", en: "Ended, claim paid" },
  EXITED: { zh: "已退出", en: "Given up" },
  EXPIRED: { zh: "到期未触发", en: "Expired without a fee" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};
