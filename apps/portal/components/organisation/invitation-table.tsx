import { ROLE_LABELS, type Role } from "@ttx/domain/shared/roles";
import { formatDateTime } from "@ttx/ui/format";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActButton } from "#components/account/act-button.tsx";

const T = {
  caption: { zh: "尚未接受的邀请", en: "Open invitations" },
  email: { zh: "邮箱", en: "E-mail" },
  roles: { zh: "角色", en: "Roles" },
  until: { zh: "有效期至", en: "Open until" },
  act: { zh: "操作", en: "Act" },
  revoke: { zh: "撤回邀请", en: "Take back" },
  sentence: { zh: "发往 {email} 的邀请链接将立即失效。", en: "The link sent to {email} will stop working at once." },
} as const satisfies Record<string, Text>;

type Row = { readonly id: string; readonly email: string; readonly roles: readonly Role[]; readonly expiresAt: Date };

export function InvitationTable({ lang, invitations }: { readonly lang: Lang; readonly invitations: readonly Row[] }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <Table
      caption={say(T.caption)}
      showCaption
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: "email", label: say(T.email), head: true, cell: ({ email }) => <span className="break-all">{email}</span> },
        { key: "roles", label: say(T.roles), cell: ({ roles }) => roles.map((role) => say(ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", ") },
        { key: "until", label: say(T.until), cell: ({ expiresAt }) => <time className="tabular whitespace-nowrap" dateTime={expiresAt.toISOString()}>{formatDateTime(expiresAt, lang)}</time> },
        { key: "act", label: say(T.act), width: "narrow", cell: ({ id, email }) => <ActButton lang={lang} url={`/api/v1/invitations/${id}`} method="DELETE" label={say(T.revoke)} sentence={say(T.sentence).replace("{email}", email)} /> },
      ]}
    />
  );
}
