import { fullDivisionName } from "@ttx/domain/reference";
import { listAlerts, readAlert } from "@ttx/domain/risk";
import { ALERT_LEVEL_WORDS, ALERT_LEVELS } from "@ttx/domain/risk/client";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { SplitView } from "@ttx/ui/split-view";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AlertFile } from "#components/risk/alert-file.tsx";
import { AlertList } from "#components/risk/alert-list.tsx";
import { R } from "#components/risk/risk-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const TABS = [["desk", R.desk], ["EXPLAINING", R.asked], ["CONCLUDED", R.concluded], ["all", R.all]] as const satisfies readonly (readonly [string, Text])[];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.title) };
}

export default async function RiskPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const [tab] = TABS.find(([name]) => name === askedText(asked, "state")) ?? TABS[0];
  const level = ALERT_LEVELS.find((one) => one === askedText(asked, "level"));
  const selected = askedText(asked, "alert") || undefined;
  const [page, alert] = await Promise.all([
    readFor(actor, listAlerts, { state: tab === "all" ? undefined : tab, level, cursor: askedText(asked, "cursor") || undefined }),
    selected === undefined ? null : readFor(actor, readAlert, { alertId: selected }),
  ]);
  const kept = { state: tab === "desk" ? undefined : tab, level };
  const address = (change: Readonly<Record<string, string | undefined>>): string => href(lang, "/desk/risk", { ...kept, ...change });
  const own = actor.organisation?.jurisdiction ?? "";
  const area = own === "" ? pick(lang, R.nation) : fullDivisionName(own.padEnd(6, "0"));
  const list = (
    <div className="grid gap-4">
      <Tabs label={pick(lang, R.state)} tabs={TABS.map(([name, label]) => ({ href: address({ state: name === "desk" ? undefined : name }), label: pick(lang, label), current: name === tab }))} />
      <nav aria-label={pick(lang, R.levels)} className="flex flex-wrap gap-1 text-sm">
        {[undefined, ...ALERT_LEVELS.toReversed()].map((one) => (
          <a key={one ?? "any"} href={address({ level: one })} aria-current={one === level ? "page" : undefined} className="inline-flex min-h-9 items-center gap-1.5 rounded px-2.5 text-brand hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-medium">
            {one === undefined ? pick(lang, R.anyLevel) : <>{pick(lang, ALERT_LEVEL_WORDS[one])}<span className="tabular text-ink-soft">{page.open[one]}</span></>}
          </a>
        ))}
      </nav>
      <AlertList lang={lang} alerts={page.items} selected={selected} hrefOf={(alertId) => address({ alert: alertId })} />
      <Pager lang={lang} nextHref={nextPage(address({}), page.nextCursor)} />
    </div>
  );
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, R.title)} intro={pick(lang, R.intro).replace("{area}", area)} />
      <SplitView list={list} fileLabel={pick(lang, R.file)} file={alert && <AlertFile key={`${alert.alertId}/${alert.version}`} lang={lang} alert={alert} backHref={address({})} />} />
    </div>
  );
}
