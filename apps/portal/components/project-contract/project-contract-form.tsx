"use client";

import { SIZE_LIMIT_BYTES } from "@ttx/domain/document/client";
import { DISPOSAL_DEMAND_LABELS, DISPOSAL_DEMANDS, type DisposalDemand } from "@ttx/domain/project-contract/client";
import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { FileDrop } from "@ttx/ui/file-drop";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { C } from "./project-contract-texts.ts";

export type GivenContract = { readonly projectNo: string; readonly funder: string; readonly demand: DisposalDemand; readonly clause: string; readonly consentNo: string | null; readonly consentOn: string | null };

/** Declares what the contract of the project behind a result says, and puts the funder's consent on file. */
export function ProjectContractForm({ lang, resultId, today, given, projectNo }: { readonly lang: Lang; readonly resultId: string; readonly today: string; readonly given: GivenContract | null; readonly projectNo: string | null }) {
  const router = useRouter();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [demand, setDemand] = useState<DisposalDemand>(given?.demand ?? "FREE");
  return (
    <MutationForm
      url={`/api/v1/results/${resultId}/project-contract`}
      method="PUT"
      toBody={(data) => ({ ...formBody(data), documentId: ids[0] ?? null })}
      onDone={() => {
        setIds([]);
        router.refresh();
      }}
      className="grid max-w-3xl gap-5"
    >
      {({ pending, errorOf }) => (
        <>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextInput id="projectNo" maxLength={60} label={pick(lang, C.projectNo)} defaultValue={given?.projectNo ?? projectNo ?? ""} error={errorOf("projectNo")} />
            <TextInput id="funder" maxLength={120} label={pick(lang, C.funder)} defaultValue={given?.funder} error={errorOf("funder")} />
          </div>
          <Select id="demand" label={pick(lang, C.demand)} value={demand} onChange={(event) => setDemand(event.target.value as DisposalDemand)} options={DISPOSAL_DEMANDS.map((value) => ({ value, label: pick(lang, DISPOSAL_DEMAND_LABELS[value]) }))} error={errorOf("demand")} />
          <Textarea id="clause" maxLength={2000} label={pick(lang, C.clause)} defaultValue={given?.clause} error={errorOf("clause")} />
          {demand === "CONSENT" ? (
            <>
              <div className="grid gap-5 sm:grid-cols-2">
                <TextInput id="consentNo" maxLength={60} label={pick(lang, C.consentNo)} optional={pick(lang, C.optional)} defaultValue={given?.consentNo ?? ""} error={errorOf("consentNo")} />
                <DateInput id="consentOn" max={today} label={pick(lang, C.consentOn)} optional={pick(lang, C.optional)} defaultValue={given?.consentOn ?? ""} error={errorOf("consentOn")} />
              </div>
              <FileDrop id="documentId" lang={lang} label={pick(lang, C.paper)} hint={pick(lang, C.paperHint)} maxBytes={SIZE_LIMIT_BYTES} url="/api/v1/documents?audience=OWNER" onChange={setIds} error={errorOf("documentId")} />
            </>
          ) : null}
          <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, given === null ? C.declare : C.change)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
