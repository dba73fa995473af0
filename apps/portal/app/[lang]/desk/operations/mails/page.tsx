import { listMails } from "@ttx/domain/operations";
import { MAIL_STATE_LABELS } from "@ttx/domain/operations/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { MAIL_TONES } from "#components/operations/mail-tones.ts";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS, T } from "#components/operations/operations-texts.ts";
import { RetryButton } from "#components/operations/retry-button.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const STATES = ["FAILED", "QUEUED", "SENT", "KEPT"] as const;
const PLACE = "/desk/operations/mails";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.mailsTitle) };
}

export default async function MailsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  const state = STATES.find((one) => one === askedText(asked, "state"));
  const page = await readFor(await requireActor(lang), listMails, { state, limit: 50, cursor: askedText(asked, "cursor") || undefined });
  const address = (of?: string): string => href(lang, PLACE, { state: of });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.mailsTitle)} crumbs={[{ href: href(lang, "/desk/operations"), label: say(OPERATIONS) }]} />
      <OperationsTabs lang={lang} here={PLACE} />
      <Tabs label={say(T.state)} tabs={[{ href: address(), label: say(T.all), current: state === undefined }, ...STATES.map((one) => ({ href: address(one), label: say(MAIL_STATE_LABELS[one]), current: one === state }))]} />
      <Table
        caption={say(T.mailsTitle)}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} title={say(T.mailsNone)} />}
        columns={[
          { key: "recipient", label: say(T.recipient), head: true, cell: ({ recipient }) => <span className="break-all">{recipient}</span> },
          { key: "state", label: say(T.state), cell: (mail) => <StatusTag tone={MAIL_TONES[mail.state]}>{say(MAIL_STATE_LABELS[mail.state])}</StatusTag> },
          { key: "tries", label: say(T.tries), align: "right", cell: ({ attempts }) => <span className="tabular">{attempts}</span> },
          { key: "fault", label: say(T.fault), width: "wide", cell: ({ error }) => <span className="text-sm break-words">{error?.slice(0, 300) ?? "—"}</span> },
          { key: "created", label: say(T.created), align: "right", cell: ({ createdAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(createdAt, lang)}</span> },
          { key: "retry", label: <span className="sr-only">{say(T.retry)}</span>, cell: (mail) => (mail.state === "FAILED" ? <RetryButton url={`/api/v1/operations/mails/${mail.id}/retry`} label={say(T.retry)} pendingLabel={say(T.retrying)} subject={mail.recipient} /> : null) },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address(state), page.nextCursor)} />
    </div>
  );
}
