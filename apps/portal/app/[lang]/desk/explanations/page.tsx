import { listOwnQuestions, readOwnQuestion } from "@ttx/domain/risk";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { MessageSquareIcon } from "@ttx/ui/icons/message-square";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { SplitView } from "@ttx/ui/split-view";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { leftInWords } from "#components/contract/working-days.ts";
import { AlertState } from "#components/risk/alert-tags.tsx";
import { QuestionFile } from "#components/risk/question-file.tsx";
import { R } from "#components/risk/risk-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.ownTitle) };
}

export default async function ExplanationsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const state = askedText(asked, "state") === "done" ? "done" : "open";
  const selected = askedText(asked, "alert") || undefined;
  const [page, question] = await Promise.all([
    readFor(actor, listOwnQuestions, { state, cursor: askedText(asked, "cursor") || undefined }),
    selected === undefined ? null : readFor(actor, readOwnQuestion, { alertId: selected }),
  ]);
  const say = (text: { readonly zh: string; readonly en: string }): string => pick(lang, text);
  const address = (change: Readonly<Record<string, string | undefined>>): string => href(lang, "/desk/explanations", { state: state === "open" ? undefined : state, ...change });
  const list = (
    <div className="grid gap-4">
      <Tabs
        label={say(R.ownTitle)}
        tabs={[
          { href: address({ state: undefined }), label: say(R.ownOpen), count: page.waiting, current: state === "open" },
          { href: address({ state: "done" }), label: say(R.ownDone), current: state === "done" },
        ]}
      />
      <Table
        caption={say(R.ownTitle)}
        dense
        rows={page.items}
        rowKey={({ alertId }) => alertId}
        {...(selected === undefined ? {} : { selected })}
        empty={<EmptyState level={2} icon={<MessageSquareIcon size={24} />} title={say(R.ownNone)}>{say(R.ownNoneText)}</EmptyState>}
        columns={[
          { key: "project", label: say(R.project), head: true, cell: ({ alertId, projectName }) => <a className="link" lang="zh-CN" href={address({ alert: alertId })}>{projectName}</a> },
          { key: "asked", label: say(R.askedAt), cell: ({ askedAt }) => (askedAt ? <time className="tabular whitespace-nowrap" dateTime={askedAt.toISOString()}>{formatDay(askedAt, lang)}</time> : "") },
          { key: "state", label: say(R.state), width: "narrow", cell: ({ state: now }) => <AlertState lang={lang} state={now} /> },
          { key: "due", label: say(R.due), width: "narrow", cell: ({ workingDaysLeft }) => (workingDaysLeft === null ? "" : leftInWords(workingDaysLeft, lang)) },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address({}), page.nextCursor)} />
    </div>
  );
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(R.ownTitle)} intro={say(R.ownIntro)} />
      <SplitView list={list} fileLabel={say(R.ownQuestion)} file={question && <QuestionFile key={question.alertId} lang={lang} question={question} backHref={address({})} />} />
    </div>
  );
}
