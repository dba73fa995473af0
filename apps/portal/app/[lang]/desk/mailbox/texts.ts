import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "开发信箱", en: "Development mailbox" },
  intro: { zh: "演示和测试模式下，平台发出的邮件都能在这里看到；未配置邮件服务时，邮件只留存在这里。", en: "In demo and test mode every mail of the platform can be seen here; without a mail server they stay here." },
  none: { zh: "还没有邮件", en: "No mail yet" },
  noneText: { zh: "邀请同事、重设密码、核验单位等事项都会发邮件。", en: "Inviting a colleague, resetting a password or verifying an organisation sends a mail." },
  subject: { zh: "主题", en: "Subject" },
  to: { zh: "收件人", en: "To" },
} as const satisfies Record<string, Text>;
