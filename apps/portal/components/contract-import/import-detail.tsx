import { contractRowProblem, PROBLEM_TEXTS } from "@ttx/api";
import type { readImport } from "@ttx/domain/contract-import";
import { IMPORT_STATE_LABELS, type ImportState } from "@ttx/domain/contract-import/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatCount } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatFigure } from "@ttx/ui/stat-figure";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { href } from "#lang/href.ts";
import { RefreshWhile } from "./refresh-while.tsx";
import { M } from "./texts.ts";

type Import = Awaited<ReturnType<typeof readImport.run>>;
type Problem = Import["problems"][number];

export const IMPORT_TONES: Readonly<Record<ImportState, Tone>> = { QUEUED: "waiting", RUNNING: "active", MERGING: "active", DONE: "done", REFUSED: "refused", FAILED: "refused", CANCELLED: "ended" };

/** How far one import is, what was taken, and what is wrong with the rest. */
export function ImportDetail({ lang, one }: { readonly lang: Lang; readonly one: Import }) {
  const open = one.finishedAt === null;
  const report = (format: string): string => `/api/v1/contract-imports/${one.id}/report?format=${format}&lang=${lang}`;
  const figures = [["read", one.rowsRead], ["merged", one.rowsMerged], ["same", one.rowsSame], ["bad", one.rowsBad]] as const;
  const words = fillText(pick(lang, M.progress), { rows: formatCount(one.rowsRead), percent: String(Math.floor(one.progressBp / 100)) });
  return (
    <Section id="import" title={one.fileName}>
      <div className="grid gap-4">
        <p><StatusTag tone={IMPORT_TONES[one.state]}>{pick(lang, IMPORT_STATE_LABELS[one.state])}</StatusTag></p>
        {open ? (
          <Panel tone="brand">
            <RefreshWhile />
            <p role="status">{words}</p>
            <progress aria-label={words} value={one.progressBp} max={10_000} className="h-2 w-full" />
            <p className="text-sm text-ink-soft">{pick(lang, M.leave)}</p>
          </Panel>
        ) : null}
        {one.fault ? <Panel tone="live"><p className="font-medium">{fillText(PROBLEM_TEXTS[one.fault.code]?.[lang] ?? one.fault.code, one.fault.details)}</p></Panel> : null}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">{figures.map(([key, value]) => <StatFigure key={key} label={pick(lang, M[key])} value={formatCount(value)} />)}</dl>
        <div className="flex flex-wrap gap-3">
          {one.rowsMerged > 0 ? <LinkButton size="small" href={href(lang, "/desk/contracts", { group: "TO_DO" })}>{pick(lang, M.drafts)}</LinkButton> : null}
          {one.state === "QUEUED" || one.state === "RUNNING" ? <ConfirmedAct lang={lang} url={`/api/v1/contract-imports/${one.id}/cancel`} label={pick(lang, M.cancel)} sentence={pick(lang, M.cancelText)} tone="danger" small /> : null}
        </div>
        {one.problems.length > 0 ? (
          <div className="grid gap-3">
            <Table caption={pick(lang, M.problems)} columns={columns(lang)} rows={one.problems} rowKey={({ rowNo, path, code }) => `${rowNo}/${path}/${code}`} dense />
            <p className="text-sm text-ink-soft">{pick(lang, M.reportHint)}</p>
            <div className="flex flex-wrap gap-3">
              <LinkButton size="small" href={report("xlsx")}>{pick(lang, M.report)}</LinkButton>
              <LinkButton size="small" href={report("csv")}>{pick(lang, M.reportCsv)}</LinkButton>
            </div>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function columns(lang: Lang): readonly Column<Problem>[] {
  return [
    { key: "row", label: pick(lang, M.row), head: true, width: "narrow", align: "right", cell: ({ rowNo }) => <span className="tabular">{rowNo}</span> },
    { key: "column", label: pick(lang, M.column), width: "narrow", cell: (problem) => contractRowProblem(problem, lang).column ?? "—" },
    { key: "reason", label: pick(lang, M.reason), width: "wide", cell: (problem) => contractRowProblem(problem, lang).message },
  ];
}
