import { listEvents } from "@ttx/domain/operations";
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
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const SHOW = { undelivered: T.showUndelivered, unhandled: T.showUnhandled } as const satisfies Record<string, Text>;
const PLACE = "/desk/operations/events";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.eventsTitle) };
}

export default async function EventsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  const show = askedText(asked, "show") === "unhandled" ? "unhandled" : "undelivered";
  const page = await readFor(await requireActor(lang), listEvents, { show, limit: 50, cursor: askedText(asked, "cursor") || undefined });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.eventsTitle)} crumbs={[{ href: href(lang, "/desk/operations"), label: say(OPERATIONS) }]} />
      <OperationsTabs lang={lang} here={PLACE} />
      <Tabs label={say(T.show)} tabs={(["undelivered", "unhandled"] as const).map((one) => ({ href: href(lang, PLACE, { show: one }), label: say(SHOW[one]), current: one === show }))} />
      <Table
        caption={`${say(T.eventsTitle)}: ${say(SHOW[show])}`}
        rows={page.items}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState level={2} title={say(T.eventsNone)}>{say(T.eventsNoneText)}</EmptyState>}
        columns={[
          { key: "type", label: say(T.event), head: true, cell: ({ type, id }) => <span className="font-mono text-sm">{`${type} ${id}`}</span> },
          { key: "subject", label: say(T.subject), cell: ({ subjectType, subjectId }) => <span className="font-mono text-xs break-all">{`${subjectType} ${subjectId}`}</span> },
          { key: "created", label: say(T.created), align: "right", cell: ({ createdAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(createdAt, lang, true)}</span> },
          { key: "delivered", label: say(T.delivered), align: "right", cell: ({ deliveredAt }) => <span className="tabular whitespace-nowrap">{deliveredAt ? formatDateTime(deliveredAt, lang, true) : "—"}</span> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, { show }), page.nextCursor)} />
    </div>
  );
}
