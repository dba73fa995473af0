import { readOrganisation } from "@ttx/domain/identity";
import { read } from "@ttx/domain/shared/execute";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { DecideOrganisation } from "#components/organisation/decide-organisation.tsx";
import { OrganisationFacts } from "#components/organisation/organisation-facts.tsx";
import { OrganisationStateTag } from "#components/organisation/organisation-state.tsx";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  list: { zh: "辖区单位", en: "Organisations" },
  title: { zh: "单位核验", en: "Organisation" },
  facts: { zh: "单位信息", en: "Details" },
  reason: { zh: "最近一次处理原因", en: "Reason of the last decision" },
  decide: { zh: "办理", en: "Decide" },
  nothing: { zh: "当前没有可办理的事项。", en: "There is nothing to decide right now." },
  check: { zh: "请核对单位名称、统一社会信用代码与国家企业信用信息公示系统或事业单位登记信息一致。", en: "Compare name and credit code with the public register of enterprises or public institutions." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OrganisationPage({ params }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { id } = await params;
  const one = await orNotFound(read(deps(), readOrganisation, actor, { organisationId: id }));
  const say = (text: Text): string => pick(lang, text);
  const anything = one.may.verify || one.may.reject || one.may.suspend || one.may.reinstate;
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={one.name} status={<OrganisationStateTag lang={lang} state={one.state} />} crumbs={[{ label: say(T.list), href: href(lang, "/desk/organisations") }]} />
      {one.stateReason === null ? null : <p className="prose-column"><span className="text-ink-soft">{say(T.reason)}{lang === "zh" ? "：" : ": "}</span>{one.stateReason}</p>}
      <Panel title={say(T.facts)}><OrganisationFacts lang={lang} organisation={one} /></Panel>
      <Panel title={say(T.decide)}>
        {one.may.verify ? <p className="prose-column mb-4 text-ink-soft">{say(T.check)}</p> : null}
        {anything ? <DecideOrganisation lang={lang} organisation={one} may={one.may} /> : <p className="text-ink-soft">{say(T.nothing)}</p>}
      </Panel>
    </div>
  );
}
