import { listInspectableOffices, listInspections } from "@ttx/domain/review";
import { addDays, dayOf } from "@ttx/domain/shared/clock";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { DrawForm } from "#components/inspection/draw-form.tsx";
import { N } from "#components/inspection/texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { serverNow } from "#runtime/server-now.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<typeof listInspections.run>>["items"][number];

const PLACE = "/desk/inspections";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), N.title) };
}

export default async function InspectionsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const [page, offices, now] = await Promise.all([readFor(actor, listInspections, { limit: 20, cursor: askedText(asked, "cursor") || undefined }), readFor(actor, listInspectableOffices, {}), serverNow()]);
  const today = dayOf(now);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, N.title)} intro={pick(lang, offices.length > 0 ? N.intro : N.officeIntro)} />
      {offices.length > 0 && actor.roles.includes("ADMINISTRATOR") ? <Section id="draw" title={pick(lang, N.drawTitle)}><DrawForm lang={lang} offices={offices} from={addDays(today, -90)} to={today} /></Section> : null}
      <Table caption={pick(lang, N.title)} columns={columns(lang)} rows={page.items} rowKey={({ id }) => id} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, N.none)}>{pick(lang, N.noneText)}</EmptyState>} />
      <Pager lang={lang} nextHref={nextPage(href(lang, PLACE), page.nextCursor)} />
    </div>
  );
}

function columns(lang: Lang): readonly Column<Row>[] {
  const count = (key: "drawn" | "open" | "defects"): Column<Row> => ({ key, label: pick(lang, N[key]), width: "narrow", align: "right", cell: (row) => <span className="tabular">{formatCount(row[key])}</span> });
  return [
    { key: "office", label: pick(lang, N.office), head: true, width: "wide", cell: ({ id, officeName }) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `${PLACE}/${id}`)}>{officeName}</a> },
    { key: "period", label: pick(lang, N.period), cell: ({ from, to }) => <span className="tabular">{from} – {to}</span> },
    count("drawn"),
    count("open"),
    count("defects"),
    { key: "on", label: pick(lang, N.on), width: "narrow", deskOnly: true, cell: ({ drawnAt }) => <span className="tabular">{formatDateTime(drawnAt, lang)}</span> },
  ];
}
