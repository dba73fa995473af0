"use client";

import { ROLE_LABELS, type Role } from "@ttx/domain/shared/roles";
import { DefinitionList } from "@ttx/ui/definition-list";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { formatDateTime } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { Skeleton } from "@ttx/ui/skeleton";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";
import { AcceptAsNew, AcceptSignedIn } from "./accept-invitation.tsx";
import { useLinkToken } from "./use-link-token.ts";

const T = {
  title: { zh: "邀请", en: "The invitation" },
  organisation: { zh: "单位", en: "Organisation" },
  inviter: { zh: "邀请人", en: "Invited by" },
  email: { zh: "发送至", en: "Sent to" },
  roles: { zh: "角色", en: "Roles" },
  until: { zh: "有效期至", en: "Open until" },
  none: { zh: "链接不完整，请从邮件中重新打开。", en: "The link is not complete; open it from the mail again." },
  signIn: { zh: "登录该账号", en: "Sign in to that account" },
  hasAccount: { zh: "该邮箱已有账号。请先登录，登录后重新打开邮件中的链接即可接受。", en: "This address has an account. Sign in first, then open the link in the mail again." },
} as const satisfies Record<string, Text>;

export type Invitation = { readonly organisation: string; readonly inviter: string; readonly email: string; readonly roles: readonly Role[]; readonly expiresAt: string; readonly hasAccount: boolean; readonly isYou: boolean };

/** What an invitation's link says, and the way to accept it for somebody new, signed in, or not signed in yet. */
export function InvitationCard({ lang }: { readonly lang: Lang }) {
  const token = useLinkToken();
  const { submit, problems, done: invitation } = useMutation<Invitation>("/api/v1/invitations/look-up");
  const say = (text: Text): string => pick(lang, text);
  useEffect(() => {
    if (token !== null && token !== "reading") void submit({ token });
  }, [token, submit]);

  if (token === null) return <p>{say(T.none)}</p>;
  if (problems) return <div className="max-w-2xl"><ErrorSummary lang={lang} items={problems.summary} reference={problems.requestId} /></div>;
  if (token === "reading" || !invitation) return <Skeleton className="h-64 max-w-2xl" />;
  return (
    <div className="grid max-w-2xl gap-6">
      <Panel title={say(T.title)}>
        <DefinitionList
          items={[
            { term: say(T.organisation), value: invitation.organisation },
            { term: say(T.inviter), value: invitation.inviter },
            { term: say(T.email), value: invitation.email },
            { term: say(T.roles), value: invitation.roles.map((role) => say(ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", ") },
            { term: say(T.until), value: formatDateTime(invitation.expiresAt, lang) },
          ]}
        />
      </Panel>
      {invitation.isYou ? <AcceptSignedIn lang={lang} token={token} /> : null}
      {invitation.hasAccount && !invitation.isYou ? (
        <div className="grid gap-3">
          <p>{say(T.hasAccount)}</p>
          <div><LinkButton tone="primary" href={href(lang, "/sign-in", { next: href(lang, "/desk/organisation") })}>{say(T.signIn)}</LinkButton></div>
        </div>
      ) : null}
      {invitation.hasAccount ? null : <AcceptAsNew lang={lang} token={token} email={invitation.email} />}
    </div>
  );
}
