import { codeLabel } from "@ttx/domain/reference/client";
import type { registrationQueue } from "@ttx/domain/recognition";
import { fillText } from "@ttx/domain/shared/texts";
import { cx } from "@ttx/ui/cx";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { ContractState } from "#components/contract/contract-state.tsx";
import { deadlineState, leftInWords } from "#components/contract/working-days.ts";
import { R } from "./registration-texts.ts";

export type QueueItem = Awaited<ReturnType<(typeof registrationQueue)["run"]>>["items"][number];

type Props = { readonly lang: Lang; readonly items: readonly QueueItem[]; readonly hrefOf: (id: string) => string; readonly selected?: string };

/** The whole queue as a table, while no file is open. */
export function DeskTable({ lang, items, hrefOf }: Props) {
  const columns: readonly Column<QueueItem>[] = [
    {
      key: "project", label: pick(lang, R.project), head: true, width: "wide",
      cell: (row) => (
        <>
          <a data-desk-row lang="zh-CN" className="link-quiet font-medium" href={hrefOf(row.id)}>{row.projectName}</a>
          <span className="block text-sm text-ink-soft">{row.contractType === null ? "" : pick(lang, codeLabel("contract-types", row.contractType))}</span>
        </>
      ),
    },
    { key: "parties", label: pick(lang, R.parties), cell: (row) => <span lang="zh-CN">{row.sellers.join("、")} → {row.buyers.join("、")}</span> },
    { key: "amount", label: pick(lang, R.amount), align: "right", width: "narrow", cell: (row) => (row.technicalFen === null ? "—" : <Money lang={lang} as="readable" amount={row.technicalFen} />) },
    { key: "left", label: pick(lang, R.left), width: "narrow", cell: (row) => <Left lang={lang} row={row} /> },
    { key: "state", label: pick(lang, R.state), width: "narrow", cell: (row) => <span className="flex flex-wrap gap-1"><ContractState lang={lang} state={row.state} /><Claim lang={lang} row={row} /></span> },
  ];
  return <Table caption={pick(lang, R.deskTitle)} dense columns={columns} rows={items} rowKey={(row) => row.id} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, R.emptyTitle)}>{pick(lang, R.emptyText)}</EmptyState>} />;
}

/** The queue beside an open file: names and what is left. */
export function DeskColumn({ lang, items, hrefOf, selected }: Props) {
  return (
    <ul className="grid">
      {items.map((row) => (
        <li key={row.id}>
          <a data-desk-row href={hrefOf(row.id)} aria-current={row.id === selected ? "true" : undefined} className={cx("grid gap-0.5 border-b border-line px-3 py-2 text-sm text-ink no-underline hover:bg-sunken", row.id === selected && "border-l-3 border-l-brand bg-brand-soft")}>
            <span lang="zh-CN" className="line-clamp-2 font-medium">{row.projectName}</span>
            <span className="flex flex-wrap justify-between gap-x-3"><Left lang={lang} row={row} />{row.technicalFen === null ? null : <Money lang={lang} as="readable" amount={row.technicalFen} className="text-ink-soft" />}</span>
            <span className="justify-self-start"><Claim lang={lang} row={row} /></span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Left({ lang, row }: { readonly lang: Lang; readonly row: QueueItem }) {
  if (row.workingDaysLeft === null) return <span className="tabular text-ink-soft">{formatDateTime(row.updatedAt, lang)}</span>;
  const state = deadlineState(row.workingDaysLeft, row.urgency);
  return <span className={state === "past" ? "font-medium text-live" : state === "near" ? "font-medium text-due" : ""}>{leftInWords(row.workingDaysLeft, lang)}</span>;
}

function Claim({ lang, row }: { readonly lang: Lang; readonly row: QueueItem }) {
  if (!row.claim) return null;
  return <StatusTag tone={row.claim.mine ? "active" : "waiting"}>{row.claim.mine ? pick(lang, R.claimedByMe) : fillText(pick(lang, R.claimedBy), { name: row.claim.name })}</StatusTag>;
}
