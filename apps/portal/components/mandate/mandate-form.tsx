"use client";

import { MANAGER_SERVICE_LABELS, MANAGER_SERVICES, MANDATE_SIDE_LABELS, MANDATE_SIDES } from "@ttx/domain/technology-manager/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select, type Option } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { PartyInput } from "#components/notice/party-input.tsx";
import { href } from "#lang/href.ts";
import { AgencyInput } from "./agency-input.tsx";
import { M } from "./mandate-texts.ts";

type Props = { readonly lang: Lang; readonly as: "CLIENT" | "AGENCY"; readonly results: readonly Option[]; readonly demands: readonly Option[]; readonly today: string; readonly yearLater: string };

/** Asks for a mandate: whom, what for, which services, at which commission, for how long. */
export function MandateForm({ lang, as, results, demands, today, yearLater }: Props) {
  const router = useRouter();
  const [side, setSide] = useState<string>(results.length > 0 || as === "AGENCY" ? "SELLER" : "BUYER");
  const [services, setServices] = useState<ReadonlySet<string>>(new Set(["INTRODUCE", "NEGOTIATE"]));

  function toBody(data: FormData): unknown {
    const { rate, ...typed } = formBody(data);
    const { services: _boxes, ...rest } = typed;
    return { as, ...rest, services: MANAGER_SERVICES.filter((service) => services.has(service)), exclusive: data.get("exclusive") === "on", ...(typeof rate === "string" ? { rateBp: Math.round(Number(rate) * 100) } : {}) };
  }

  function toggle(service: string) {
    const next = new Set(services);
    if (!next.delete(service)) next.add(service);
    setServices(next);
  }

  const subjects = side === "SELLER" ? results : demands;
  return (
    <MutationForm<{ readonly mandateId: string }> url="/api/v1/mandates" toBody={toBody} onDone={({ mandateId }) => router.push(href(lang, `/desk/mandates/${mandateId}`))} className="grid max-w-3xl gap-6">
      {({ pending, errorOf }) => (
        <>
          {as === "CLIENT" ? (
            <AgencyInput id="otherId" lang={lang} label={pick(lang, M.agency)} hint={pick(lang, M.otherHint)} error={errorOf("otherId")} />
          ) : (
            <PartyInput id="otherId" as="BUYER" lang={lang} label={pick(lang, M.client)} hint={pick(lang, M.otherHint)} error={errorOf("otherId") ?? errorOf("as")} />
          )}
          <div className="grid gap-5 sm:grid-cols-2">
            <Select id="side" label={pick(lang, M.side)} options={MANDATE_SIDES.map((value) => ({ value, label: pick(lang, MANDATE_SIDE_LABELS[value]) }))} value={side} onChange={(event) => setSide(event.target.value)} error={errorOf("side")} />
            {as === "CLIENT" ? <Select key={side} id={side === "SELLER" ? "resultId" : "demandId"} label={pick(lang, M.subject)} empty={pick(lang, M.everything)} options={subjects} error={errorOf(side === "SELLER" ? "resultId" : "demandId")} /> : null}
          </div>
          <fieldset id="services" tabIndex={-1} className="grid gap-1 outline-none">
            <legend className="mb-1 font-medium">{pick(lang, M.services)}</legend>
            {errorOf("services") ? <p className="text-sm font-medium text-live">{errorOf("services")}</p> : null}
            <div className="grid gap-1 sm:grid-cols-2">{MANAGER_SERVICES.map((service) => <Checkbox key={service} id={`services-${service}`} name="services" label={pick(lang, MANAGER_SERVICE_LABELS[service])} checked={services.has(service)} onChange={() => toggle(service)} />)}</div>
          </fieldset>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextInput id="rateBp" name="rate" inputMode="decimal" label={pick(lang, M.rate)} unit={pick(lang, M.percent)} defaultValue="3" error={errorOf("rateBp")} />
            <MoneyInput id="cap" lang={lang} label={pick(lang, M.cap)} optional={pick(lang, M.optional)} defaultUnit="wan" error={errorOf("cap")} />
            <DateInput id="validFrom" label={pick(lang, M.from)} defaultValue={today} error={errorOf("validFrom")} />
            <DateInput id="validTo" label={pick(lang, M.to)} defaultValue={yearLater} error={errorOf("validTo")} />
            <TextInput id="tailMonths" type="number" min={0} max={36} label={pick(lang, M.tail)} unit={pick(lang, M.months)} hint={pick(lang, M.tailHint)} defaultValue="12" error={errorOf("tailMonths")} />
          </div>
          <Checkbox id="exclusive" label={pick(lang, M.exclusive)} hint={pick(lang, M.exclusiveHint)} />
          <Textarea id="conflicts" rows={2} maxLength={1000} label={pick(lang, M.conflicts)} optional={pick(lang, M.optional)} error={errorOf("conflicts")} />
          <Textarea id="remark" rows={2} maxLength={1000} label={pick(lang, M.remark)} optional={pick(lang, M.optional)} error={errorOf("remark")} />
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, M.sending)}>{pick(lang, M.request)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
