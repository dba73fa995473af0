/** One file in the population of an inspection; `mandatory` files are always drawn (tax-related, large, foreign: 国科火字〔2021〕188号). */
export type SampleCandidate = { readonly id: string; readonly mandatory: boolean; /** How much oftener than others it is drawn, for a party on record; 1 if not said. */ readonly weight?: number };

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Draws files by a recorded seed: mandatory files first, then the smallest hashes of seed and id. Anyone with the seed and the list
 * draws the same files in whatever order the list comes, and a file added later does not disturb the rest.
 */
export function drawSample(candidates: readonly SampleCandidate[], seed: string, size: number): readonly string[] {
  const place = ({ id, weight = 1 }: SampleCandidate): number => hashOf(`${seed}|${id}`) / weight;
  const byHash = (a: SampleCandidate, b: SampleCandidate): number => place(a) - place(b) || (a.id < b.id ? -1 : 1);
  const mandatory = candidates.filter((one) => one.mandatory).toSorted(byHash);
  const others = candidates.filter((one) => !one.mandatory).toSorted(byHash);
  return [...mandatory, ...others.slice(0, Math.max(0, size - mandatory.length))].map(({ id }) => id);
}

/** The size of a sample: a share of the population in basis points, rounded up, within a lower and an upper bound. */
export function sampleSize(population: number, shareBp: number, minimum: number, maximum: number): number {
  return Math.min(population, Math.max(minimum, Math.min(maximum, Math.ceil((population * shareBp) / 10_000))));
}

export type ReviewTrigger = { readonly taxClaimed: boolean; readonly large: boolean; readonly foreign: boolean; readonly openAlert: boolean; /** The applicant is on record for serious conduct: every contract of its is checked. */ readonly onRecord: boolean };
export type ReviewGround = "TAX_RELIEF" | "LARGE" | "FOREIGN" | "ALERT" | "RECORD";

/** Why a registration goes to the province at once instead of waiting for a sample (国科火字〔2021〕188号; a record of the applicant, credit-and-risk A4). */
export function reviewGrounds(facts: ReviewTrigger): readonly ReviewGround[] {
  const grounds: ReviewGround[] = [];
  if (facts.taxClaimed) grounds.push("TAX_RELIEF");
  if (facts.large) grounds.push("LARGE");
  if (facts.foreign) grounds.push("FOREIGN");
  if (facts.openAlert) grounds.push("ALERT");
  if (facts.onRecord) grounds.push("RECORD");
  return grounds;
}
