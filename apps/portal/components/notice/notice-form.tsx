"use client";

import { AGREED_TRADE_MODES, LICENCE_KIND_LABELS, LICENCE_KINDS } from "@ttx/domain/agreed-price/client";
import { TRADE_MODE_LABELS } from "@ttx/domain/result/client";
import { PAYMENT_FORM_LABELS, PAYMENT_FORMS, TERM_FIELD_LABELS } from "@ttx/domain/terms/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Section } from "@ttx/ui/section";
import { Select, type Option } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { partsOf, paymentBody, textOf, type GivenTerms } from "#components/terms/given-terms.ts";
import { PaymentFields } from "#components/terms/payment-fields.tsx";
import { href } from "#lang/href.ts";
import { F } from "./desk-texts.ts";
import { PartyInput } from "./party-input.tsx";
import { TieRows, type Tie } from "./tie-rows.tsx";

export type GivenNotice = {
  readonly resultId: string;
  readonly buyer?: Option;
  readonly venue?: Option;
  readonly tradeMode: string;
  readonly licenceKind: string;
  readonly licenceYears: string;
  readonly territory: string;
  readonly payment: NonNullable<GivenTerms["payment"]>;
  readonly priceBasis: string;
  readonly decisionBody: string;
  readonly decisionOn: string;
  readonly directApproval: string;
  readonly objectionChannel: string;
  readonly unitPlace: string;
  readonly days: string;
  readonly ties: readonly Tie[];
  readonly funded: boolean;
  readonly holding: boolean;
};

export type NoticeFormProps = {
  readonly lang: Lang;
  /** Results to choose from; left out while a notice is changed, whose result is fixed. */
  readonly results?: readonly Option[];
  readonly change?: { readonly noticeId: string; readonly version: number };
  readonly given: GivenNotice;
  readonly today: string;
  /** Such a seller needs a paper that allows him to sell by agreement. */
  readonly isStateEnterprise: boolean;
};

