import { listAppeals } from "@ttx/domain/recognition";
import { APPEAL_STATE_LABELS } from "@ttx/domain/recognition/client";
import { codeLabel } from "@ttx/domain/reference";
import { fillText } from "@ttx/domain/shared/texts";
import { Deadline } from "@ttx/ui/deadline";
import { DefinitionList } from "@ttx/ui/definition-list";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AP } from "#components/appeal/appeal-texts.ts";
import { lastMinute } from "#components/contract/working-days.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { WordsAct } from "#components/words-act.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Appeal = Awaited<ReturnType<(typeof listAppeals)["run"]>>["items"][number];

const PLACE = "/desk/appeals";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), AP.title) };
}

export default async function AppealsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const closed = askedText(asked, "group") === "closed";
  const page = await readFor(await requireActor(lang), listAppeals, { open: !closed, cursor: askedText(asked, "cursor") || undefined, limit: 20 });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, AP.title)} intro={pick(lang, AP.intro)} />
      <Tabs label={pick(lang, AP.state)} tabs={[{ href: href(lang, PLACE), label: pick(lang, AP.open), current: !closed }, { href: href(lang, PLACE, { group: "closed" }), label: pick(lang, AP.closed), current: closed }]} />
      {page.items.length === 0 ? <EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, AP.emptyTitle)}>{pick(lang, AP.emptyText)}</EmptyState> : null}
      <ul className="grid gap-4">{page.items.map((appeal) => <li key={appeal.appealId}><AppealCard lang={lang} appeal={appeal} /></li>)}</ul>
      <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, { group: closed ? "closed" : undefined }), page.nextCursor)} />
    </div>
  );
}

function AppealCard({ lang, appeal }: { readonly lang: Lang; readonly appeal: Appeal }) {
  const open = appeal.state === "FILED";
  const url = `/api/v1/appeals/${appeal.appealId}/decision`;
  const field = { name: "reasons", label: pick(lang, AP.reasons) };
  return (
    <Panel title={<span lang="zh-CN">{appeal.projectName}</span>} actions={<StatusTag tone={open ? "waiting" : "done"}>{pick(lang, APPEAL_STATE_LABELS[appeal.state])}</StatusTag>}>
      <div className="grid gap-4">
        <DefinitionList
          items={[
            { term: pick(lang, AP.applicant), value: <span lang="zh-CN">{appeal.applicantName}</span> },
            { term: pick(lang, AP.office), value: <span lang="zh-CN">{appeal.officeName}</span> },
            { term: pick(lang, AP.refusal), value: <ul lang="zh-CN" className="grid gap-1">{appeal.refusals.map(({ code, fact }) => <li key={code}>{code} {pick(lang, codeLabel("refusal-reasons", code))}：{fact}</li>)}</ul> },
            { term: pick(lang, AP.grounds), value: <span lang="zh-CN" className="whitespace-pre-line">{appeal.grounds}</span> },
            { term: pick(lang, AP.due), value: open ? <Deadline lang={lang} at={lastMinute(appeal.dueAt)} left={fillText(pick(lang, appeal.daysLeft < 0 ? AP.late : AP.left), { days: Math.abs(appeal.daysLeft) })} state={appeal.daysLeft < 0 ? "past" : appeal.daysLeft <= 5 ? "near" : "far"} /> : formatDateTime(lastMinute(appeal.dueAt), lang) },
            ...(appeal.reasons ? [{ term: pick(lang, AP.decision), value: <span lang="zh-CN" className="whitespace-pre-line">{appeal.reasons}</span> }] : []),
          ]}
        />
        {open ? (
          <div className="flex flex-wrap gap-2">
            <WordsAct lang={lang} url={url} label={pick(lang, AP.remit)} sentence={pick(lang, AP.remitText)} field={field} body={{ decision: "remit" }} tone="primary" />
            <WordsAct lang={lang} url={url} label={pick(lang, AP.uphold)} sentence={pick(lang, AP.upholdText)} field={field} body={{ decision: "uphold" }} tone="danger" />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
