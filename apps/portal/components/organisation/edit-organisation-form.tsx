"use client";

import { Button } from "@ttx/ui/button";
import { MutationForm } from "#client/mutation-form.tsx";
import type { Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { OrganisationFields, type OrganisationDetails } from "./organisation-fields.tsx";
import type { PartyTypeOptions } from "./party-type-options.ts";

type Props = { readonly lang: Lang; readonly given: OrganisationDetails; readonly partyTypes: PartyTypeOptions; readonly send: string; readonly sending: string };

/** Corrects the organisation's details and lets it wait to be verified again. */
export function EditOrganisationForm({ lang, given, partyTypes, send, sending }: Props) {
  return (
    <MutationForm url="/api/v1/organisation" method="PUT" onDone={() => window.location.assign(href(lang, "/desk/organisation"))} className="grid max-w-2xl gap-5">
      {({ pending, errorOf }) => (
        <>
          <OrganisationFields lang={lang} partyTypes={partyTypes} given={given} errorOf={errorOf} />
          <div><Button type="submit" tone="primary" pending={pending} pendingText={sending}>{send}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