/** The terms agreed between seller and buyer, on one page. */
export function NoticeForm({ lang, results, change, given, today, isStateEnterprise }: NoticeFormProps) {
  const router = useRouter();
  const [tradeMode, setTradeMode] = useState(given.tradeMode);
  const [paidBy, setPaidBy] = useState(textOf(given.payment["form"]) || "LUMP_SUM");
  const [parts, setParts] = useState(partsOf(given.payment));
  const [ties, setTies] = useState(given.ties);

  function toBody(data: FormData): unknown {
    const { days, licenceYears, payment: typedPayment, ...typed } = formBody(data);
    return {
      ...typed,
      payment: paymentBody(typedPayment, parts),
      ...(change ? { version: change.version } : {}),
      ...(typeof days === "string" ? { days: Number(days) } : {}),
      ...(typeof licenceYears === "string" ? { licenceYears: Number(licenceYears) } : {}),
      relation: { ties, buyerFundedProject: data.get("funded") === "on", buyerIsUnitsHoldingCompany: data.get("holding") === "on" },
    };
  }

  return (
    <MutationForm<{ readonly noticeId: string }>
      url={change ? `/api/v1/notices/${change.noticeId}` : "/api/v1/notices"}
      method={change ? "PUT" : "POST"}
      toBody={toBody}
      onDone={({ noticeId }) => router.push(href(lang, `/desk/notices/${noticeId}`))}
      className="grid max-w-4xl gap-10"
    >
      {({ pending, errorOf }) => (
        <>
          <Section id="object" title={pick(lang, F.object)}>
            <div className="grid gap-5">
              {results ? <Select id="resultId" label={pick(lang, F.result)} hint={pick(lang, F.resultHint)} empty={pick(lang, F.choose)} options={results} defaultValue={given.resultId} error={errorOf("resultId")} /> : null}
              <PartyInput id="buyerId" as="BUYER" lang={lang} label={pick(lang, F.buyer)} hint={pick(lang, F.buyerHint)} chosen={given.buyer} error={errorOf("buyerId")} />
              <PartyInput id="venueId" as="VENUE" lang={lang} label={pick(lang, F.venue)} hint={pick(lang, F.venueHint)} optional={pick(lang, F.optional)} chosen={given.venue} error={errorOf("venueId")} />
            </div>
          </Section>
          <Section id="terms" title={pick(lang, F.terms)}>
            <div className="grid gap-5">
              <div className="grid gap-5 sm:grid-cols-3">
                <Select
                  id="tradeMode"
                  label={pick(lang, F.tradeMode)}
                  options={AGREED_TRADE_MODES.map((value) => ({ value, label: pick(lang, TRADE_MODE_LABELS[value]) }))}
                  value={tradeMode}
                  onChange={(event) => setTradeMode(event.target.value)}
                  error={errorOf("tradeMode")}
                />
                {tradeMode === "LICENCE" ? (
                  <>
                    <Select id="licenceKind" label={pick(lang, F.licenceKind)} empty={pick(lang, F.choose)} options={LICENCE_KINDS.map((value) => ({ value, label: pick(lang, LICENCE_KIND_LABELS[value]) }))} defaultValue={given.licenceKind} error={errorOf("licenceKind")} />
                    <TextInput id="licenceYears" type="number" min={1} max={50} label={pick(lang, F.licenceYears)} unit={pick(lang, F.years)} defaultValue={given.licenceYears} error={errorOf("licenceYears")} />
                  </>
                ) : null}
              </div>
              {tradeMode === "LICENCE" ? <TextInput id="territory" maxLength={120} label={pick(lang, TERM_FIELD_LABELS.territory)} defaultValue={given.territory} error={errorOf("territory")} /> : null}
              <Select id="payment.form" className="max-w-md" label={pick(lang, F.paymentForm)} hint={pick(lang, F.paymentHint)} options={PAYMENT_FORMS.map((value) => ({ value, label: pick(lang, PAYMENT_FORM_LABELS[value]) }))} value={paidBy} onChange={(event) => setPaidBy(event.target.value)} error={errorOf("payment.form")} />
              <PaymentFields lang={lang} at="payment" form={paidBy} given={given.payment} parts={parts} onParts={setParts} errorOf={errorOf} />
              <Textarea id="priceBasis" rows={4} maxLength={2000} label={pick(lang, F.priceBasis)} hint={pick(lang, F.priceBasisHint)} defaultValue={given.priceBasis} error={errorOf("priceBasis")} />
            </div>
          </Section>
          <Section id="relation" title={pick(lang, F.relation)} intro={pick(lang, F.relationIntro)}>
            <TieRows lang={lang} ties={ties} onChange={setTies} errorOf={errorOf} />
            <Checkbox id="funded" label={pick(lang, F.funded)} defaultChecked={given.funded} />
            <Checkbox id="holding" label={pick(lang, F.holding)} defaultChecked={given.holding} />
          </Section>
          <Section id="decision" title={pick(lang, F.decisionTitle)}>
            <div className="grid gap-5">
              <div className="grid gap-5 sm:grid-cols-2">
                <TextInput id="decisionBody" maxLength={100} label={pick(lang, F.decisionBody)} defaultValue={given.decisionBody} error={errorOf("decisionBody")} />
                <DateInput id="decisionOn" max={today} label={pick(lang, F.decisionOn)} defaultValue={given.decisionOn} error={errorOf("decisionOn")} />
              </div>
              {isStateEnterprise ? <TextInput id="directApproval" lang="zh-CN" maxLength={200} label={pick(lang, F.directApproval)} hint={pick(lang, F.directApprovalHint)} defaultValue={given.directApproval} error={errorOf("directApproval")} /> : null}
              <TextInput id="unitPlace" maxLength={200} label={pick(lang, F.unitPlace)} hint={pick(lang, F.unitPlaceHint)} defaultValue={given.unitPlace} error={errorOf("unitPlace")} />
              <TextInput id="objectionChannel" maxLength={200} label={pick(lang, F.objectionChannel)} hint={pick(lang, F.objectionHint)} defaultValue={given.objectionChannel} error={errorOf("objectionChannel")} />
              <TextInput id="days" type="number" min={15} max={90} label={pick(lang, F.days)} unit={pick(lang, F.daysUnit)} defaultValue={given.days} className="max-w-32" error={errorOf("days")} />
            </div>
          </Section>
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, F.saving)}>{pick(lang, F.save)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
