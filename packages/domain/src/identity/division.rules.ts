/**
 * Jurisdiction (辖区) as a prefix of GB/T 2260: "" the nation, "33" a province, "3301" a city, "330106" a county.
 * Containment of jurisdictions is containment of prefixes.
 */
export type Jurisdiction = string & { readonly unit: "jurisdiction" };

export const NATION = "" as Jurisdiction;

export function jurisdiction(text: string): Jurisdiction {
  if (!/^(?:\d{2}){0,3}$/.test(text)) throw new RangeError(`not a jurisdiction: ${text}`);
  return text as Jurisdiction;
}

/** The jurisdiction of a six-digit division: trailing pairs of zeros are dropped, so 330000 is the whole province. */
export function jurisdictionOf(division: string): Jurisdiction {
  const pairs = jurisdiction(division).match(/\d{2}/g) ?? [];
  while (pairs.at(-1) === "00") pairs.pop();
  return pairs.join("") as Jurisdiction;
}

/** Whether `outer` contains `inner`; each contains itself. */
export function contains(outer: Jurisdiction, inner: Jurisdiction): boolean {
  return inner.startsWith(outer);
}

/** Whether a place, given by its six-digit division, lies in the jurisdiction. */
export function covers(outer: Jurisdiction, division: string): boolean {
  return contains(outer, jurisdictionOf(division));
}

/** The next higher jurisdiction; the nation has none. */
export function above(of: Jurisdiction): Jurisdiction | undefined {
  return of === NATION ? undefined : (of.slice(0, -2) as Jurisdiction);
}

/** From the jurisdiction itself up to the nation. */
export function upwards(of: Jurisdiction): readonly Jurisdiction[] {
  const next = above(of);
  return next === undefined ? [of] : [of, ...upwards(next)];
}
