import { listOwnResults, readPublishedResult } from "@ttx/domain/result";
import { listMandates } from "@ttx/domain/technology-manager";
import { EmptyState } from "@ttx/ui/empty-state";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OpenRoomForm } from "#components/negotiation/open-room-form.tsx";
import { R } from "#components/negotiation/room-texts.ts";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const FIND: Text = { zh: "去找成果", en: "Find a result" };
const FIND_TEXT: Text = { zh: "打开一项成果，点“发起洽谈”。", en: "Open a result and choose “Open a room”." };

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.open) };
}

export default async function NewRoomPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const resultId = askedText(asked, "result");
  const isManager = actor.roles.includes("TECHNOLOGY_MANAGER");
  const [result, own, mandates] = await Promise.all([
    resultId ? readFor(actor, readPublishedResult, { resultId }) : null,
    actor.roles.includes("SELLER") ? readFor(actor, listOwnResults, { state: "PUBLISHED", limit: 100 }) : null,
    isManager ? readFor(actor, listMandates, { limit: 100 }) : null,
  ]);
  const held = (mandates?.items ?? []).filter(({ own: side, state }) => side === "agency" && state === "ACTIVE");
  const clients = held.filter(({ resultId: named }) => named !== null).map(({ resultId: named, subject }) => ({ value: named!, label: subject ?? "" }));
  const results = [...(own?.items ?? []).map(({ resultId: id, title }) => ({ value: id, label: title })), ...clients];
  const isOwn = result !== null && result.owner.id === actor.organisation?.id;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/negotiations"), label: pick(lang, R.title) }, { label: pick(lang, R.open) }]} title={pick(lang, R.open)} intro={pick(lang, R.intro)} />
      {result === null && results.length === 0 ? (
        <EmptyState level={2} title={pick(lang, R.none)} action={<LinkButton href={href(lang, "/results")}>{pick(lang, FIND)}</LinkButton>}>{pick(lang, FIND_TEXT)}</EmptyState>
      ) : (
        <OpenRoomForm
          lang={lang}
          result={result === null ? undefined : { value: resultId, label: result.title }}
          results={results}
          mandates={held.map(({ id, no, client, subject }) => ({ value: id, label: [no, client.name, subject].filter(Boolean).join(" · ") }))}
          invites={result === null || isOwn || isManager}
        />
      )}
    </div>
  );
}
