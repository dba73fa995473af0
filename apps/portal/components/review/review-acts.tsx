"use client";

import { REVOCATION_GROUNDS, TAX_OPINIONS, type RevocationGround } from "@ttx/domain/review/client";
import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { LinkButton } from "@ttx/ui/link-button";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { TAX_OPINION_LABELS } from "#components/contract/tax-opinion.ts";
import { KeyHint } from "#components/registration/desk-keys.tsx";
import { A } from "#components/registration/registration-texts.ts";
import { V } from "./review-texts.ts";

export type ReviewActsProps = {
  readonly lang: Lang;
  readonly reviewId: string;
  readonly contractId: string;
  readonly version: number;
  readonly taxClaimed: boolean;
  readonly may: { readonly confirm: boolean; readonly return: boolean; readonly giveNotice: boolean; readonly dropNotice: boolean; readonly revoke: boolean };
  readonly nextHref?: string;
};

type Act = "confirm" | "return" | "notice" | "drop" | "revoke";

/** What the province may do with a review; each button bears its key. */
export function ReviewActs({ lang, reviewId, contractId, version, taxClaimed, may, nextHref }: ReviewActsProps) {
  const [act, setAct] = useState<Act | null>(null);
  const [opinion, setOpinion] = useState("");
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);

  function done() {
    setAct(null);
    if (nextHref) router.push(nextHref, { scroll: false });
    router.refresh();
  }
  const button = (kind: Act, text: Text, key: string, tone: "primary" | "secondary" | "danger") => (
    <Button size="small" tone={tone} data-key={key} onClick={() => setAct(kind)}>{say(text)}<KeyHint name={key} /></Button>
  );
  const dialog = (kind: Act, path: string, title: Text, about: Text, toBody: (data: FormData) => object, fields: (errorOf: (id: string) => string | undefined) => ReactNode, tone: "primary" | "danger" = "primary") => (
    <Dialog lang={lang} open={act === kind} onClose={() => setAct(null)} title={say(title)} width="wide">
      <MutationForm url={`/api/v1/reviews/${reviewId}/${path}`} onDone={done} toBody={(data) => ({ version, ...toBody(data) })} className="grid gap-4">
        {({ pending, errorOf }) => (
          <>
            <p>{say(about)}</p>
            {fields(errorOf)}
            <div className="flex justify-end"><Button type="submit" tone={tone} pending={pending}>{say(title)}</Button></div>
          </>
        )}
      </MutationForm>
    </Dialog>
  );
  const reasons = (errorOf: (id: string) => string | undefined) => <Textarea id="reasons" label={say(V.reasons)} rows={4} className="min-h-24" maxLength={2000} error={errorOf("reasons")} />;
  const text = (data: FormData, name: string): string => String(data.get(name) ?? "");

  return (
    <div className="flex flex-wrap gap-2">
      {may.confirm ? button("confirm", V.confirm, "a", "primary") : null}
      {may.return ? button("return", V.return, "c", "secondary") : null}
      {may.dropNotice ? button("drop", V.drop, "a", "secondary") : null}
      {may.revoke ? button("revoke", V.revoke, "x", "danger") : null}
      {may.giveNotice ? button("notice", V.notice, "x", "danger") : null}
      <LinkButton size="small" tone="plain" href={`/api/v1/registrations/${contractId}/certificate.pdf`}>{say(A.print)}</LinkButton>
      {dialog("confirm", "confirm", V.confirm, V.confirmText, (data) => ({ opinion: text(data, "opinion"), ...(opinion === "" ? {} : { taxOpinion: opinion }) }), (errorOf) => (
        <>
          {taxClaimed ? <RadioGroup id="taxOpinion" label={say(V.taxOpinion)} error={errorOf("taxOpinion")} value={opinion} onChange={setOpinion} options={TAX_OPINIONS.map((value) => ({ value, label: say(TAX_OPINION_LABELS[value] ?? { zh: value, en: value }) }))} /> : null}
          <Textarea id="opinion" label={say(V.opinion)} optional={say(V.optional)} rows={3} className="min-h-20" maxLength={2000} error={errorOf("opinion")} />
        </>
      ))}
      {dialog("return", "return", V.return, V.returnText, (data) => ({ reasons: text(data, "reasons") }), reasons)}
      {dialog("notice", "notice", V.notice, V.noticeText, (data) => ({ ground: text(data, "ground"), facts: text(data, "facts") }), (errorOf) => (
        <>
          <Select id="ground" label={say(V.ground)} options={(Object.keys(REVOCATION_GROUNDS) as RevocationGround[]).map((value) => ({ value, label: say(REVOCATION_GROUNDS[value]) }))} error={errorOf("ground")} />
          <Textarea id="facts" label={say(V.facts)} rows={5} className="min-h-28" maxLength={2000} error={errorOf("facts")} />
        </>
      ), "danger")}
      {dialog("drop", "drop-notice", V.drop, V.dropText, (data) => ({ reasons: text(data, "reasons") }), reasons)}
      {dialog("revoke", "revoke", V.revoke, V.revokeText, (data) => ({ documentNo: text(data, "documentNo"), reasons: text(data, "reasons") }), (errorOf) => (
        <>
          <TextInput id="documentNo" name="documentNo" label={say(V.documentNo)} error={errorOf("documentNo")} />
          {reasons(errorOf)}
        </>
      ), "danger")}
    </div>
  );
}
