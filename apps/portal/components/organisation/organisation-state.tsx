import { ORGANISATION_STATE_LABELS, type OrganisationState } from "@ttx/domain/identity/client";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";

const TONES: Readonly<Record<OrganisationState, Tone>> = { PENDING: "waiting", VERIFIED: "done", REJECTED: "refused", SUSPENDED: "ended" };

export function OrganisationStateTag({ lang, state }: { readonly lang: Lang; readonly state: OrganisationState }) {
  return <StatusTag tone={TONES[state]}>{pick(lang, ORGANISATION_STATE_LABELS[state])}</StatusTag>;
}
