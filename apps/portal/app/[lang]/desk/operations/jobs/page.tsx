import { readOperations } from "@ttx/domain/operations";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { FailedJob } from "@ttx/queue";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS, T } from "#components/operations/operations-texts.ts";
import { RetryButton } from "#components/operations/retry-button.tsx";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { log } from "#runtime/log.ts";
import { queue } from "#runtime/queue.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const PLACE = "/desk/operations/jobs";
const LIMIT = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.jobsTitle) };
}

export default async function FailedJobsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  await readFor(await requireActor(lang), readOperations, {}); // who may see how the platform does may see its jobs
  const from = Math.max(0, Math.trunc(Number(askedText(asked, "from"))) || 0);
  const jobs = await failedJobs(from);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.jobsTitle)} crumbs={[{ href: href(lang, "/desk/operations"), label: say(OPERATIONS) }]} />
      <OperationsTabs lang={lang} here={PLACE} />
      {jobs === null ? (
        <p role="alert" className="rounded border border-due-line bg-due-soft px-4 py-3 text-due">{say(T.queueGone)}</p>
      ) : (
        <>
          <Table
            caption={say(T.jobsTitle)}
            rows={jobs.slice(0, LIMIT)}
            rowKey={({ id }) => id}
            empty={<EmptyState level={2} title={say(T.jobsNone)}>{say(T.jobsNoneText)}</EmptyState>}
            columns={[
              { key: "type", label: say(T.event), head: true, cell: ({ type, eventId }) => <span className="font-mono text-sm">{`${type} ${eventId}`}</span> },
              { key: "reason", label: say(T.fault), width: "wide", cell: ({ reason }) => <span className="text-sm break-words">{reason.slice(0, 500)}</span> },
              { key: "tries", label: say(T.tries), align: "right", cell: ({ attempts }) => <span className="tabular">{attempts}</span> },
              { key: "failed", label: say(T.failedAt), align: "right", cell: ({ failedAt }) => <span className="tabular whitespace-nowrap">{failedAt ? formatDateTime(failedAt, lang, true) : "—"}</span> },
              { key: "retry", label: <span className="sr-only">{say(T.retry)}</span>, cell: ({ id, type }) => <RetryButton url={`/api/v1/operations/jobs/${id}/retry`} label={say(T.retry)} pendingLabel={say(T.retrying)} subject={type} /> },
            ]}
          />
          <Pager lang={lang} {...(jobs.length > LIMIT ? { nextHref: href(lang, PLACE, { from: String(from + LIMIT) }) } : {})} />
        </>
      )}
    </div>
  );
}

async function failedJobs(from: number): Promise<FailedJob[] | null> {
  try {
    return await queue().failed(from, from + LIMIT);
  } catch (error) {
    log.warn({ err: error }, "the queue cannot be asked");
    return null;
  }
}
