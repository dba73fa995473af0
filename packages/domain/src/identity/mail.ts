import type { Context } from "../shared/use-case.ts";
import { fillText } from "../shared/texts.ts";
import type { Texts } from "../shared/texts.ts";

/** Letters about accounts: they go to an address, which need not be a person's yet. */
const LETTERS = {
  "invitation.subject": { zh: "{inviter}邀请您加入{organisation}", en: "{inviter} invites you to join {organisation}" },
  "invitation.body": {
    zh: "{inviter}邀请您以“{roles}”身份加入{organisation}，共同在国家技术交易网络平台办理业务。\n\n请在 7 天内打开下面的链接接受邀请：\n{link}\n\n如不认识邀请人，请忽略本邮件。",
    en: "{inviter} invites you to join {organisation} on the national technology exchange as: {roles}.\n\nOpen this link within 7 days to accept:\n{link}\n\nIf you do not know the sender, ignore this mail.",
  },
  "reset.subject": { zh: "重设登录密码", en: "Reset your password" },
  "reset.body": {
    zh: "{name}，您好：\n\n请在 1 小时内打开下面的链接重设登录密码。链接只能使用一次，重设后所有设备都会退出登录：\n{link}\n\n如非本人操作，请忽略本邮件，密码不会改变。",
    en: "Dear {name},\n\nOpen this link within one hour to set a new password. It works once; all devices will be signed out:\n{link}\n\nIf you did not ask for this, ignore this mail: your password stays as it is.",
  },
  "confirm.subject": { zh: "确认您的邮箱", en: "Confirm your e-mail address" },
  "confirm.body": {
    zh: "{name}，您好：\n\n您在国家技术交易网络平台注册了账号。请在 3 天内打开下面的链接确认邮箱，确认后即可代表单位办理业务：\n{link}\n\n如非本人操作，请忽略本邮件。",
    en: "Dear {name},\n\nYou have signed up on the national technology exchange. Open this link within 3 days to confirm your address; after that you can act for your organisation:\n{link}\n\nIf it was not you, ignore this mail.",
  },
} as const satisfies Texts;

type Letter = "invitation" | "reset" | "confirm";

/** Puts a letter in the post of this transaction; the worker sends it. The link inside exists nowhere else. */
export async function postLetter(ctx: Context, letter: Letter, to: string, language: "zh" | "en", details: Readonly<Record<string, string>>, createdAt: Date): Promise<void> {
  await ctx.tx.mailMessage.create({
    data: {
      recipient: to,
      subject: fillText(LETTERS[`${letter}.subject`][language], details),
      body: fillText(LETTERS[`${letter}.body`][language], details),
      createdAt,
    },
  });
}

/** An address of the portal with a secret in its fragment: fragments are sent to no server and stand in no log. */
export function secretLink(publicUrl: string, language: "zh" | "en", place: `/${string}`, token: string): string {
  return `${publicUrl}${language === "en" ? "/en" : ""}${place}#${token}`;
}
