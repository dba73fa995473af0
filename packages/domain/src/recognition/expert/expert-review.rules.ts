/** From which technical amount experts are heard before a registration, and how many; null: never required. */
export type ExpertRule = { readonly fromFen: bigint | null; readonly opinions: number };

export function expertReviewNeeded(technicalFen: bigint, { fromFen }: ExpertRule): boolean {
  return fromFen !== null && technicalFen >= fromFen;
}
