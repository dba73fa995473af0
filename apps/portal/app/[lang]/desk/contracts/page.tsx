import { listOwnContracts } from "@ttx/domain/contract";
import { listOwnRecords } from "@ttx/domain/credit";
import { codeLabel } from "@ttx/domain/reference";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { FileTextIcon } from "@ttx/ui/icons/file-text";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OwnRecords } from "#components/consequence/own-records.tsx";
import { ContractState, ReviewState } from "#components/contract/contract-state.tsx";
import { M } from "#components/contract-import/texts.ts";
import { C } from "#components/contract/contract-texts.ts";
import { ExportLinks } from "#components/export-links.tsx";
import { deadlineState, leftInWords } from "#components/contract/working-days.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const GROUPS = ["ALL", "TO_DO", "OPEN", "REGISTERED", "CLOSED"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnContractsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const group = GROUPS.find((one) => one === askedText(asked, "group")) ?? "ALL";
  const text = askedText(asked, "q").slice(0, 100);
  const actor = await requireActor(lang);
  const [page, records] = await Promise.all([
    readFor(actor, listOwnContracts, { group, text: text || undefined, cursor: askedText(asked, "cursor") || undefined, limit: 50 }),
    readFor(actor, listOwnRecords, {}),
  ]);
  const address = (of: (typeof GROUPS)[number]): string => href(lang, "/desk/contracts", { group: of === "ALL" ? undefined : of, q: text });
  const untouched = group === "ALL" && text === "";
  const newForm = <LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/contracts/new")}>{pick(lang, T.newContract)}</LinkButton>;
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} actions={<>{newForm}<LinkButton href={href(lang, "/desk/contracts/import")}>{pick(lang, M.title)}</LinkButton></>} />
      <OwnRecords lang={lang} records={records.items} />
      <Tabs label={pick(lang, T.groups)} tabs={GROUPS.map((one) => ({ href: address(one), label: pick(lang, T[one]), current: group === one }))} />
      <form role="search" action={href(lang, "/desk/contracts")} className="flex max-w-md items-end gap-2">
        <div className="grid flex-1 gap-1"><label htmlFor="q" className="text-sm text-ink-soft">{pick(lang, T.search)}</label><input id="q" type="search" name="q" defaultValue={text} className="control min-h-9" /></div>
        {group === "ALL" ? null : <input type="hidden" name="group" value={group} />}
        <Button type="submit" size="small">{pick(lang, T.go)}</Button>
      </form>
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<FileTextIcon size={24} />} title={pick(lang, untouched ? T.emptyTitle : T.emptyFilter)} action={untouched ? newForm : null}>{untouched ? pick(lang, T.emptyText) : null}</EmptyState>}
      />
      {page.items.length === 0 ? null : <div className="flex flex-wrap gap-3"><ExportLinks lang={lang} path="/contracts/export" filters={{ group, text }} /></div>}
      <Pager lang={lang} nextHref={nextPage(address(group), page.nextCursor)} />
    </div>
  );
}

type Row = Awaited<ReturnType<(typeof listOwnContracts)["run"]>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "name", label: pick(lang, T.name), head: true, width: "wide",
      cell: (row) => (
        <>
          <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/contracts/${row.id}`)}>{row.projectName || pick(lang, C.untitled)}</a>
          {row.buyers.length > 0 ? <span lang="zh-CN" className="block text-sm text-ink-soft">{row.buyers.join("、")}</span> : null}
        </>
      ),
    },
    { key: "type", label: pick(lang, T.type), deskOnly: true, cell: (row) => (row.contractType === null ? "—" : pick(lang, codeLabel("contract-types", row.contractType))) },
    { key: "turnover", label: pick(lang, T.turnover), align: "right", width: "narrow", cell: (row) => (row.turnoverFen === null ? "—" : <Money lang={lang} as="readable" amount={row.turnoverFen} />) },
    { key: "technical", label: pick(lang, T.technical), align: "right", width: "narrow", deskOnly: true, cell: (row) => (row.technicalFen === null ? "—" : <Money lang={lang} as="readable" amount={row.technicalFen} />) },
    {
      key: "state", label: pick(lang, T.state), width: "narrow",
      cell: (row) => <span className="flex flex-wrap gap-1"><ContractState lang={lang} state={row.state} />{row.reviewState && row.state === "REGISTERED" ? <ReviewState lang={lang} state={row.reviewState} /> : null}</span>,
    },
    {
      key: "deadline", label: pick(lang, T.deadline), width: "narrow",
      cell: (row) => (row.workingDaysLeft === null ? <span className="tabular text-ink-soft">{row.registrationNo ?? "—"}</span> : <span className={deadlineState(row.workingDaysLeft) === "far" ? "" : "font-medium text-due"}>{leftInWords(row.workingDaysLeft, lang)}</span>),
    },
    { key: "updated", label: pick(lang, T.updated), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{formatDateTime(row.updatedAt, lang)}</span> },
  ];
}
