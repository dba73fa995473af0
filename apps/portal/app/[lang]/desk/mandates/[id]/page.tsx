import { readMandate } from "@ttx/domain/technology-manager";
import { MANAGER_SERVICE_LABELS, MANDATE_SIDE_LABELS, MANDATE_STATE_LABELS, type ManagerService } from "@ttx/domain/technology-manager/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { M, MANDATE_TONES } from "#components/mandate/mandate-texts.ts";
import { TaskForm } from "#components/mandate/task-form.tsx";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), M.title) };
}

export default async function MandatePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const mandate = await readFor(await requireActor(lang), readMandate, { mandateId: id });
  const named = (text: (typeof M)[keyof typeof M]): string => pick(lang, text).replace("{no}", mandate.no);
  const other = mandate.own === "client" ? mandate.agency : mandate.client;
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/mandates"), label: pick(lang, M.title) }, { label: mandate.no }]}
        title={(lang === "en" && other.nameEn) || other.name}
        status={<StatusTag tone={MANDATE_TONES[mandate.state]}>{pick(lang, MANDATE_STATE_LABELS[mandate.state])}</StatusTag>}
        actions={
          <>
            {mandate.may.addTask && mandate.resultId ? <LinkButton size="small" href={href(lang, "/desk/negotiations/new", { result: mandate.resultId })}>{pick(lang, M.openRoom)}</LinkButton> : null}
            {mandate.may.end ? <ReasonedAct lang={lang} url={`/api/v1/mandates/${id}/end`} label={pick(lang, M.end)} sentence={pick(lang, M.endSentence)} reasonLabel={pick(lang, M.reason)} /> : null}
            {mandate.may.withdraw ? <ReasonedAct lang={lang} url={`/api/v1/mandates/${id}/end`} label={pick(lang, M.withdraw)} sentence={pick(lang, M.withdraw)} reasonLabel={pick(lang, M.reason)} /> : null}
          </>
        }
      />
      {mandate.may.answer ? (
        <Panel tone="brand" title={pick(lang, M.awaitsUs)}>
          <div className="flex flex-wrap gap-3">
            <ConfirmedAct lang={lang} url={`/api/v1/mandates/${id}/answer`} body={{ accept: true }} label={pick(lang, M.accept)} sentence={named(M.acceptSentence)} />
            <ReasonedAct lang={lang} url={`/api/v1/mandates/${id}/answer`} body={{ accept: false }} label={pick(lang, M.decline)} sentence={named(M.declineSentence)} reasonLabel={pick(lang, M.reason)} />
          </div>
        </Panel>
      ) : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section id="terms" title={pick(lang, M.services)}><DefinitionList items={facts(lang, mandate)} /></Section>
        <div className="grid content-start gap-8">
          {mandate.own === "agency" ? <Tasks lang={lang} mandate={mandate} /> : null}
          <Section id="introductions" title={pick(lang, M.introductions)} intro={pick(lang, M.introductionsText)}>
            {mandate.introductions.length === 0 ? <p className="text-ink-soft">{pick(lang, M.noIntroductions)}</p> : null}
            <ul className="grid gap-3">
              {mandate.introductions.map((one) => (
                <li key={one.roomId} className="grid gap-0.5">
                  <a className="link" href={href(lang, `/desk/negotiations/${one.roomId}`)}>{one.no} <span lang="zh-CN">{one.title}</span></a>
                  <span className="text-sm text-ink-soft">{one.seller} · {one.buyer} · <span className="tabular">{formatDateTime(one.at, lang)}</span></span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </article>
  );
}

type Shown = Awaited<ReturnType<typeof readMandate.run>>;

function facts(lang: Lang, mandate: Shown) {
  const name = (party: Shown["client"]): string => (lang === "en" && party.nameEn) || party.name;
  return [
    { term: pick(lang, M.no), value: <span className="tabular">{mandate.no}</span> },
    { term: pick(lang, M.client), value: name(mandate.client) },
    { term: pick(lang, M.agency), value: name(mandate.agency) },
    { term: pick(lang, M.managerName), value: mandate.manager ?? "—" },
    { term: pick(lang, M.side), value: pick(lang, MANDATE_SIDE_LABELS[mandate.side]) },
    { term: pick(lang, M.subject), value: <span lang="zh-CN">{mandate.subject ?? pick(lang, M.everything)}</span> },
    { term: pick(lang, M.services), value: mandate.services.map((service) => pick(lang, MANAGER_SERVICE_LABELS[service as ManagerService])).join(lang === "zh" ? "、" : ", ") },
    { term: pick(lang, M.rate), value: <span className="tabular">{mandate.rateBp / 100}%</span> },
    { term: pick(lang, M.cap), value: mandate.capFen === null ? pick(lang, M.noCap) : <Money lang={lang} amount={mandate.capFen} /> },
    { term: pick(lang, M.exclusive), value: pick(lang, mandate.exclusive ? M.exclusive : M.notExclusive) },
    { term: pick(lang, M.term), value: <span className="tabular">{mandate.validFrom} – {mandate.validTo}</span> },
    { term: pick(lang, M.tail), value: `${mandate.tailMonths} ${pick(lang, M.months)}` },
    { term: pick(lang, M.conflicts), value: mandate.conflicts || "—" },
    { term: pick(lang, M.remark), value: mandate.remark || "—" },
    ...(mandate.stateReason ? [{ term: pick(lang, M.reason), value: mandate.stateReason }] : []),
  ];
}

function Tasks({ lang, mandate }: { readonly lang: Lang; readonly mandate: Shown }) {
  return (
    <Section id="tasks" title={pick(lang, M.tasks)}>
      <div className="grid gap-5">
        {mandate.tasks.length === 0 ? <p className="text-ink-soft">{pick(lang, M.noTasks)}</p> : null}
        <ul className="grid gap-2">
          {mandate.tasks.map((task) => (
            <li key={task.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className={task.doneAt ? "text-ink-soft line-through" : ""}>{task.title}</span>
              {task.dueOn ? <span className="tabular text-sm text-ink-soft">{task.dueOn}</span> : null}
              {task.doneAt ? <span className="text-sm text-ink-soft">{pick(lang, M.done)}</span> : <ConfirmedAct lang={lang} url={`/api/v1/manager-tasks/${task.id}/finish`} label={pick(lang, M.finish)} sentence={task.title} binding={false} small />}
            </li>
          ))}
        </ul>
        {mandate.may.addTask ? <TaskForm lang={lang} mandateId={mandate.id} /> : null}
      </div>
    </Section>
  );
}
