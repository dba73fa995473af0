import { readSelf } from "@ttx/domain/identity";
import { read } from "@ttx/domain/shared/execute";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { EnrolSecondFactor } from "#components/account/enrol-second-factor.tsx";
import { href } from "#lang/href.ts";
import { ownPath } from "#lang/own-path.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  title: { zh: "启用身份验证器", en: "Set up an authenticator" },
  replace: { zh: "更换身份验证器", en: "Replace the authenticator" },
  account: { zh: "账号与安全", en: "Account and security" },
  intro: { zh: "登录时除密码外再输入一组动态码，账号更安全。", en: "Besides the password, a one-time code at signing in keeps your account safe." },
  required: { zh: "您的角色（主管部门、登记机构、交易机构人员）须启用身份验证器后才能办理事项。", en: "Your role as an official or exchange operator requires an authenticator before you can act." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly next?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const self = await read(deps(), readSelf, await requireActor(lang), {});
  const { next } = await searchParams;
  const required = self.secondFactorRequired && !self.secondFactor;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        title={pick(lang, self.secondFactorEnrolled ? T.replace : T.title)}
        intro={pick(lang, required ? T.required : T.intro)}
        crumbs={[{ label: pick(lang, T.account), href: href(lang, "/desk/account") }]}
      />
      <EnrolSecondFactor lang={lang} goOn={ownPath(next) ?? href(lang, "/desk/account")} />
    </div>
  );
}
