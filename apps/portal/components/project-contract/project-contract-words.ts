import { fillText } from "@ttx/domain/shared/texts";
import { formatDay } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { C } from "./project-contract-texts.ts";

export type DeclaredContract = { readonly projectNo: string; readonly funder: string; readonly demand: "FREE" | "CONSENT"; readonly hasConsent: boolean; readonly consentNo: string | null; readonly consentOn: string | null };

/** Whether the funder has a say, and what he said. */
export function funderWords(lang: Lang, { demand, hasConsent, consentNo, consentOn }: DeclaredContract): string {
  if (demand === "FREE") return pick(lang, C.free);
  return hasConsent ? fillText(pick(lang, C.given), { no: consentNo ?? "", on: consentOn === null ? "" : formatDay(consentOn, lang) }) : pick(lang, C.missing);
}

/** The project contract in one line, as listings and notices tell it. */
export function contractLine(lang: Lang, contract: DeclaredContract): string {
  return fillText(pick(lang, C.line), { no: contract.projectNo, funder: contract.funder, what: funderWords(lang, contract) });
}
