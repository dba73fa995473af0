import { readMail } from "@ttx/domain/operations";
import { MAIL_STATE_LABELS } from "@ttx/domain/operations/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { MAIL_TONES } from "#components/operations/mail-tones.ts";
import { T as OPERATIONS_TEXTS } from "#components/operations/operations-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const ADDRESS = /(https?:\/\/\S+)/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function MailPage({ params }: Props) {
  const lang = await readLang(params);
  const mail = await readFor(await requireActor(lang), readMail, { mailId: (await params).id });
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader lang={lang} title={<span lang="zh-CN">{mail.subject}</span>} crumbs={[{ href: href(lang, "/desk/mailbox"), label: pick(lang, T.title) }]} status={<StatusTag tone={MAIL_TONES[mail.state]}>{pick(lang, MAIL_STATE_LABELS[mail.state])}</StatusTag>} />
      <DefinitionList
        items={[
          { term: pick(lang, T.to), value: <span className="break-all">{mail.recipient}</span> },
          { term: pick(lang, OPERATIONS_TEXTS.created), value: <span className="tabular">{formatDateTime(mail.createdAt, lang, true)}</span> },
          ...(mail.error === null ? [] : [{ term: pick(lang, OPERATIONS_TEXTS.fault), value: mail.error }]),
        ]}
      />
      <Panel>
        {/* Every second part is an address, because the pattern captures it. */}
        <p lang="zh-CN" className="break-words whitespace-pre-wrap">{mail.body.split(ADDRESS).map((part, i) => (i % 2 === 1 ? <a key={i} className="link break-all" href={part}>{part}</a> : part))}</p>
      </Panel>
    </div>
  );
}
