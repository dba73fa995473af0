import { DomainError } from "./errors.ts";

/** What stands in place of the words that were taken out (屏蔽). */
export const WITHHELD_TITLE = "（内容已屏蔽）";
export const WITHHELD_TITLE_EN = "(withheld)";
/** All that is said of why a procedure stands still. */
export const WITHHELD_REASON = "内容已屏蔽";

/** Withheld while a report of suspected secrecy is looked into; sealed where it was right. Rights and income §11. */
export function isWithheld({ state }: { readonly state: string }): boolean {
  return state === "WITHHELD" || state === "SEALED";
}

/** Of what may have come about without the platform's own record of a result, such as a contract filed by itself: withheld where its result is. */
export function isAboutWithheld({ deal }: { readonly deal: { readonly result: { readonly state: string } } | null }): boolean {
  return deal !== null && isWithheld(deal.result);
}
/** The columns that {@link isAboutWithheld} asks of a contract. */
export const ABOUT_RESULT = { deal: { select: { result: { select: { state: true } } } } } as const;

/** No act carries on what is withheld. */
export function demandNotWithheld(subject: { readonly state: string }): void {
  if (isWithheld(subject)) throw new DomainError("CONTENT_WITHHELD", "refused");
}

/** To whoever reads, what is withheld is not there. */
export function demandShown(subject: { readonly state: string }): void {
  if (isWithheld(subject)) throw new DomainError("CONTENT_WITHHELD", "not-found");
}

/** Of a query by the result that it is about: what may be shown. */
export const NOT_WITHHELD: { state: { notIn: ("WITHHELD" | "SEALED")[] } } = { state: { notIn: ["WITHHELD", "SEALED"] } };
