import { z } from "zod";
import { Id, line } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** What somebody saw that may have to be withheld, by the page it stood on. */
export const SEEN_AS = ["RESULT", "DEMAND", "LISTING", "NOTICE", "AUCTION"] as const;
export type SeenAs = (typeof SEEN_AS)[number];

/** Why somebody suspects secrecy. A choice and no words: what is secret must not be told again here (保守国家秘密法 29, 31). */
export const SECRECY_GROUNDS = ["STATE_SECRET", "MILITARY", "MARKED", "UNSURE"] as const;
export type SecrecyGround = (typeof SECRECY_GROUNDS)[number];

/** Where in it. */
export const SECRECY_PARTS = ["TITLE", "TEXT", "RIGHTS", "FILES", "TERMS"] as const;
export type SecrecyPart = (typeof SECRECY_PARTS)[number];

export const ReportSecrecyInput = z.object({ seenAs: z.enum(SEEN_AS), subjectId: Id, ground: z.enum(SECRECY_GROUNDS), part: z.enum(SECRECY_PARTS) });

export const SECRECY_DECISIONS = ["SECRET", "NOT_SECRET"] as const;
export type SecrecyDecision = (typeof SECRECY_DECISIONS)[number];
/** The paper is named by its number: the secrecy authority's finding, or the review of the unit (保密审查意见). */
export const DecideSecrecyInput = z.object({ caseId: Id, decision: z.enum(SECRECY_DECISIONS), finding: line(80, 4) });

export const SecrecyCaseInput = z.object({ caseId: Id });
export const ListSecrecyInput = PageInput.extend({ view: z.enum(["open", "done"]).default("open") });
