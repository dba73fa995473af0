import { listPriorityRights } from "@ttx/domain/priority-right";
import { PRIORITY_KIND_LABELS, PRIORITY_STATE_LABELS, type PriorityKind } from "@ttx/domain/priority-right/client";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { dayOf } from "@ttx/domain/shared/clock";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { ReasonedProof } from "./reasoned-proof.tsx";
import { readFor } from "#runtime/read-page.ts";
import { NameHolder, NotifyHolder } from "./priority-forms.tsx";
import { Q } from "./priority-texts.ts";
import { PRIORITY_TONES } from "./priority-tones.ts";

/** Who stands before the buyer on the same conditions, for the seller of a listing or notice. */
export async function PriorityPanel({ lang, actor, subjectType, subjectId }: { readonly lang: Lang; readonly actor: PersonActor; readonly subjectType: "listing" | "notice"; readonly subjectId: string }) {
  const rights = await readFor(actor, listPriorityRights, { subjectType, subjectId });
  if (!rights.arise) return null;
  return (
    <Section id="priority" title={pick(lang, Q.title)} intro={pick(lang, Q.intro)}>
      <div className="grid gap-4">
        {rights.items.length === 0 ? <p className="text-ink-soft">{pick(lang, Q.none)}</p> : null}
        <ul className="grid gap-4">
          {rights.items.map((right) => (
            <li key={right.id} className="grid gap-2 rounded border border-line px-4 py-3">
              <p className="flex flex-wrap items-center gap-3"><span className="font-medium">{right.holder}</span><StatusTag tone={PRIORITY_TONES[right.state]}>{pick(lang, PRIORITY_STATE_LABELS[right.state])}</StatusTag></p>
              <p className="text-sm text-ink-soft">{pick(lang, PRIORITY_KIND_LABELS[right.kind as PriorityKind])}</p>
              {right.dueAt ? <p className="tabular text-sm">{pick(lang, Q.dueAt)} {formatDateTime(right.dueAt, lang)}</p> : null}
              {right.answeredByHolder ? <p className="text-sm">{pick(lang, Q.byHolder)}</p> : null}
              {right.hasAccount && (right.state === "NAMED" || right.state === "NOTIFIED") ? <p className="text-sm text-ink-soft">{pick(lang, Q.hasAccount)}</p> : null}
              {right.colleagues.map(({ personId, joinedAt }) => (
                <div key={personId}>
                  <ConfirmedAct lang={lang} small binding={false} url={`/api/v1/priority-rights/${right.id}/link`} body={{ personId }} label={fillText(pick(lang, Q.link), { joined: formatDay(dayOf(joinedAt), lang) })} sentence={fillText(pick(lang, Q.linkText), { holder: right.holder })} />
                </div>
              ))}
              {right.proof ? <p className="text-sm text-ink-soft">{right.proof}</p> : null}
              {rights.may.name && right.state === "NAMED" ? <NotifyHolder lang={lang} rightId={right.id} /> : null}
              {rights.may.name && (right.state === "NAMED" || right.state === "NOTIFIED") ? (
                <div className="flex flex-wrap gap-3">
                  <ReasonedProof lang={lang} rightId={right.id} answer="waive" />
                  <ReasonedProof lang={lang} rightId={right.id} answer="exercise" />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {rights.may.name ? <NameHolder lang={lang} subjectType={subjectType} subjectId={subjectId} /> : null}
      </div>
    </Section>
  );
}
