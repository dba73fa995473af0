import type { RoomInside } from "@ttx/domain/negotiation";
import { OFFER_STATE_LABELS, ROOM_SIDE_LABELS } from "@ttx/domain/negotiation/client";
import { formatDateTime } from "@ttx/ui/format";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { TermDifferences, TermLines } from "#components/terms/term-lines.tsx";
import { T } from "#components/terms/terms-texts.ts";
import { RefuseAct } from "./refuse-act.tsx";
import { R } from "./room-texts.ts";

type Offer = RoomInside["offers"][number];
const TONES: Record<Offer["state"], Tone> = { OPEN: "due", COUNTERED: "ended", ACCEPTED: "done", REFUSED: "refused", WITHDRAWN: "ended" };

/** The offers, the newest first and open; each with its difference from the one before. */
export function OfferList({ lang, roomId, offers, side }: { readonly lang: Lang; readonly roomId: string; readonly offers: readonly Offer[]; readonly side: "SELLER" | "BUYER" }) {
  if (offers.length === 0) return <p className="text-ink-soft">{pick(lang, R.noOffers)}</p>;
  const newest = offers.length - 1;
  return (
    <ul className="grid gap-4">
      {offers.map((offer, i) => ({ offer, i })).toReversed().map(({ offer, i }) => (
        <li key={offer.no} className="rounded border border-line bg-surface">
          <details open={i === newest} className="px-4 py-3">
            <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{pick(lang, R.offerNo).replace("{no}", String(offer.no))}</span>
              <span>{pick(lang, ROOM_SIDE_LABELS[offer.side])}</span>
              <StatusTag tone={TONES[offer.state]}>{pick(lang, OFFER_STATE_LABELS[offer.state])}</StatusTag>
              <span className="tabular text-sm text-ink-soft">{formatDateTime(offer.at, lang)}</span>
            </summary>
            <div className="mt-4 grid gap-4">
              <TermLines lang={lang} lines={offer.lines} />
              {offer.note ? <p className="whitespace-pre-line"><span className="text-ink-soft">{pick(lang, R.note)}{lang === "zh" ? "：" : ": "}</span>{offer.note}</p> : null}
              {offer.no > 1 ? <div className="grid gap-2"><h3 className="text-sm font-semibold">{pick(lang, T.differences)}</h3><TermDifferences lang={lang} differences={offer.differences} /></div> : null}
              <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
                {offer.state === "OPEN" ? <span className="tabular">{pick(lang, R.validUntil)} {formatDateTime(offer.validUntil, lang)}</span> : null}
                {offer.sellerAcceptedAt ? <span>{pick(lang, R.acceptedSeller)}</span> : null}
                {offer.buyerAcceptedAt ? <span>{pick(lang, R.acceptedBuyer)}</span> : null}
              </p>
              <OfferActs lang={lang} roomId={roomId} offer={offer} side={side} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function OfferActs({ lang, roomId, offer, side }: { readonly lang: Lang; readonly roomId: string; readonly offer: Offer; readonly side: "SELLER" | "BUYER" }) {
  const url = `/api/v1/negotiations/${roomId}/offers/${offer.no}`;
  const named = (text: (typeof R)[keyof typeof R]): string => pick(lang, text).replace("{no}", String(offer.no));
  if (!offer.may.accept && !offer.may.refuse && !offer.may.withdraw) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {offer.may.accept ? <ConfirmedAct lang={lang} url={`${url}/accept`} body={{ hash: offer.hash }} label={pick(lang, R.accept)} sentence={named(R.acceptSentence)} small /> : null}
      {offer.may.refuse ? <RefuseAct lang={lang} url={`${url}/refuse`} label={pick(lang, R.refuse)} sentence={named(R.refuseSentence)} withReason={side === "BUYER"} /> : null}
      {offer.may.withdraw ? <ConfirmedAct lang={lang} url={`${url}/withdraw`} label={pick(lang, R.withdraw)} sentence={named(R.withdrawSentence)} tone="danger" binding={false} small /> : null}
    </div>
  );
}
