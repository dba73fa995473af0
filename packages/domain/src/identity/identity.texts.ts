import type { Texts } from "../shared/texts.ts";

export const IDENTITY_TEXTS = {
  SIGN_IN_WRONG: { zh: "账号或密码不正确。请核对后重试，或通过“忘记密码”重设。", en: "The account or the password is wrong. Check both, or reset the password." },
  SIGN_IN_RESTING: { zh: "连续多次输入错误，账号暂停登录至 {until}。", en: "Too many wrong tries in a row: signing in rests until {until}." },
  SECOND_FACTOR_CODE_NEEDED: { zh: "请输入身份验证器显示的 6 位动态码，或一个备用恢复码。", en: "Enter the 6-digit code of your authenticator, or a recovery code." },
  SECOND_FACTOR_CODE_WRONG: { zh: "动态码不正确或已使用过。请等待下一个动态码后重试。", en: "The code is wrong or has been used. Wait for the next code and try again." },
} as const satisfies Texts;
