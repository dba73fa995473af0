import { listOrganisations } from "@ttx/domain/identity";
import { ORGANISATION_KIND_LABELS } from "@ttx/domain/identity/client";
import { fullDivisionName } from "@ttx/domain/reference";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { Building2Icon } from "@ttx/ui/icons/building-2";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { askedOrganisations, OrganisationFilter } from "#components/organisation/organisation-filter.tsx";
import { OrganisationStateTag } from "#components/organisation/organisation-state.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const T = {
  title: { zh: "辖区单位", en: "Organisations" },
  intro: { zh: "{area}的单位。待核验的按提交先后排列，请先办理最早提交的。", en: "Organisations of {area}. Those that wait are in the order in which they came." },
  nation: { zh: "全国", en: "the nation" },
  name: { zh: "单位", en: "Organisation" },
  kind: { zh: "类别", en: "Kind" },
  division: { zh: "所在地", en: "Division" },
  state: { zh: "状态", en: "State" },
  signedUp: { zh: "注册时间", en: "Signed up" },
  none: { zh: "没有符合条件的单位", en: "No organisation fits" },
  noneText: { zh: "换个条件试试；新单位注册后会出现在这里并通知您。", en: "Try other filters. New organisations appear here, and you are told." },
} as const satisfies Record<string, Text>;

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const query = await searchParams;
  const asked = askedOrganisations(query);
  const cursor = typeof query["cursor"] === "string" ? query["cursor"] : undefined;
  const page = await readFor(actor, listOrganisations, { ...asked, cursor });
  const say = (text: Text): string => pick(lang, text);
  const area = page.area === "" ? say(T.nation) : fullDivisionName(page.area.padEnd(6, "0"));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.title)} intro={say(T.intro).replace("{area}", area)} />
      <OrganisationFilter lang={lang} asked={asked} />
      <Table
        caption={say(T.title)}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon={<Building2Icon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "name", label: say(T.name), head: true, width: "wide", cell: ({ id, name, creditCode }) => <><a className="link" href={href(lang, `/desk/organisations/${id}`)}>{name}</a><span className="tabular block text-sm text-ink-soft">{creditCode}</span></> },
          { key: "kind", label: say(T.kind), cell: ({ kind }) => say(ORGANISATION_KIND_LABELS[kind]) },
          { key: "division", label: say(T.division), cell: ({ divisionCode }) => fullDivisionName(divisionCode) },
          { key: "state", label: say(T.state), width: "narrow", cell: ({ state }) => <OrganisationStateTag lang={lang} state={state} /> },
          { key: "signedUp", label: say(T.signedUp), align: "right", cell: ({ createdAt }) => <time className="tabular whitespace-nowrap" dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, lang)}</time> },
        ]}
      />
      <Pager lang={lang} {...(page.nextCursor === null ? {} : { nextHref: href(lang, "/desk/organisations", { ...asked, cursor: page.nextCursor }) })} />
    </div>
  );
}
