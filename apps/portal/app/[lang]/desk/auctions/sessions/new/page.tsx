import { listSessionCandidates } from "@ttx/domain/auction";
import { toWire } from "@ttx/domain/shared/wire";
import { EmptyState } from "@ttx/ui/empty-state";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { SESSIONS } from "#components/auction/auction-tabs.tsx";
import { SessionForm } from "#components/auction/session-form.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const TITLE: Text = { zh: "编排专场", en: "Put a session together" };
const NONE: Text = { zh: "没有可以编入专场的标的", en: "No lot can go into a session" };
const NONE_TEXT: Text = { zh: "已公告、尚未开始且未编入其他专场的项目会列在这里。", en: "Lots that are announced, have not begun and stand in no other session are listed here." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function NewSessionPage({ params }: Props) {
  const lang = await readLang(params);
  const { items } = await readFor(await requireActor(lang), listSessionCandidates, {});
  const candidates = (toWire(items) as { id: string; no: string; title: string; titleEn: string | null; freeStartsAt: string }[]).map(({ titleEn, ...lot }) => ({ ...lot, title: lang === "en" ? (titleEn ?? lot.title) : lot.title }));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/auctions"), label: pick(lang, AUCTIONS) }, { href: href(lang, "/desk/auctions/sessions"), label: pick(lang, SESSIONS) }]} title={pick(lang, TITLE)} />
      {candidates.length === 0 ? <EmptyState level={2} icon={<GavelIcon size={24} />} title={pick(lang, NONE)}>{pick(lang, NONE_TEXT)}</EmptyState> : <SessionForm lang={lang} candidates={candidates} />}
    </div>
  );
}
