import { AWARD_GROUND_LABELS, AWARD_INTEREST_LABELS, AWARD_RULING_LABELS, type AwardInterest, type AwardObjectionGround } from "@ttx/domain/deal/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { AO } from "./award-texts.ts";

export type ShownObjection = {
  readonly id: string; readonly state: "FILED" | "UNFOUNDED" | "SETTLED" | "UPHELD"; readonly ground: AwardObjectionGround; readonly interest: AwardInterest; readonly filedAt: Date;
  readonly ruling: string | null; readonly ruledAt: Date | null;
  /** For the exchange alone. */
  readonly told?: { readonly filedBy: string; readonly contact: string; readonly facts: string } | null;
  readonly mayRule?: boolean;
};

/** Objections to an announced result with what was ruled; the exchange's second person rules here. */
export function AwardObjectionList({ lang, objections }: { readonly lang: Lang; readonly objections: readonly ShownObjection[] }) {
  if (objections.length === 0) return <p className="text-ink-soft">{pick(lang, AO.none)}</p>;
  return <ul className="grid gap-6">{objections.map((objection) => <li key={objection.id} className="grid justify-items-start gap-3 border-l-2 border-line pl-4"><Objection lang={lang} objection={objection} /></li>)}</ul>;
}

function Objection({ lang, objection }: { readonly lang: Lang; readonly objection: ShownObjection }) {
  const { id, state, ground, interest, filedAt, ruling, ruledAt, told, mayRule } = objection;
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <StatusTag tone={state === "FILED" ? "due" : state === "UPHELD" ? "refused" : "done"}>{pick(lang, state === "FILED" ? AO.open : AWARD_RULING_LABELS[state])}</StatusTag>
        <span className="tabular text-sm text-ink-soft">{formatDateTime(filedAt, lang)}</span>
      </p>
      <DefinitionList
        items={[
          { term: pick(lang, AO.ground), value: pick(lang, AWARD_GROUND_LABELS[ground]) },
          { term: pick(lang, AO.interest), value: pick(lang, AWARD_INTEREST_LABELS[interest]) },
          ...(told ? [{ term: pick(lang, AO.filedBy), value: <span lang="zh-CN">{told.filedBy}，{told.contact}</span> }, { term: pick(lang, AO.told), value: <span lang="zh-CN" className="whitespace-pre-line">{told.facts}</span> }] : []),
          ...(ruling === null ? [] : [{ term: pick(lang, AO.ruling), value: <span className="grid gap-0.5"><span lang="zh-CN" className="whitespace-pre-line">{ruling}</span><span className="tabular text-sm text-ink-soft">{formatDateTime(ruledAt!, lang)}</span></span> }]),
        ]}
      />
      {mayRule ? (
        <FormAct
          lang={lang} url={`/api/v1/award-objections/${id}/rule`} label={pick(lang, AO.rule)} sentence={pick(lang, AO.ruleText)}
          fields={[
            { name: "ruling", label: pick(lang, AO.decision), kind: "choice", empty: pick(lang, AO.choose), options: (["UNFOUNDED", "SETTLED", "UPHELD"] as const).map((value) => ({ value, label: pick(lang, AWARD_RULING_LABELS[value]) })) },
            { name: "reasons", label: pick(lang, AO.reasons), kind: "prose", hint: pick(lang, AO.reasonsHint) },
          ]}
        />
      ) : null}
      {told && state === "FILED" && !mayRule && ground === "QUALIFICATION" ? <p className="text-sm text-ink-soft">{pick(lang, AO.otherRules)}</p> : null}
    </>
  );
}
