/** How a result is offered (交易方式), §1.1 and 技术合同司法解释 25. */
export const OFFER_MODES = ["TRANSFER", "LICENCE_EXCLUSIVE", "LICENCE_SOLE", "LICENCE_ORDINARY", "EQUITY"] as const;
export type OfferMode = (typeof OFFER_MODES)[number];

export type OfferedScope = {
  readonly mode: OfferMode;
  readonly rightNumbers: readonly string[];
  /** Places, as {@link territoriesIn} gives them; empty means everywhere. */
  readonly territories: readonly string[];
};

/** How an offer of this mode and licence kind weighs against others of the same right; null for work that is ordered, which takes no right. */
export function offerModeOf(tradeMode: string, licenceKind: string | null): OfferMode | null {
  if (tradeMode === "EQUITY") return "EQUITY";
  if (tradeMode === "ASSIGNMENT") return "TRANSFER";
  if (tradeMode !== "LICENCE") return null;
  return licenceKind === "exclusive" ? "LICENCE_EXCLUSIVE" : licenceKind === "sole" ? "LICENCE_SOLE" : "LICENCE_ORDINARY";
}

const EVERYWHERE = /^(中国|全国|中华人民共和国)?(境内|范围内?|大陆地区?)?$|全球|世界/;

/**
 * The places that a licence names, by the digits of their division code where they have one, so that 杭州市 lies in 浙江省: "3301" in "33". The whole
 * country, as all talks of here, is everywhere.
 */
export function territoriesIn(text: string | null | undefined, codeOf: (place: string) => string | undefined): string[] {
  const places = (text ?? "").normalize("NFKC").split(/[、,;，；\s]+/).filter((place) => place !== "");
  return places.some((place) => EVERYWHERE.test(place)) ? [] : places.map((place) => codeOf(place)?.replace(/(00){1,2}$/, "") ?? place);
}

/** §9.3: the same right with an overlapping scope cannot be on offer twice when one of the offers is exclusive in effect. */
export function offersCollide(a: OfferedScope, b: OfferedScope): boolean {
  if (a.mode === "LICENCE_ORDINARY" && b.mode === "LICENCE_ORDINARY") return false;
  if (!shareRight(a, b)) return false;
  if (!isLicence(a) || !isLicence(b)) return true; // an assignment takes the right everywhere
  return territoriesMeet(a, b);
}

/**
 * Whether what was granted already stands in the way of an offer (§2.1 existing rights, rights-and-income §6: no exclusive licence twice). What was
 * assigned or contributed is gone. Licences granted outlive an assignment, which is therefore offered with them named.
 */
export function grantForbids(granted: OfferedScope, offer: OfferedScope): boolean {
  if (!shareRight(granted, offer)) return false;
  if (!isLicence(granted)) return true;
  if (!isLicence(offer)) return false;
  return !(granted.mode === "LICENCE_ORDINARY" && offer.mode === "LICENCE_ORDINARY") && territoriesMeet(granted, offer);
}

/** Until when a licence runs that was signed for so many years; null while it is not signed, or where no term was said. */
export function licenceEndsAt({ signedAt, licenceYears }: { readonly signedAt: Date | null; readonly licenceYears: number | null }): Date | null {
  if (signedAt === null || licenceYears === null) return null;
  const endsAt = new Date(signedAt);
  endsAt.setUTCFullYear(endsAt.getUTCFullYear() + licenceYears);
  return endsAt;
}

function isLicence({ mode }: OfferedScope): boolean {
  return mode.startsWith("LICENCE");
}

function shareRight(a: OfferedScope, b: OfferedScope): boolean {
  return a.rightNumbers.some((right) => b.rightNumbers.includes(right));
}

/** A province meets its cities. A name that is no division, such as 长三角, may lie anywhere: no exclusive licence twice. */
function territoriesMeet(a: OfferedScope, b: OfferedScope): boolean {
  if (a.territories.length === 0 || b.territories.length === 0) return true;
  const isCode = (place: string): boolean => /^\d+$/.test(place);
  return a.territories.some((here) => b.territories.some((there) => isCode(here) !== isCode(there) || here.startsWith(there) || there.startsWith(here)));
}
