import type { listApiKeys } from "@ttx/domain/identity";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { KeyRoundIcon } from "@ttx/ui/icons/key-round";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActButton } from "#components/account/act-button.tsx";

const T = {
  caption: { zh: "本单位的 API 密钥", en: "API keys of the organisation" },
  name: { zh: "用途", en: "For" },
  state: { zh: "状态", en: "State" },
  scopes: { zh: "允许的操作", en: "May do" },
  used: { zh: "最近使用", en: "Last used" },
  until: { zh: "有效期至", en: "Valid until" },
  act: { zh: "操作", en: "Act" },
  revoke: { zh: "撤销密钥", en: "Revoke" },
  sentence: { zh: "使用“{name}”的程序将立即无法访问，且不能恢复。", en: "The program that uses “{name}” will be refused at once; this cannot be undone." },
  none: { zh: "还没有 API 密钥", en: "No API keys yet" },
  noneText: { zh: "生成一个密钥后，本单位的系统就可以通过接口发布成果、提交合同。", en: "With a key your own systems can post results and file contracts through the API." },
} as const satisfies Record<string, Text>;

const STATES = {
  ACTIVE: { tone: "done", label: { zh: "有效", en: "Active" } },
  EXPIRED: { tone: "ended", label: { zh: "已过期", en: "Expired" } },
  REVOKED: { tone: "ended", label: { zh: "已撤销", en: "Revoked" } },
} as const satisfies Record<string, { tone: Tone; label: Text }>;

type Keys = Awaited<ReturnType<(typeof listApiKeys)["run"]>>["items"];

export function KeyTable({ lang, keys }: { readonly lang: Lang; readonly keys: Keys }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <Table
      caption={say(T.caption)}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<EmptyState level={2} icon={<KeyRoundIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
      columns={[
        { key: "name", label: say(T.name), head: true, cell: ({ name, prefix }) => <><span lang="zh-CN">{name}</span><span className="block text-sm text-ink-soft">ttx_{prefix}_…</span></> },
        { key: "state", label: say(T.state), cell: ({ state }) => <StatusTag tone={STATES[state].tone}>{say(STATES[state].label)}</StatusTag> },
        { key: "scopes", label: say(T.scopes), cell: ({ scopes }) => <span className="text-sm break-words">{scopes.join(", ")}</span> },
        { key: "used", label: say(T.used), cell: ({ lastUsedAt }) => (lastUsedAt === null ? "—" : <time className="tabular whitespace-nowrap" dateTime={lastUsedAt.toISOString()}>{formatDateTime(lastUsedAt, lang)}</time>) },
        { key: "until", label: say(T.until), cell: ({ expiresAt }) => (expiresAt === null ? "—" : <time className="tabular whitespace-nowrap" dateTime={expiresAt.toISOString()}>{formatDateTime(expiresAt, lang)}</time>) },
        {
          key: "act",
          label: say(T.act),
          width: "narrow",
          cell: ({ id, name, state }) => (state === "ACTIVE" ? <ActButton lang={lang} url={`/api/v1/api-keys/${id}`} method="DELETE" label={say(T.revoke)} sentence={say(T.sentence).replace("{name}", name)} /> : "—"),
        },
      ]}
    />
  );
}
