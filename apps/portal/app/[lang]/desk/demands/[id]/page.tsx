import { DEMAND_STATE_LABELS, readOwnDemand, type DemandState } from "@ttx/domain/demand";
import { listOwnDocuments } from "@ttx/domain/document";
import { fullDivisionName } from "@ttx/domain/reference";
import { isWithheld } from "@ttx/domain/shared/withheld";
import { toYuanText } from "@ttx/domain/shared/money";
import { dayOf } from "@ttx/domain/shared/clock";
import { PageHeader } from "@ttx/ui/page-header";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { WithheldPanel } from "#components/secrecy/withheld-panel.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";
import { DemandForm } from "./demand-form.tsx";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const TONES: Record<DemandState, Tone> = { DRAFT: "draft", PUBLISHED: "active", CLOSED: "ended", WITHHELD: "due", SEALED: "ended" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnDemandPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const [{ content, ...demand }, documents] = await Promise.all([readFor(actor, readOwnDemand, { demandId: id }), readFor(actor, listOwnDocuments, { subjectType: "demand", subjectId: id })]);
  const name = content.title || pick(lang, T.untitled);
  const { budgetFen, ...typed } = content;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/demands"), label: pick(lang, T.title) }, { label: name }]}
        title={<span lang="zh-CN">{name}</span>}
        status={<StatusTag tone={TONES[demand.state]}>{pick(lang, DEMAND_STATE_LABELS[demand.state])}</StatusTag>}
      />
      {isWithheld(demand) ? <WithheldPanel lang={lang} sealed={demand.state === "SEALED"} /> : (
        <DemandForm
          key={`${demand.demandId}-${demand.version}`}
          lang={lang}
          demandId={demand.demandId}
          state={demand.state}
          version={demand.version}
          given={{ ...typed, field: typed.field ?? "", deadlineOn: typed.deadlineOn ?? "", contactName: typed.contactName ?? "", contactPhone: typed.contactPhone ?? "", budget: budgetFen === null ? "" : toYuanText(budgetFen) }}
          divisionName={fullDivisionName(content.divisionCode)}
          documents={documents.items}
          today={dayOf(demand.now)}
          may={demand.may}
        />
      )}
    </div>
  );
}
