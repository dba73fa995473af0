import { readRoom } from "@ttx/domain/negotiation";
import { dayOf } from "@ttx/domain/shared/clock";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { CarryOnForm } from "#components/negotiation/carry-on-form.tsx";
import { R } from "#components/negotiation/room-texts.ts";
import { TermLines } from "#components/terms/term-lines.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.toNotice) };
}

export default async function CarryOnPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const room = await readFor(actor, readRoom, { roomId: id });
  const agreed = room.inside?.offers.find(({ state }) => state === "ACCEPTED");
  if (!room.may.carryOn || !agreed) notFound();
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/negotiations"), label: pick(lang, R.title) }, { href: href(lang, `/desk/negotiations/${id}`), label: room.no }, { label: pick(lang, R.toNotice) }]} title={pick(lang, R.toNotice)} intro={<span lang="zh-CN">{room.title}</span>} />
      <div className="max-w-4xl"><Panel title={pick(lang, R.offerNo).replace("{no}", String(agreed.no))}><TermLines lang={lang} lines={agreed.lines} /></Panel></div>
      <CarryOnForm lang={lang} roomId={id} today={dayOf(room.now)} isStateEnterprise={actor.organisation?.kind === "STATE_ENTERPRISE"} />
    </div>
  );
}
