import { readOwnTerms } from "@ttx/domain/income-share";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDay } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { readFor } from "#runtime/read-page.ts";
import { I } from "./income-share-texts.ts";

type Terms = { readonly noticeDays: number; readonly payMonths: number };

const sentence = (lang: Lang, { noticeDays, payMonths }: Terms): string => fillText(pick(lang, I.termsSentence), { days: noticeDays, months: payMonths });

/** How long a reward of one's own unit is on notice and by when it is paid, by which rule, and from when another holds. */
export async function OwnTerms({ lang, actor }: { readonly lang: Lang; readonly actor: PersonActor }) {
  if (actor.organisation === null) return null;
  const { inForce, later, maySet } = await readFor(actor, readOwnTerms, {});
  return (
    <Panel title={pick(lang, I.ownTerms)}>
      <div className="grid justify-items-start gap-2">
        <p>{sentence(lang, inForce)} <span lang="zh-CN" className="text-ink-soft">{inForce.source}</span></p>
        {later.map((own) => (
          <p key={own.version} className="text-sm">{fillText(pick(lang, I.termsLater), { from: formatDay(own.effectiveFrom, lang) })}{lang === "zh" ? "：" : ": "}{sentence(lang, own)} <span lang="zh-CN" className="text-ink-soft">{own.document}</span></p>
        ))}
        {maySet ? <FormAct lang={lang} tone="secondary" url="/api/v1/income-shares/own-terms" label={pick(lang, I.setTerms)} sentence={pick(lang, I.setTermsText)} fields={[
          { name: "noticeDays", label: pick(lang, I.noticeDays), kind: "number", value: String(inForce.noticeDays) },
          { name: "payMonths", label: pick(lang, I.payMonths), kind: "number", value: String(inForce.payMonths) },
          { name: "document", label: pick(lang, I.document), kind: "line" },
          { name: "publishedAt", label: pick(lang, I.publishedAt), kind: "line" },
          { name: "effectiveFrom", label: pick(lang, I.effectiveFrom), kind: "date" },
        ]} /> : null}
      </div>
    </Panel>
  );
}
