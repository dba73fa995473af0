import type { Texts } from "../shared/texts.ts";

/** What a message says, by kind, in both languages; `{name}` is filled from its params. A feature adds its kinds here. */
export const NOTIFICATION_TEXTS = {
  "organisation.signed-up": { zh: "{organisation}已提交单位信息，等待核验。", en: "{organisation} has sent its details and waits to be verified." },
  "organisation.verified": { zh: "{organisation}已通过核验，可以办理交易和登记。", en: "{organisation} has been verified and may trade and register." },
  "organisation.rejected": { zh: "{organisation}未通过核验：{reason}", en: "{organisation} was not verified: {reason}" },
  "organisation.suspended": { zh: "{organisation}已被暂停：{reason}", en: "{organisation} has been suspended: {reason}" },
  "organisation.reinstated": { zh: "{organisation}已恢复，可以继续办理。", en: "{organisation} has been reinstated and may act again." },
  "account.password-changed": { zh: "您的登录密码已更改，其他设备已退出登录。若非本人操作，请立即重设密码。", en: "Your password was changed and other devices were signed out. If this was not you, reset it at once." },
  "account.second-factor-set": { zh: "您的账号已启用身份验证器，其他设备已退出登录。", en: "An authenticator was set up for your account; other devices were signed out." },
  "account.roles-changed": { zh: "您在{organisation}的角色已调整。", en: "Your roles at {organisation} have changed." },
} as const satisfies Texts;

export type NotificationKind = keyof typeof NOTIFICATION_TEXTS;
