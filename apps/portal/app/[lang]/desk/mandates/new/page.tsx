import { listOwnDemands } from "@ttx/domain/demand";
import { listOwnResults } from "@ttx/domain/result";
import { addDays, dayOf } from "@ttx/domain/shared/clock";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { MandateForm } from "#components/mandate/mandate-form.tsx";
import { M } from "#components/mandate/mandate-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { serverNow } from "#runtime/server-now.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), M.request) };
}

export default async function NewMandatePage({ params }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const as = actor.roles.includes("TECHNOLOGY_MANAGER") ? "AGENCY" : "CLIENT";
  const [results, demands, now] = await Promise.all([
    actor.roles.includes("SELLER") ? readFor(actor, listOwnResults, { state: "PUBLISHED", limit: 100 }) : null,
    actor.roles.includes("BUYER") ? readFor(actor, listOwnDemands, { limit: 100 }) : null,
    serverNow(),
  ]);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/mandates"), label: pick(lang, M.title) }, { label: pick(lang, M.request) }]} title={pick(lang, M.request)} intro={pick(lang, as === "CLIENT" ? M.asClient : M.asAgency)} />
      <MandateForm
        lang={lang}
        as={as}
        results={(results?.items ?? []).map(({ resultId, title }) => ({ value: resultId, label: title }))}
        demands={(demands?.items ?? []).filter(({ state }) => state === "PUBLISHED").map(({ demandId, title }) => ({ value: demandId, label: title }))}
        today={dayOf(now)}
        yearLater={addDays(dayOf(now), 365)}
      />
    </div>
  );
}
