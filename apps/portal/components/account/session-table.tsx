import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { ActButton } from "./act-button.tsx";
import { deviceName } from "./device-name.ts";

const T = {
  caption: { zh: "登录设备", en: "Where you are signed in" },
  device: { zh: "设备", en: "Device" },
  address: { zh: "网络地址", en: "Address" },
  since: { zh: "登录时间", en: "Signed in" },
  seen: { zh: "最近活动", en: "Last seen" },
  act: { zh: "操作", en: "Act" },
  here: { zh: "本机", en: "This device" },
  factor: { zh: "双因素", en: "Second factor" },
  end: { zh: "退出登录", en: "Sign out" },
  sentence: { zh: "该设备将立即退出登录：", en: "This device will be signed out at once: " },
} as const satisfies Record<string, Text>;

export type SessionRow = { readonly id: string; readonly ip: string | null; readonly userAgent: string | null; readonly createdAt: Date; readonly lastSeenAt: Date; readonly secondFactor: boolean; readonly current: boolean };

export function SessionTable({ lang, sessions }: { readonly lang: Lang; readonly sessions: readonly SessionRow[] }) {
  const say = (text: Text): string => pick(lang, text);
  return (
    <Table
      caption={say(T.caption)}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "device",
          label: say(T.device),
          head: true,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              {deviceName(row.userAgent, lang)}
              {row.current ? <StatusTag tone="active">{say(T.here)}</StatusTag> : null}
              {row.secondFactor ? <StatusTag tone="done">{say(T.factor)}</StatusTag> : null}
            </span>
          ),
        },
        { key: "address", label: say(T.address), cell: (row) => <span className="tabular">{row.ip ?? "—"}</span> },
        { key: "since", label: say(T.since), cell: (row) => <time className="tabular" dateTime={row.createdAt.toISOString()}>{formatDateTime(row.createdAt, lang)}</time> },
        { key: "seen", label: say(T.seen), cell: (row) => <time className="tabular" dateTime={row.lastSeenAt.toISOString()}>{formatDateTime(row.lastSeenAt, lang)}</time> },
        {
          key: "act",
          label: say(T.act),
          width: "narrow",
          cell: (row) => (row.current ? "—" : <ActButton lang={lang} url={`/api/v1/me/sessions/${row.id}`} method="DELETE" label={say(T.end)} sentence={`${say(T.sentence)}${deviceName(row.userAgent, lang)}`} />),
        },
      ]}
    />
  );
}
