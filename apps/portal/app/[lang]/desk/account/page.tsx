import { listSessions, readSelf } from "@ttx/domain/identity";
import { read } from "@ttx/domain/shared/execute";
import { ROLE_LABELS } from "@ttx/domain/shared/roles";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ActButton } from "#components/account/act-button.tsx";
import { MembershipSwitch } from "#components/account/membership-switch.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { ProfileForm } from "#components/account/profile-form.tsx";
import { SecondFactorPanel } from "#components/account/second-factor-panel.tsx";
import { SessionTable } from "#components/account/session-table.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly cursor?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { cursor } = await searchParams;
  const [self, sessions] = await Promise.all([read(deps(), readSelf, actor, {}), read(deps(), listSessions, actor, { cursor: typeof cursor === "string" ? cursor : undefined })]);
  const say = (text: Text): string => pick(lang, text);
  const memberships = self.memberships.map(({ id, organisation, roles }) => ({ id, organisation: organisation.name, roles: roles.map((role) => say(ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", ") }));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.title)} intro={`${say(T.email)}${lang === "zh" ? "：" : ": "}${self.email ?? self.phone ?? "—"}`} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid gap-6">
          <Panel title={say(T.profile)}><ProfileForm lang={lang} name={self.name} phone={self.phone} language={self.language} /></Panel>
          {memberships.length > 1 ? <Panel title={say(T.memberships)}><MembershipSwitch lang={lang} memberships={memberships} current={self.membershipId} /></Panel> : null}
        </div>
        <div className="grid gap-6">
          <SecondFactorPanel lang={lang} enrolled={self.secondFactorEnrolled} since={self.secondFactorSince} required={self.secondFactorRequired} codesLeft={self.recoveryCodesLeft} />
          <Panel title={say(T.password)}>
            <p className="mb-4 text-sm text-ink-soft">{say(T.passwordText)}</p>
            <PasswordForm lang={lang} />
          </Panel>
        </div>
      </div>
      <Panel
        title={say(T.sessions)}
        actions={sessions.items.length > 1 ? <ActButton lang={lang} url="/api/v1/me/sessions" method="DELETE" label={say(T.endOthers)} sentence={say(T.endOthersText)} /> : undefined}
      >
        <SessionTable lang={lang} sessions={sessions.items} />
        <Pager lang={lang} {...(sessions.nextCursor === null ? {} : { nextHref: href(lang, "/desk/account", { cursor: sessions.nextCursor }) })} />
      </Panel>
    </div>
  );
}
