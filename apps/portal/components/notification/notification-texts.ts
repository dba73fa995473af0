import type { Text } from "@ttx/ui/text";

export const NOTIFICATIONS = {
  title: { zh: "消息", en: "Messages" },
  show: { zh: "显示", en: "Show" },
  all: { zh: "全部", en: "All" },
  unread: { zh: "未读", en: "Unread" },
  unreadMark: { zh: "未读", en: "Unread" },
  markAll: { zh: "全部标为已读", en: "Mark all as read" },
  markOne: { zh: "标为已读", en: "Mark as read" },
  marking: { zh: "正在标记…", en: "Marking…" },
  none: { zh: "还没有消息", en: "No messages yet" },
  noneUnread: { zh: "没有未读消息", en: "Nothing unread" },
  noneText: { zh: "与您有关的受理、审核、到期和成交情况会发到这里，同时发送邮件。", en: "What is accepted, reviewed, due or agreed and concerns you arrives here, and by mail." },
} as const satisfies Record<string, Text>;
