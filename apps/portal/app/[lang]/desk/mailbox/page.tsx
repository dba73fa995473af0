import { listMailbox } from "@ttx/domain/operations";
import { MAIL_STATE_LABELS } from "@ttx/domain/operations/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { MAIL_TONES } from "#components/operations/mail-tones.ts";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS, T as OPERATIONS_TEXTS } from "#components/operations/operations-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

/** Where mails end up that no mail server takes. The query knows no such place in production. */
export default async function MailboxPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  const page = await readFor(await requireActor(lang), listMailbox, { limit: 50, cursor: askedText(asked, "cursor") || undefined });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.title)} intro={say(T.intro)} crumbs={[{ href: href(lang, "/desk/operations"), label: say(OPERATIONS) }]} />
      <OperationsTabs lang={lang} here="/desk/mailbox" />
      <Table
        caption={say(T.title)}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "subject", label: say(T.subject), head: true, width: "wide", cell: ({ id, subject }) => <a lang="zh-CN" className="link" href={href(lang, `/desk/mailbox/${id}`)}>{subject}</a> },
          { key: "recipient", label: say(OPERATIONS_TEXTS.recipient), cell: ({ recipient }) => <span className="break-all">{recipient}</span> },
          { key: "state", label: say(OPERATIONS_TEXTS.state), cell: ({ state }) => <StatusTag tone={MAIL_TONES[state]}>{say(MAIL_STATE_LABELS[state])}</StatusTag> },
          { key: "created", label: say(OPERATIONS_TEXTS.created), align: "right", cell: ({ createdAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(createdAt, lang)}</span> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/mailbox"), page.nextCursor)} />
    </div>
  );
}
