import type { DisposalDemand } from "./project-contract.rules.ts";

export const DISPOSAL_DEMAND_LABELS: Record<DisposalDemand, { readonly zh: string; readonly en: string }> = {
  FREE: { zh: "由本单位自主处置", en: "The unit disposes of it freely" },
  CONSENT: { zh: "须经资助方同意", en: "The funder has to consent" },
};
