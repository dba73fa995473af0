"use client";

import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Section } from "@ttx/ui/section";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { F } from "#components/notice/desk-texts.ts";
import { PartyInput } from "#components/notice/party-input.tsx";
import { TieRows, type Tie } from "#components/notice/tie-rows.tsx";
import { href } from "#lang/href.ts";
import { R } from "./room-texts.ts";

/** What the seller adds to the agreed terms for the public notice: basis, decision, ties, where it is published. */
export function CarryOnForm({ lang, roomId, today, isStateEnterprise }: { readonly lang: Lang; readonly roomId: string; readonly today: string; readonly isStateEnterprise: boolean }) {
  const router = useRouter();
  const [ties, setTies] = useState<readonly Tie[]>([]);

  function toBody(data: FormData): unknown {
    const { days, funded: _funded, holding: _holding, ...typed } = formBody(data);
    return { ...typed, ...(typeof days === "string" ? { days: Number(days) } : {}), relation: { ties, buyerFundedProject: data.get("funded") === "on", buyerIsUnitsHoldingCompany: data.get("holding") === "on" } };
  }

  return (
    <MutationForm<{ readonly noticeId: string }> url={`/api/v1/negotiations/${roomId}/notice`} toBody={toBody} onDone={({ noticeId }) => router.push(href(lang, `/desk/notices/${noticeId}`))} className="grid max-w-4xl gap-10">
      {({ pending, errorOf }) => (
        <>
          <Section id="basis" title={pick(lang, F.terms)}>
            <div className="grid gap-5">
              <Textarea id="priceBasis" rows={4} maxLength={2000} label={pick(lang, F.priceBasis)} hint={pick(lang, F.priceBasisHint)} error={errorOf("priceBasis")} />
              <PartyInput id="venueId" as="VENUE" lang={lang} label={pick(lang, F.venue)} hint={pick(lang, F.venueHint)} optional={pick(lang, F.optional)} error={errorOf("venueId")} />
            </div>
          </Section>
          <Section id="relation" title={pick(lang, F.relation)} intro={pick(lang, F.relationIntro)}>
            <TieRows lang={lang} ties={ties} onChange={setTies} errorOf={errorOf} />
            <Checkbox id="funded" label={pick(lang, F.funded)} />
            <Checkbox id="holding" label={pick(lang, F.holding)} />
          </Section>
          <Section id="decision" title={pick(lang, F.decisionTitle)}>
            <div className="grid gap-5">
              <div className="grid gap-5 sm:grid-cols-2">
                <TextInput id="decisionBody" maxLength={100} label={pick(lang, F.decisionBody)} error={errorOf("decisionBody")} />
                <DateInput id="decisionOn" max={today} label={pick(lang, F.decisionOn)} error={errorOf("decisionOn")} />
              </div>
              {isStateEnterprise ? <TextInput id="directApproval" lang="zh-CN" maxLength={200} label={pick(lang, F.directApproval)} hint={pick(lang, F.directApprovalHint)} error={errorOf("directApproval")} /> : null}
              <TextInput id="unitPlace" maxLength={200} label={pick(lang, F.unitPlace)} hint={pick(lang, F.unitPlaceHint)} error={errorOf("unitPlace")} />
              <TextInput id="objectionChannel" maxLength={200} label={pick(lang, F.objectionChannel)} hint={pick(lang, F.objectionHint)} error={errorOf("objectionChannel")} />
              <TextInput id="days" type="number" min={15} max={90} label={pick(lang, F.days)} unit={pick(lang, F.daysUnit)} defaultValue="15" className="max-w-32" error={errorOf("days")} />
            </div>
          </Section>
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, F.saving)}>{pick(lang, R.toNotice)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
