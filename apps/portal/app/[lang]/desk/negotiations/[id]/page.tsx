import { readRoom, type RoomView } from "@ttx/domain/negotiation";
import { ROOM_STATE_LABELS } from "@ttx/domain/negotiation/client";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireActor } from "#auth/actor.ts";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { EntryList } from "#components/negotiation/entry-list.tsx";
import { LiveRoom } from "#components/negotiation/live-room.tsx";
import { MessageBox } from "#components/negotiation/message-box.tsx";
import { OfferList } from "#components/negotiation/offer-list.tsx";
import { RefuseAct } from "#components/negotiation/refuse-act.tsx";
import { RoomDocuments } from "#components/negotiation/room-documents.tsx";
import { R, ROOM_TONES } from "#components/negotiation/room-texts.ts";
import { ShowDocument } from "#components/negotiation/show-document.tsx";
import { PartiesPanel, SignPanel } from "#components/negotiation/sign-panel.tsx";
import { SaveFile } from "#components/save-file.tsx";
import { PriceComparison } from "#components/valuation/price-comparison.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.title) };
}

export default async function RoomPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const room = await readFor(await requireActor(lang), readRoom, { roomId: id });
  const isOver = room.state === "CLOSED" || room.state === "CONCLUDED";
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/negotiations"), label: pick(lang, R.title) }, { label: room.no }]}
        title={<a lang="zh-CN" className="link-quiet" href={href(lang, `/results/${room.resultId}`)}>{room.title}</a>}
        status={<><StatusTag tone={ROOM_TONES[room.state]}>{pick(lang, ROOM_STATE_LABELS[room.state])}</StatusTag>{room.inside && !isOver ? <LiveRoom lang={lang} roomId={id} sequence={room.sequence} /> : null}</>}
        actions={
          <>
            {room.inside?.may.exportRecord ? <SaveFile lang={lang} url={`/api/v1/negotiations/${id}/record`} name={`洽谈记录-${room.no}.pdf`} label={pick(lang, R.exportRecord)} pendingText={pick(lang, R.exporting)} /> : null}
            {room.may.close ? <RefuseAct lang={lang} url={`/api/v1/negotiations/${id}/close`} label={pick(lang, room.state === "INVITED" ? R.decline : R.close)} sentence={pick(lang, R.closeSentence)} withReason={room.side === "BUYER"} /> : null}
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">{room.inside && room.state !== "INVITED" ? <Talks lang={lang} room={room} inside={room.inside} /> : <SignPanel lang={lang} room={room} />}</div>
        <div className="grid content-start gap-6">
          <NextStep lang={lang} room={room} />
          {room.inside?.comparison ? <PriceComparison lang={lang} comparison={room.inside.comparison} href={href(lang, `/desk/results/${room.resultId}/valuations`)} /> : null}
          <PartiesPanel lang={lang} room={room} />
          {room.may.bringManager.map(({ mandateId, agency }) => (
            <ConfirmedAct key={mandateId} lang={lang} url={`/api/v1/negotiations/${id}/managers`} body={{ mandateId }} label={pick(lang, R.bring).replace("{agency}", agency)} sentence={pick(lang, R.bringSentence)} binding={false} small />
          ))}
        </div>
      </div>
    </article>
  );
}

function Talks({ lang, room, inside }: { readonly lang: Lang; readonly room: RoomView; readonly inside: NonNullable<RoomView["inside"]> }) {
  const names = new Map(room.parties.map((party) => [party.organisationId, (lang === "en" && party.nameEn) || party.name]));
  const unitOf = (organisationId: string | null): string => (organisationId === null ? "" : (names.get(organisationId) ?? ""));
  const others = room.parties.filter(({ organisationId, inForce }) => organisationId !== room.ownId && inForce).map(({ organisationId }) => ({ organisationId, name: unitOf(organisationId) }));
  const last = inside.offers.at(-1);
  const offer = inside.may.offer ? <LinkButton tone="primary" size="small" href={href(lang, `/desk/negotiations/${room.id}/offer`)}>{pick(lang, last?.state === "OPEN" && last.side !== room.side ? R.counter : R.makeOffer)}</LinkButton> : null;
  return (
    <>
      <Section id="offers" title={pick(lang, R.offers)} actions={offer}><OfferList lang={lang} roomId={room.id} offers={inside.offers} side={room.side} /></Section>
      <Section id="record" title={pick(lang, R.record)}>
        <div className="grid gap-6">
          <EntryList lang={lang} entries={inside.entries} ownId={room.ownId} unitOf={unitOf} />
          {inside.may.talk ? <MessageBox lang={lang} roomId={room.id} /> : null}
        </div>
      </Section>
      <Section id="documents" title={pick(lang, R.documents)} intro={pick(lang, R.documentsIntro)}>
        <div className="grid gap-5">
          <RoomDocuments lang={lang} roomId={room.id} documents={inside.documents} views={inside.views} ownId={room.ownId} unitOf={unitOf} />
          {inside.may.show ? <ShowDocument lang={lang} roomId={room.id} others={others} /> : null}
        </div>
      </Section>
      <details className="rounded border border-line px-4 py-3">
        <summary className="cursor-pointer font-medium">{`${pick(lang, R.agreement)} · ${pick(lang, R.version).replace("{no}", String(room.agreement.no))}`}</summary>
        <div lang="zh-CN" className="mt-3 whitespace-pre-line text-sm">{room.agreement.text}</div>
      </details>
    </>
  );
}

const STATE_UNITS: ReadonlySet<string> = new Set(["UNIVERSITY", "INSTITUTE", "STATE_ENTERPRISE"]);

function NextStep({ lang, room }: { readonly lang: Lang; readonly room: RoomView }) {
  const act = ((): ReactNode => {
    if (room.inside?.noticeId) return <LinkButton tone="primary" href={href(lang, `/desk/notices/${room.inside.noticeId}`)}>{pick(lang, R.seeNotice)}</LinkButton>;
    if (room.inside?.dealId) return <LinkButton tone="primary" href={href(lang, `/desk/deals/${room.inside.dealId}`)}>{pick(lang, R.seeDeal)}</LinkButton>;
    if (room.state !== "AGREED") return null;
    if (!room.may.carryOn) return <p>{pick(lang, R.waitSeller)}</p>;
    if (STATE_UNITS.has(room.seller.kind)) return <LinkButton tone="primary" href={href(lang, `/desk/negotiations/${room.id}/notice`)}>{pick(lang, R.toNotice)}</LinkButton>;
    const agreed = room.inside?.offers.find(({ state }) => state === "ACCEPTED");
    return <ConfirmedAct lang={lang} url={`/api/v1/negotiations/${room.id}/deal`} label={pick(lang, R.toDeal)} sentence={pick(lang, R.toDealSentence).replace("{no}", String(agreed?.no ?? ""))} />;
  })();
  return act === null ? null : <Panel title={pick(lang, R.next)} tone="brand"><div className="grid justify-items-start gap-3">{act}</div></Panel>;
}
