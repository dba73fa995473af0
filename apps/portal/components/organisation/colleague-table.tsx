import type { listColleagues } from "@ttx/domain/identity";
import { ROLE_LABELS, type Role } from "@ttx/domain/shared/roles";
import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActButton } from "#components/account/act-button.tsx";
import { EditRoles } from "./edit-roles.tsx";

const T = {
  caption: { zh: "本单位人员", en: "People of the organisation" },
  name: { zh: "姓名", en: "Name" },
  self: { zh: "本人", en: "You" },
  roles: { zh: "角色", en: "Roles" },
  contact: { zh: "邮箱", en: "E-mail" },
  factor: { zh: "双因素", en: "Second factor" },
  on: { zh: "已启用", en: "Set up" },
  off: { zh: "未启用", en: "Not set up" },
  since: { zh: "加入时间", en: "Since" },
  acts: { zh: "操作", en: "Acts" },
  end: { zh: "移出单位", en: "Take out" },
  sentence: { zh: "{name}将不能再代表本单位办理任何事项，立即生效。", en: "{name} will at once no longer act for this organisation." },
} as const satisfies Record<string, Text>;

type Colleagues = Awaited<ReturnType<(typeof listColleagues)["run"]>>;

/** The people of one's organisation; administrators see more and may change roles. */
export function ColleagueTable({ lang, colleagues, possibleRoles }: { readonly lang: Lang; readonly colleagues: Colleagues; readonly possibleRoles: readonly Role[] }) {
  const say = (text: Text): string => pick(lang, text);
  type Row = Colleagues["items"][number];
  const forAdministrators: readonly Column<Row>[] = [
    { key: "contact", label: say(T.contact), cell: ({ email, phone }) => <span className="break-all">{email ?? phone ?? "—"}</span> },
    { key: "factor", label: say(T.factor), cell: ({ secondFactor }) => <StatusTag tone={secondFactor ? "done" : "draft"}>{say(secondFactor ? T.on : T.off)}</StatusTag> },
  ];
  const acts: Column<Row> = {
    key: "acts",
    label: say(T.acts),
    width: "narrow",
    cell: ({ membershipId, name, roles }) => (
      <span className="flex flex-wrap gap-1 md:flex-nowrap">
        <EditRoles lang={lang} membershipId={membershipId} name={name} roles={roles} possible={possibleRoles} />
        <ActButton lang={lang} url={`/api/v1/colleagues/${membershipId}`} method="DELETE" label={say(T.end)} sentence={say(T.sentence).replace("{name}", name)} />
      </span>
    ),
  };
  return (
    <Table
      caption={say(T.caption)}
      rows={colleagues.items}
      rowKey={({ membershipId }) => membershipId}
      columns={[
        { key: "name", label: say(T.name), head: true, cell: ({ name, self }) => <span className="flex flex-wrap items-center gap-2"><span lang="zh-CN">{name}</span>{self ? <StatusTag tone="active">{say(T.self)}</StatusTag> : null}</span> },
        { key: "roles", label: say(T.roles), cell: ({ roles }) => roles.map((role) => say(ROLE_LABELS[role])).join(lang === "zh" ? "、" : ", ") || "—" },
        ...(colleagues.manages ? forAdministrators : []),
        { key: "since", label: say(T.since), cell: ({ since }) => <time className="tabular whitespace-nowrap" dateTime={since.toISOString()}>{formatDateTime(since, lang)}</time> },
        ...(colleagues.manages ? [acts] : []),
      ]}
    />
  );
}
