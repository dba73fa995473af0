import { listSessionCandidates, readSession } from "@ttx/domain/auction";
import { toWire } from "@ttx/domain/shared/wire";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { SESSIONS } from "#components/auction/auction-tabs.tsx";
import { SessionForm, type SessionLot } from "#components/auction/session-form.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const TITLE: Text = { zh: "修改专场", en: "Change the session" };
const BEGUN: Text = { zh: "专场的第一件标的已经开始，名称、标的和顺序不能再改。", en: "The first lot has begun: title, lots and order are fixed." };

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function EditSessionPage({ params }: Props) {
  const lang = await readLang(params);
  const { id } = await params;
  const actor = await requireActor(lang);
  const [session, { items }] = await Promise.all([readFor(actor, readSession, { sessionId: id }), readFor(actor, listSessionCandidates, {})]);
  const own = session.lots.map(({ id: lotId, no, freeStartsAt, result }) => ({ id: lotId, no, freeStartsAt, title: result.title, titleEn: result.titleEn }));
  const candidates: SessionLot[] = (toWire([...own, ...items]) as (SessionLot & { readonly titleEn: string | null })[]).map(({ titleEn, ...lot }) => ({ ...lot, title: lang === "en" ? (titleEn ?? lot.title) : lot.title }));
  const hasBegun = session.lots.some(({ state }) => state !== "SCHEDULED");
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/auctions"), label: pick(lang, AUCTIONS) }, { href: href(lang, "/desk/auctions/sessions"), label: pick(lang, SESSIONS) }]} title={pick(lang, TITLE)} />
      {hasBegun ? <p>{pick(lang, BEGUN)}</p> : <SessionForm lang={lang} candidates={candidates} session={{ id, title: session.title, titleEn: session.titleEn ?? "", auctionIds: session.lots.map(({ id: lotId }) => lotId) }} />}
    </div>
  );
}
