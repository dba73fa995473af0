import { listOwnDocuments } from "@ttx/domain/document";
import { fullDivisionName } from "@ttx/domain/reference";
import { readOwnResult, RESULT_STATE_LABELS, type ResultState } from "@ttx/domain/result";
import { dayOf } from "@ttx/domain/shared/clock";
import { isWithheld } from "@ttx/domain/shared/withheld";
import { fillText } from "@ttx/domain/shared/texts";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick } from "@ttx/ui/text";
import { Timeline } from "@ttx/ui/timeline";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { C } from "#components/project-contract/project-contract-texts.ts";
import { ResultForm } from "#components/result/result-form.tsx";
import { F } from "#components/result/result-form-texts.ts";
import { WithheldPanel } from "#components/secrecy/withheld-panel.tsx";
import { V } from "#components/valuation/valuation-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const TONES: Record<ResultState, Tone> = { DRAFT: "draft", PUBLISHED: "done", WITHDRAWN: "ended", WITHHELD: "due", SEALED: "ended" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnResultPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const [result, documents] = await Promise.all([readFor(actor, readOwnResult, { resultId: id }), readFor(actor, listOwnDocuments, { subjectType: "result", subjectId: id })]);
  const name = result.draft.title || pick(lang, T.untitled);
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/results"), label: pick(lang, T.title) }, { label: name }]}
        title={<span lang="zh-CN">{name}</span>}
        status={<StatusTag tone={TONES[result.state]}>{pick(lang, RESULT_STATE_LABELS[result.state])}</StatusTag>}
        actions={<span className="flex flex-wrap gap-2"><LinkButton size="small" href={href(lang, `/desk/results/${id}/project-contract`)}>{pick(lang, C.title)}</LinkButton><LinkButton size="small" href={href(lang, `/desk/results/${id}/valuations`)}>{pick(lang, V.title)}</LinkButton></span>}
      />
      {isWithheld(result) ? <WithheldPanel lang={lang} sealed={result.state === "SEALED"} /> : (
        <ResultForm
          key={`${result.resultId}-${result.version}`}
          lang={lang}
          resultId={result.resultId}
          state={result.state}
          version={result.version}
          versionNo={result.versionNo}
          draft={result.draft}
          divisionName={fullDivisionName(result.draft.divisionCode)}
          documents={documents.items}
          today={dayOf(result.now)}
          hasUnpublishedChanges={result.hasUnpublishedChanges}
          may={result.may}
        />
      )}
      {result.versions.length > 0 && !isWithheld(result) ? (
        <Section id="versions" title={pick(lang, F.versions)}>
          <Timeline lang={lang} label={pick(lang, F.versions)} steps={result.versions.map(({ no, at, by }) => ({ key: String(no), phase: "done", at, who: by, title: no > 1 && result.state === "PUBLISHED" ? <a className="link-quiet" href={href(lang, `/results/${result.resultId}/versions/${no}`)}>{fillText(pick(lang, F.versionNo), { no })}</a> : fillText(pick(lang, F.versionNo), { no }) }))} />
        </Section>
      ) : null}
    </div>
  );
}
