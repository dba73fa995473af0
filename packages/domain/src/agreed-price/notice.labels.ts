import type { NoticeState } from "./notice.machine.ts";

export const NOTICE_STATE_LABELS: Record<NoticeState, { zh: string; en: string }> = {
  PREPARED: { zh: "待公示", en: "Prepared" },
  RUNNING: { zh: "公示中", en: "Running" },
  OBJECTED: { zh: "异议处理中", en: "Under objection" },
  CLEARED: { zh: "公示无异议", en: "Cleared" },
  USED: { zh: "已签约", en: "Used" },
  EXPIRED: { zh: "已失效", en: "Expired" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};
