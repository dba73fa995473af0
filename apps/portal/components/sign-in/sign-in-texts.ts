import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const REFUSALS: Readonly<Record<string, Text>> = {
  SIGN_IN_WRONG: { zh: "账号或密码不正确。请核对后重试，或通过“忘记密码”重设。", en: "The account or the password is wrong. Check both, or reset the password." },
  SIGN_IN_RESTING: { zh: "连续多次输入错误，账号暂停登录至 {detail}。", en: "Too many wrong tries in a row: signing in rests until {detail}." },
  SECOND_FACTOR_CODE_WRONG: { zh: "动态码不正确或已使用过。请等待下一个动态码后重试。", en: "The code is wrong or has been used. Wait for the next code and try again." },
  RATE_LIMITED: { zh: "尝试过于频繁，请 {detail} 秒后再试。", en: "Too many attempts; try again in {detail} seconds." },
  NO_ANSWER: { zh: "连接中断，没有收到答复，请再试一次。", en: "The connection was lost before an answer came; please try again." },
  INTERNAL: { zh: "服务器出错，没有登录。联系我们时请报编号 {detail}。", en: "Something went wrong on our side. Quote {detail} when you contact us." },
};

const UNKNOWN: Text = { zh: "暂时无法登录，请稍后再试。", en: "Signing in is not possible right now; please try again shortly." };

/** Why somebody was not let in, in words; an instant in the detail is shown as a time. */
export function refusalText(lang: Lang, code: string, detail = ""): string {
  const text = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  const readable = /^\d{4}-\d{2}-\d{2}T/.test(detail) ? formatDateTime(detail, lang) : detail;
  return pick(lang, text ?? UNKNOWN).replace("{detail}", readable);
}
