import { readOperations } from "@ttx/domain/operations";
import { ALARM_TEXTS, type Alarm, type Figures } from "@ttx/domain/operations/client";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, formatDateTime } from "@ttx/ui/format";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { ServerIcon } from "@ttx/ui/icons/server";
import { TriangleAlertIcon } from "@ttx/ui/icons/triangle-alert";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatFigure } from "@ttx/ui/stat-figure";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { formatAge } from "#components/operations/age.ts";
import { LimitsForm } from "#components/operations/limits-form.tsx";
import { OperationsTabs } from "#components/operations/operations-tabs.tsx";
import { OPERATIONS, QUEUE_LABELS, T } from "#components/operations/operations-texts.ts";
import { RefreshEvery } from "#components/operations/refresh-every.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { log } from "#runtime/log.ts";
import { queue } from "#runtime/queue.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), OPERATIONS) };
}

export default async function OperationsPage({ params }: Props) {
  const lang = await readLang(params);
  const say = (text: Text): string => pick(lang, text);
  const { figures, alarms, workers, lastSeal, limits, now } = await readFor(await requireActor(lang), readOperations, {});
  const counts = await queueCounts();
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(OPERATIONS)} intro={say(T.intro)} actions={<RefreshEvery seconds={15}>{`${formatDateTime(now, lang, true)} · ${say(T.refreshed)}`}</RefreshEvery>} />
      <OperationsTabs lang={lang} here="/desk/operations" />
      <Alarms lang={lang} alarms={alarms} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
        {figureList(lang, figures).map(({ key, ...figure }) => <StatFigure key={key} {...figure} />)}
      </dl>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title={say(T.queue)}>
          {counts === null ? (
            <p className="text-due">{say(T.queueGone)}</p>
          ) : (
            <DefinitionList items={Object.entries(counts).map(([state, count]) => ({ term: QUEUE_LABELS[state] ? say(QUEUE_LABELS[state]) : state, value: <span className="tabular">{formatCount(count)}</span> }))} />
          )}
        </Panel>
        <Panel title={say(T.seal)} actions={<a className="link text-sm" href={href(lang, "/docs/seals")}>{say(T.published)}</a>}>
          {lastSeal === null ? (
            <p className="text-ink-soft">{say(T.notSealed)}</p>
          ) : (
            <DefinitionList
              items={[
                { term: say(T.sealNo), value: <span className="tabular">{formatCount(lastSeal.no)}</span> },
                { term: say(T.sealedAt), value: <span className="tabular">{formatDateTime(lastSeal.sealedAt, lang, true)}</span> },
                { term: say(T.hash), value: <code className="font-mono text-xs break-all">{Buffer.from(lastSeal.hash).toString("hex")}</code> },
              ]}
            />
          )}
        </Panel>
      </div>
      <Section id="workers" title={say(T.workers)}>
        <Table
          caption={say(T.workers)}
          rows={workers}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={<ServerIcon size={24} />} title={say(T.noWorker)}>{say(T.noWorkerText)}</EmptyState>}
          columns={[
            { key: "id", label: say(T.worker), head: true, cell: ({ id }) => <span className="font-mono text-sm break-all">{id}</span> },
            { key: "started", label: say(T.started), align: "right", cell: ({ startedAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(startedAt, lang, true)}</span> },
            { key: "beat", label: say(T.beat), align: "right", cell: ({ beatAt }) => <span className="tabular whitespace-nowrap">{formatDateTime(beatAt, lang, true)}</span> },
            { key: "memory", label: say(T.memory), align: "right", deskOnly: true, cell: ({ details }) => <span className="tabular">{memoryOf(details)}</span> },
          ]}
        />
      </Section>
      <Section id="limits" title={say(T.limits)}>
        <LimitsForm key={JSON.stringify(limits)} lang={lang} limits={limits} />
      </Section>
    </div>
  );
}

/** The queue may be away while the database is not; the page says so and shows the rest. */
async function queueCounts(): Promise<Readonly<Record<string, number>> | null> {
  try {
    return await queue().counts();
  } catch (error) {
    log.warn({ err: error }, "the queue cannot be asked");
    return null;
  }
}

function Alarms({ lang, alarms }: { readonly lang: Lang; readonly alarms: readonly Alarm[] }) {
  if (alarms.length === 0) return <p role="status" className="flex items-center gap-2 rounded border border-done-line bg-done-soft px-4 py-3 text-done"><CircleCheckIcon />{pick(lang, T.well)}</p>;
  return (
    <Panel tone="live" title={<span className="flex items-center gap-2 text-live"><TriangleAlertIcon />{pick(lang, T.alarms)}</span>}>
      <ul className="grid gap-1">
        {alarms.map(({ code, value, limit }) => {
          const shown = code === "MAIL_FAILED" ? formatCount(value) : formatAge(value, lang);
          return <li key={code}>{fillText(pick(lang, ALARM_TEXTS[code]), { value: shown, limit: formatAge(limit, lang) })}</li>;
        })}
      </ul>
    </Panel>
  );
}

function figureList(lang: Lang, figures: Figures) {
  const waited = (seconds: number | null): string | undefined => (seconds === null ? undefined : `${pick(lang, T.oldest)} ${formatAge(Math.max(0, seconds), lang)}`);
  const failing = figures.failingActs === 0 ? null : <StatusTag tone="refused">{`${pick(lang, T.failing)} ${figures.failingActs}`}</StatusTag>;
  return [
    { key: "overdue", label: pick(lang, T.overdue), value: formatCount(figures.overdueActs), note: failing ?? waited(figures.mostOverdueSeconds), href: href(lang, "/desk/operations/due-acts") },
    { key: "undelivered", label: pick(lang, T.undelivered), value: formatCount(figures.undeliveredEvents), note: waited(figures.oldestUndeliveredSeconds), href: href(lang, "/desk/operations/events") },
    { key: "unhandled", label: pick(lang, T.unhandled), value: formatCount(figures.unhandledEvents), note: waited(figures.oldestUnhandledSeconds), href: href(lang, "/desk/operations/events", { show: "unhandled" }) },
    { key: "unsealed", label: pick(lang, T.unsealed), value: formatCount(figures.unsealedEntries), note: waited(figures.oldestUnsealedSeconds) },
    { key: "queued", label: pick(lang, T.queued), value: formatCount(figures.queuedMails), note: waited(figures.oldestQueuedMailSeconds), href: href(lang, "/desk/operations/mails", { state: "QUEUED" }) },
    { key: "failed", label: pick(lang, T.failedMails), value: formatCount(figures.failedMails), href: href(lang, "/desk/operations/mails", { state: "FAILED" }) },
  ];
}

function memoryOf(details: unknown): string {
  const bytes = typeof details === "object" && details !== null && "memoryBytes" in details ? Number(details.memoryBytes) : Number.NaN;
  return Number.isFinite(bytes) ? `${Math.round(bytes / 1024 ** 2)} MiB` : "—";
}
