import type { Text } from "@ttx/ui/text";

export const REFUSALS = {
  CredentialsSignin: { zh: "账号或密码不正确", en: "The account or the password is not right" },
  INVALID_CREDENTIALS: { zh: "账号或密码不正确", en: "The account or the password is not right" },
  SECOND_FACTOR_WRONG: { zh: "验证码不正确或已过期，请输入最新的一组", en: "The code is wrong or has expired; type the latest one" },
  ACCOUNT_LOCKED: { zh: "连续输错次数过多，账号已暂时锁定，请 15 分钟后再试或重置密码", en: "Too many wrong attempts: the account is locked for now. Try again in 15 minutes or reset the password" },
  RATE_LIMITED: { zh: "尝试过于频繁，请稍后再试", en: "Too many attempts; please wait a little" },
  NO_ANSWER: { zh: "连接中断，没有收到答复，请再试一次", en: "The connection was lost before an answer came; please try again" },
} as const satisfies Record<string, Text>;

export const UNKNOWN: Text = { zh: "暂时无法登录，请稍后再试", en: "Signing in is not possible right now; please try again shortly" };
