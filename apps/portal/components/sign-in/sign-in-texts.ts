import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

/** What the server says when it does not let somebody in, in words. */
const REFUSALS = {
  SIGN_IN_WRONG: { zh: "账号或密码不正确", en: "The account or the password is not right" },
  SECOND_FACTOR_CODE_WRONG: { zh: "验证码不正确或已使用过，请等待下一组后再输入", en: "The code is wrong or has been used; wait for the next one" },
  SIGN_IN_RESTING: { zh: "连续输错次数过多，账号已暂停登录，{until} 后可再试，或重设密码", en: "Too many wrong tries: signing in rests until {until}. Or reset the password" },
  RATE_LIMITED: { zh: "尝试过于频繁，请 {seconds} 秒后再试", en: "Too many tries; please wait {seconds} seconds" },
  NO_ANSWER: { zh: "连接中断，没有收到答复，请再试一次", en: "The connection was lost before an answer came; please try again" },
} as const satisfies Record<string, Text>;

const UNKNOWN: Text = { zh: "暂时无法登录，请稍后再试", en: "Signing in is not possible right now; please try again shortly" };

/** The sentence for a refusal; `detail` is what the server adds: until when, how many seconds. */
export function refusalText(lang: Lang, code: string, detail = ""): string {
  const words = pick(lang, isKnown(code) ? REFUSALS[code] : UNKNOWN);
  return words.replace("{seconds}", detail).replace("{until}", code === "SIGN_IN_RESTING" ? formatDateTime(detail, lang) : "");
}

function isKnown(code: string): code is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, code);
}
