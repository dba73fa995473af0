import type { AlarmCode } from "./alarms.rules.ts";

/** `{value}` and `{limit}` are ages in seconds, or counts. */
export const ALARM_TEXTS: Record<AlarmCode, { readonly zh: string; readonly en: string }> = {
  NO_WORKER: { zh: "没有后台进程在运行：到期事项和消息都不会办理。", en: "No worker is running: nothing that is due and no event is being dealt with." },
  ACT_OVERDUE: { zh: "最早的到期事项已逾期 {value}，超过 {limit}。", en: "The most overdue act is {value} late, more than {limit}." },
  EVENT_UNDELIVERED: { zh: "最早的未投递消息已等待 {value}，超过 {limit}。", en: "The oldest undelivered event has waited {value}, more than {limit}." },
  EVENT_UNHANDLED: { zh: "最早的未处理消息已等待 {value}，超过 {limit}。", en: "The oldest unhandled event has waited {value}, more than {limit}." },
  ENTRY_UNSEALED: { zh: "最早的未封存留痕已等待 {value}，超过 {limit}。", en: "The oldest unsealed audit entry has waited {value}, more than {limit}." },
  MAIL_WAITING: { zh: "最早的待发邮件已等待 {value}，超过 {limit}。", en: "The oldest queued mail has waited {value}, more than {limit}." },
  MAIL_FAILED: { zh: "有 {value} 封邮件发送失败。", en: "{value} mails could not be sent." },
};

export const MAIL_STATE_LABELS = {
  QUEUED: { zh: "待发送", en: "Queued" },
  SENT: { zh: "已发送", en: "Sent" },
  KEPT: { zh: "已留存（未配置邮件服务）", en: "Kept (no mail server)" },
  FAILED: { zh: "发送失败", en: "Failed" },
} as const;

export type { Alarm, AlarmCode, AlarmLimits, Figures } from "./alarms.rules.ts";
