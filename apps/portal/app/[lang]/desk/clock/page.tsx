import { readClock } from "@ttx/domain/operations";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { formatAge } from "#components/operations/age.ts";
import { ClockForm } from "#components/operations/clock-form.tsx";
import { CLOCK as T } from "#components/operations/clock-texts.ts";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS } from "#components/operations/operations-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ClockPage({ params }: Props) {
  const lang = await readLang(params);
  const clock = await readFor(await requireActor(lang), readClock, {});
  if (!clock.mayMove) notFound(); // in production nobody may, so there is no such page
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} crumbs={[{ href: href(lang, "/desk/operations"), label: pick(lang, OPERATIONS) }]} />
      <OperationsTabs lang={lang} here="/desk/clock" />
      <div className="grid max-w-4xl items-start gap-6 lg:grid-cols-2">
        <Panel tone="brand" title={pick(lang, T.now)}>
          <p className="tabular text-xl font-semibold"><time dateTime={clock.now.toISOString()}>{formatDateTime(clock.now, lang, true)}</time></p>
          <p className="mt-1 text-sm text-ink-soft">{clock.aheadSeconds === 0 ? pick(lang, T.same) : `${pick(lang, T.ahead)} ${formatAge(clock.aheadSeconds, lang)}`}</p>
        </Panel>
        <Panel title={pick(lang, T.move)}><ClockForm lang={lang} /></Panel>
      </div>
    </div>
  );
}
