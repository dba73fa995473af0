import { actWords } from "@ttx/api";
import { readAuditEntry, type Change } from "@ttx/domain/audit";
import { division, fullDivisionName } from "@ttx/domain/reference";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUDIT as T, SUBJECT_LABELS } from "#components/audit/audit-texts.ts";
import { Who } from "#components/audit/who.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function AuditEntryPage({ params }: Props) {
  const lang = await readLang(params);
  const say = (text: Text): string => pick(lang, text);
  const entry = await readFor(await requireActor(lang), readAuditEntry, { entryId: (await params).id });
  const words = actWords(entry.act);
  const shown = (value: Change["before"]): string => (value === undefined ? say(T.absent) : typeof value === "string" ? value : JSON.stringify(value, null, 1));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={words ? pick(lang, words) : entry.act} crumbs={[{ href: href(lang, "/desk/audit"), label: say(T.title) }]} />
      <DefinitionList
        items={[
          { term: say(T.act), value: <code className="font-mono text-sm">{entry.act}</code> },
          { term: say(T.at), value: <span className="tabular">{formatDateTime(entry.at, lang, true)}</span> },
          { term: say(T.recordedAt), value: <span className="tabular">{formatDateTime(entry.recordedAt, lang, true)}</span> },
          { term: say(T.who), value: <Who lang={lang} {...entry} /> },
          {
            term: say(T.subject),
            value: (
              <span className="grid gap-1">
                <span className="break-all">{SUBJECT_LABELS[entry.subjectType] ? say(SUBJECT_LABELS[entry.subjectType]!) : entry.subjectType} <code className="font-mono text-sm">{entry.subjectId}</code></span>
                <a className="link text-sm" href={href(lang, "/desk/audit", { subjectType: entry.subjectType, subjectId: entry.subjectId })}>{say(T.sameSubject)}</a>
              </span>
            ),
          },
          { term: say(T.place), value: entry.divisionCode === null ? null : <span lang="zh-CN">{division(entry.divisionCode) ? fullDivisionName(entry.divisionCode) : entry.divisionCode}</span> },
          { term: say(T.ip), value: entry.ip },
          { term: say(T.userAgent), value: entry.userAgent === null ? null : <span className="text-sm break-words">{entry.userAgent}</span> },
          { term: say(T.request), value: <code className="font-mono text-sm break-all">{entry.requestId}</code> },
          { term: say(T.session), value: entry.sessionId === null ? null : <code className="font-mono text-sm break-all">{entry.sessionId}</code> },
          { term: say(T.hash), value: <code className="font-mono text-xs break-all">{Buffer.from(entry.hash).toString("hex")}</code> },
          { term: say(T.seal), value: entry.seal === null ? say(T.notSealed) : <span className="tabular">{`${entry.seal.no} · ${formatDateTime(entry.seal.sealedAt, lang, true)}`}</span> },
        ]}
      />
      <Section id="changes" title={say(T.changes)}>
        <Table
          caption={say(T.changes)}
          rows={entry.changes}
          rowKey={({ path }) => path}
          empty={<p className="text-ink-soft">{say(T.noChanges)}</p>}
          columns={[
            { key: "path", label: say(T.field), head: true, cell: ({ path }) => <span className="font-mono text-sm break-all">{path}</span> },
            { key: "before", label: say(T.before), cell: ({ before }) => <del className="block max-w-xl break-words whitespace-pre-wrap text-ink-soft no-underline">{shown(before)}</del> },
            { key: "after", label: say(T.after), cell: ({ after }) => <ins className="block max-w-xl break-words whitespace-pre-wrap no-underline">{shown(after)}</ins> },
          ]}
        />
      </Section>
    </div>
  );
}
