import { listDueActs } from "@ttx/domain/operations";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS, T } from "#components/operations/operations-texts.ts";
import { RetryButton } from "#components/operations/retry-button.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const SHOW = { overdue: T.showOverdue, failing: T.showFailing, upcoming: T.showUpcoming } as const satisfies Record<string, Text>;
const PLACE = "/desk/operations/due-acts";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.dueTitle) };
}

export default async function DueActsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  const show = (Object.keys(SHOW) as (keyof typeof SHOW)[]).find((one) => one === askedText(asked, "show")) ?? "overdue";
  const page = await readFor(await requireActor(lang), listDueActs, { show, limit: 50, cursor: askedText(asked, "cursor") || undefined });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.dueTitle)} crumbs={[{ href: href(lang, "/desk/operations"), label: say(OPERATIONS) }]} />
      <OperationsTabs lang={lang} here={PLACE} />
      <Tabs label={say(T.show)} tabs={(Object.keys(SHOW) as (keyof typeof SHOW)[]).map((one) => ({ href: href(lang, PLACE, { show: one }), label: say(SHOW[one]), current: one === show }))} />
      <Table
        caption={`${say(T.dueTitle)}: ${say(SHOW[show])}`}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} title={say(T.dueNone)}>{say(T.dueNoneText)}</EmptyState>}
        columns={[
          { key: "kind", label: say(T.act), head: true, cell: ({ kind }) => <span className="font-mono text-sm">{kind}</span> },
          { key: "subject", label: say(T.subject), cell: ({ subjectId }) => <span className="font-mono text-xs break-all">{subjectId}</span> },
          { key: "due", label: say(T.dueAt), align: "right", cell: ({ dueAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(dueAt, lang, true)}</span> },
          { key: "tries", label: say(T.tries), align: "right", cell: ({ attempts }) => <span className="tabular">{attempts}</span> },
          {
            key: "fault", label: say(T.fault), width: "wide",
            cell: ({ lastError, nextTryAt }) =>
              lastError === null ? "—" : (
                <span className="grid gap-0.5 text-sm">
                  <span className="break-words">{lastError.slice(0, 300)}</span>
                  {nextTryAt ? <span className="tabular text-ink-soft">{`${say(T.nextTry)} ${formatDateTime(nextTryAt, lang, true)}`}</span> : null}
                </span>
              ),
          },
          { key: "retry", label: <span className="sr-only">{say(T.retry)}</span>, cell: ({ id, kind, lastError }) => (lastError === null ? null : <RetryButton url={`/api/v1/operations/due-acts/${id}/retry`} label={say(T.retry)} pendingLabel={say(T.retrying)} subject={kind} />) },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, { show }), page.nextCursor)} />
    </div>
  );
}
