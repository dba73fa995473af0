import { readRoom } from "@ttx/domain/negotiation";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { OfferForm } from "#components/negotiation/offer-form.tsx";
import { R } from "#components/negotiation/room-texts.ts";
import type { GivenTerms } from "#components/terms/given-terms.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.makeOffer) };
}

export default async function OfferPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const room = await readFor(await requireActor(lang), readRoom, { roomId: id });
  if (!room.inside?.may.offer) notFound();
  const last = room.inside.offers.at(-1);
  return (
    <div className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/negotiations"), label: pick(lang, R.title) }, { href: href(lang, `/desk/negotiations/${id}`), label: room.no }, { label: pick(lang, R.makeOffer) }]}
        title={pick(lang, last ? R.counter : R.makeOffer)}
        intro={<span lang="zh-CN">{room.title}</span>}
      />
      <OfferForm lang={lang} roomId={id} given={(last?.terms ?? {}) as GivenTerms} />
    </div>
  );
}
