import type { RoomView } from "@ttx/domain/negotiation";
import { ROOM_SIDE_LABELS } from "@ttx/domain/negotiation/client";
import { formatDateTime } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { AgreementForm } from "./agreement-form.tsx";
import { R } from "./room-texts.ts";

/** The agreement, to be read before it is signed, and signed before anything else is seen. */
export function SignPanel({ lang, room }: { readonly lang: Lang; readonly room: RoomView }) {
  const { agreement } = room;
  const version = pick(lang, R.version).replace("{no}", String(agreement.no));
  return (
    <Section id="agreement" title={`${pick(lang, R.agreement)} · ${version}`} intro={pick(lang, room.signed ? R.waitOther : R.signIntro)}>
      <div className="grid gap-5">
        <div lang="zh-CN" tabIndex={0} role="region" aria-label={pick(lang, R.agreement)} className="max-h-96 overflow-y-auto whitespace-pre-line rounded border border-line bg-surface px-5 py-4">{agreement.text}</div>
        <p className="tabular break-all text-sm text-ink-soft">SHA-256 {agreement.hash}</p>
        {room.may.sign ? (
          <div>
            <ConfirmedAct lang={lang} url={`/api/v1/negotiations/${room.id}/sign`} body={{ agreementNo: agreement.no, hash: agreement.hash }} label={pick(lang, R.sign)} sentence={pick(lang, R.signSentence).replace("{no}", String(agreement.no))} />
          </div>
        ) : null}
        {room.may.changeAgreement ? <AgreementForm lang={lang} roomId={room.id} text={agreement.text} /> : null}
      </div>
    </Section>
  );
}

/** Who is in the room and who of them has signed the agreement in force. */
export function PartiesPanel({ lang, room }: { readonly lang: Lang; readonly room: RoomView }) {
  return (
    <Panel title={pick(lang, R.parties)}>
      <ul className="grid gap-4">
        {room.parties.map((party) => {
          const signatures = room.signatures.filter(({ organisationId, agreementNo }) => organisationId === party.organisationId && agreementNo === room.agreement.no);
          return (
            <li key={party.organisationId} className="grid gap-0.5">
              <p className="text-sm text-ink-soft">{pick(lang, ROOM_SIDE_LABELS[party.side])}{party.isManager ? ` · ${pick(lang, R.manager)}` : ""}</p>
              <p className="font-medium">{(lang === "en" && party.nameEn) || party.name}</p>
              {party.inForce ? null : <p className="text-sm text-live">{pick(lang, R.ended)}</p>}
              {signatures.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, R.notSigned)}</p> : null}
              {signatures.map(({ personName, at }) => <p key={personName} className="text-sm">{personName} <span className="tabular text-ink-soft">{formatDateTime(at, lang)}</span></p>)}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
