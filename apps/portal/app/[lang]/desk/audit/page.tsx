import { actWords, problemFor } from "@ttx/api";
import { searchAudit } from "@ttx/domain/audit";
import { division, fullDivisionName } from "@ttx/domain/reference";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { DomainError } from "@ttx/domain/shared/errors";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { HistoryIcon } from "@ttx/ui/icons/history";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { AUDIT_FILTERS, AuditSearchForm, type AuditFilters } from "#components/audit/audit-filters.tsx";
import { AUDIT as T, SUBJECT_LABELS } from "#components/audit/audit-texts.ts";
import { Who } from "#components/audit/who.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Found = Awaited<ReturnType<typeof search>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const say = (text: Text): string => pick(lang, text);
  const filters: AuditFilters = Object.fromEntries(AUDIT_FILTERS.map((name) => [name, askedText(asked, name).trim()]).filter(([, value]) => value !== ""));
  const { page, errors }: Found = await search(lang, await requireActor(lang), filters, askedText(asked, "cursor"));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={say(T.title)} intro={say(T.intro)} />
      <AuditSearchForm lang={lang} filters={filters} errors={errors} />
      <Table
        caption={say(T.title)}
        dense
        rows={page.items}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState level={2} icon={<HistoryIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "at", label: say(T.at), cell: ({ at }) => <time className="tabular whitespace-nowrap" dateTime={at.toISOString()}>{formatDateTime(at, lang, true)}</time> },
          {
            key: "act", label: say(T.act), head: true,
            cell: ({ id, act }) => {
              const words = actWords(act);
              return (
                <span className="grid leading-snug">
                  <a className="link" href={href(lang, `/desk/audit/${id}`)}>{words ? pick(lang, words) : act}</a>
                  {words ? <span className="font-mono text-xs text-ink-soft">{act}</span> : null}
                </span>
              );
            },
          },
          { key: "who", label: say(T.who), cell: (entry) => <Who lang={lang} {...entry} /> },
          {
            key: "subject", label: say(T.subject),
            cell: ({ subjectType, subjectId }) => (
              <a className="link-quiet grid leading-snug" href={href(lang, "/desk/audit", { subjectType, subjectId })} title={say(T.sameSubject)}>
                <span>{SUBJECT_LABELS[subjectType] ? say(SUBJECT_LABELS[subjectType]) : subjectType}</span>
                <span className="font-mono text-xs break-all text-ink-soft">{subjectId}</span>
              </a>
            ),
          },
          { key: "place", label: say(T.place), deskOnly: true, cell: ({ divisionCode }) => (divisionCode === null ? "—" : <span lang="zh-CN">{division(divisionCode) ? fullDivisionName(divisionCode) : divisionCode}</span>) },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/audit", filters), page.nextCursor)} />
    </div>
  );
}

/** What was found; a condition that cannot be understood is named at its field instead of emptying the page. */
async function search(lang: Lang, actor: PersonActor, filters: AuditFilters, cursor: string) {
  const nothing = { items: [], nextCursor: null } as Awaited<ReturnType<typeof searchAudit.run>>;
  try {
    return { page: await readFor(actor, searchAudit, { ...filters, cursor: cursor || undefined, limit: 50 }), errors: {} };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { errors = [], detail } = problemFor(error, lang);
    if (errors.length > 0) return { page: nothing, errors: Object.fromEntries(errors.map(({ path, message }) => [path, message])) };
    if (filters.divisionCode !== undefined && error.kind === "forbidden") return { page: nothing, errors: { divisionCode: detail } };
    return notFound();
  }
}
