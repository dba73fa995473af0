import { listOffices, readExpertRule } from "@ttx/domain/recognition";
import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { dayOf } from "@ttx/domain/shared/clock";
import { fillText } from "@ttx/domain/shared/texts";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, yuanText } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { DG } from "#components/delegation/delegation-texts.ts";
import { ExpertRuleAct, ScopeAct } from "#components/delegation/scope-act.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Office = Awaited<ReturnType<(typeof listOffices)["run"]>>["items"][number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), DG.title) };
}

export default async function DelegationPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const { items: offices, nextCursor, maySet } = await readFor(actor, listOffices, { cursor: askedText(asked, "cursor") || undefined });
  const experts = maySet ? await readFor(actor, readExpertRule, {}) : null;
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, DG.title)} intro={pick(lang, DG.intro)} />
      {experts ? (
        <Panel title={pick(lang, DG.experts)} actions={<ExpertRuleAct lang={lang} from={experts.now.fromFen === null ? "" : yuanText(experts.now.fromFen)} opinions={experts.now.opinions} />}>
          <p>{experts.now.fromFen === null ? pick(lang, DG.expertsNever) : fillText(pick(lang, DG.expertsFrom), { from: formatCount(Number(experts.now.fromFen / 100n)), opinions: experts.now.opinions })}</p>
          {experts.versions.length > 0 ? (
            <ul className="mt-2 grid gap-1 text-sm text-ink-soft">{experts.versions.map(({ version, effectiveFrom, reason }) => <li key={version}>{fillText(pick(lang, DG.version), { version, from: dayOf(effectiveFrom) })} · <span lang="zh-CN">{reason}</span></li>)}</ul>
          ) : null}
        </Panel>
      ) : null}
      <Table caption={pick(lang, DG.title)} columns={columns(lang, maySet)} rows={offices} rowKey={({ id }) => id} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, DG.empty)}>{pick(lang, DG.emptyText)}</EmptyState>} />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/delegation"), nextCursor)} />
    </div>
  );
}

function columns(lang: Lang, maySet: boolean): readonly Column<Office>[] {
  return [
    { key: "office", label: pick(lang, DG.office), head: true, width: "wide", cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: "area", label: pick(lang, DG.area), cell: ({ divisionCode }) => <span lang="zh-CN">{fullDivisionName(divisionCode)}</span> },
    { key: "number", label: pick(lang, DG.number), width: "narrow", cell: ({ officeNo }) => <span className="tabular">{officeNo ?? "—"}</span> },
    { key: "types", label: pick(lang, DG.types), cell: ({ scope }) => (scope.types ? scope.types.map((code) => pick(lang, codeLabel("contract-types", code))).join(lang === "zh" ? "、" : ", ") : pick(lang, DG.allTypes)) },
    { key: "upTo", label: pick(lang, DG.upTo), align: "right", cell: ({ scope }) => (scope.upToFen === undefined ? pick(lang, DG.noLimit) : <Money lang={lang} as="readable" amount={scope.upToFen} />) },
    ...(maySet ? [{ key: "set", label: pick(lang, DG.set), width: "narrow", cell: ({ id, name, scope }: Office) => <ScopeAct lang={lang} officeId={id} officeName={name} types={scope.types ?? null} upTo={scope.upToFen === undefined ? "" : yuanText(scope.upToFen)} /> } as const] : []),
  ];
}
