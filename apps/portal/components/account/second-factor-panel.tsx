import { formatDateTime } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { RenewRecoveryCodes } from "./renew-recovery-codes.tsx";

const T = {
  title: { zh: "身份验证器（双因素登录）", en: "Authenticator (second factor)" },
  on: { zh: "已启用", en: "In force" },
  off: { zh: "未启用", en: "Not set up" },
  since: { zh: "启用于 {at}，剩余恢复码 {left} 个。", en: "Set up on {at}; {left} recovery codes left." },
  needed: { zh: "您的角色须启用身份验证器后才能办理事项。", en: "Your role requires an authenticator before you can act." },
  advice: { zh: "建议启用：登录时除密码外再输入一组动态码，账号更安全。", en: "Recommended: a one-time code besides the password keeps your account safe." },
  setUp: { zh: "启用身份验证器", en: "Set up an authenticator" },
  replace: { zh: "更换身份验证器", en: "Replace the authenticator" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly enrolled: boolean; readonly since: Date | null; readonly required: boolean; readonly codesLeft: number };

export function SecondFactorPanel({ lang, enrolled, since, required, codesLeft }: Props) {
  const say = (text: Text): string => pick(lang, text);
  const link = href(lang, "/desk/account/second-factor");
  if (!enrolled || !since) {
    return (
      <Panel title={say(T.title)} actions={<StatusTag tone={required ? "due" : "draft"}>{say(T.off)}</StatusTag>} tone={required ? "due" : "plain"}>
        <p className="mb-4">{say(required ? T.needed : T.advice)}</p>
        <LinkButton tone={required ? "primary" : "secondary"} href={link}>{say(T.setUp)}</LinkButton>
      </Panel>
    );
  }
  return (
    <Panel title={say(T.title)} actions={<StatusTag tone="done">{say(T.on)}</StatusTag>}>
      <p className="mb-4">{say(T.since).replace("{at}", formatDateTime(since, lang)).replace("{left}", String(codesLeft))}</p>
      <div className="grid gap-5">
        <RenewRecoveryCodes lang={lang} />
        <div><LinkButton href={link}>{say(T.replace)}</LinkButton></div>
      </div>
    </Panel>
  );
}
