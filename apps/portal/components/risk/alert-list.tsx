import type { listAlerts } from "@ttx/domain/risk";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { ShieldCheckIcon } from "@ttx/ui/icons/shield-check";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { leftInWords } from "#components/contract/working-days.ts";
import { AlertState, LevelTag } from "./alert-tags.tsx";
import { R } from "./risk-texts.ts";

type Line = Awaited<ReturnType<typeof listAlerts.run>>["items"][number];

export type AlertListProps = { readonly lang: Lang; readonly alerts: readonly Line[]; readonly selected: string | undefined; readonly hrefOf: (alertId: string) => string };

/** Alerts, the gravest first, each with its term. */
export function AlertList({ lang, alerts, selected, hrefOf }: AlertListProps) {
  return (
    <Table
      caption={pick(lang, R.title)}
      dense
      rows={alerts}
      rowKey={({ alertId }) => alertId}
      {...(selected === undefined ? {} : { selected })}
      empty={<EmptyState level={2} icon={<ShieldCheckIcon size={24} />} title={pick(lang, R.none)}>{pick(lang, R.noneText)}</EmptyState>}
      columns={[
        { key: "level", label: pick(lang, R.level), width: "narrow", cell: ({ level }) => <LevelTag lang={lang} level={level} /> },
        {
          key: "what", label: pick(lang, R.what), head: true,
          cell: ({ alertId, title, projectName, contracts, rule }) => (
            <span className="grid leading-snug">
              <a className="link" href={hrefOf(alertId)}>{pick(lang, title)}</a>
              <span lang="zh-CN" className="text-ink">{projectName}</span>
              <span className="text-sm text-ink-soft">{rule} · {pick(lang, R.contracts).replace("{n}", String(contracts))}</span>
            </span>
          ),
        },
        // Beside an open file there is room for what tells alerts apart, and no more.
        ...(selected === undefined ? [{ key: "parties", label: pick(lang, R.parties), cell: ({ seller, buyer }: Line) => <span lang="zh-CN" className="text-sm text-ink-soft">{seller} → {buyer}</span> }] : []),
        { key: "state", label: pick(lang, R.state), width: "narrow", cell: ({ state }) => <AlertState lang={lang} state={state} /> },
        {
          key: "due", label: pick(lang, R.due), width: "narrow",
          cell: ({ answerDueAt, workingDaysLeft, concludedAt }) =>
            workingDaysLeft === null ? (
              <time className="tabular text-ink-soft" dateTime={concludedAt?.toISOString()}>{concludedAt ? formatDay(concludedAt, lang) : ""}</time>
            ) : (
              <span className="grid leading-snug">
                <time className="tabular" dateTime={answerDueAt.toISOString()}>{formatDay(new Date(answerDueAt.getTime() - 1), lang)}</time>
                <span className={workingDaysLeft < 0 ? "text-sm font-medium text-live" : workingDaysLeft <= 2 ? "text-sm font-medium text-due" : "text-sm text-ink-soft"}>{leftInWords(workingDaysLeft, lang)}</span>
              </span>
            ),
        },
      ]}
    />
  );
}
