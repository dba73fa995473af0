import { readProjectContract } from "@ttx/domain/project-contract";
import { DISPOSAL_DEMAND_LABELS } from "@ttx/domain/project-contract/client";
import { readOwnResult } from "@ttx/domain/result";
import { dayOf } from "@ttx/domain/shared/clock";
import { DefinitionList } from "@ttx/ui/definition-list";
import { EmptyState } from "@ttx/ui/empty-state";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ProjectContractForm } from "#components/project-contract/project-contract-form.tsx";
import { C } from "#components/project-contract/project-contract-texts.ts";
import { funderWords } from "#components/project-contract/project-contract-words.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), C.title) };
}

export default async function ProjectContractPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const [result, declared] = await Promise.all([readFor(actor, readOwnResult, { resultId: id }), readFor(actor, readProjectContract, { resultId: id })]);
  const { contract, may } = declared;
  const given = contract?.inside ? { ...contract, clause: contract.inside.clause } : null;
  return (
    <div className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/results"), label: pick(lang, T.title) }, { href: href(lang, `/desk/results/${id}`), label: result.draft.title || pick(lang, T.untitled) }, { label: pick(lang, C.title) }]}
        title={pick(lang, C.title)}
        intro={pick(lang, C.intro)}
      />
      {contract === null ? <EmptyState level={2} title={pick(lang, C.none)} /> : <Declared lang={lang} contract={contract} />}
      {may.declare ? (
        <Section id="declare" title={pick(lang, contract === null ? C.declare : C.change)}>
          <ProjectContractForm key={contract?.declaredAt.toISOString() ?? "none"} lang={lang} resultId={id} today={dayOf(result.now)} given={given} projectNo={declared.projectNoOfResult} />
        </Section>
      ) : null}
    </div>
  );
}

type Contract = NonNullable<Awaited<ReturnType<typeof readProjectContract.run>>["contract"]>;

function Declared({ lang, contract }: { readonly lang: Lang; readonly contract: Contract }) {
  return (
    <DefinitionList
      items={[
        { term: pick(lang, C.projectNo), value: <span className="tabular">{contract.projectNo}</span> },
        { term: pick(lang, C.funder), value: <span lang="zh-CN">{contract.funder}</span> },
        { term: pick(lang, C.demand), value: pick(lang, DISPOSAL_DEMAND_LABELS[contract.demand]) },
        ...(contract.inside ? [{ term: pick(lang, C.clause), value: <span lang="zh-CN" className="whitespace-pre-line">{contract.inside.clause}</span> }] : []),
        ...(contract.demand === "CONSENT" ? [{ term: pick(lang, C.consent), value: <span className={contract.hasConsent ? undefined : "text-due"}>{funderWords(lang, contract)}</span> }] : []),
        ...(contract.inside?.documentId ? [{ term: pick(lang, C.paper), value: <a className="link" href={`/api/v1/documents/${contract.inside.documentId}/content?view=1`} target="_blank" rel="noopener">{pick(lang, C.paper)}</a> }] : []),
      ]}
    />
  );
}
