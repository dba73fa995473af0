import type { PriorityState } from "./priority-right.machine.ts";

/** 民法典 847: completers of a service result; 859: the client of a commissioned development; 860: the co-applicant; or a right agreed by contract. */
export const PRIORITY_KINDS = ["COMPLETER", "CLIENT", "CO_APPLICANT", "CONTRACT"] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

/** Days that a holder has at least (Court-Online 16): three from a notice that reached him, five from a display where he could not be traced. */
export type PriorityParameters = { readonly version: string; readonly noticeDays: number; readonly displayDays: number };
export const DEFAULT_PRIORITY_PARAMETERS: PriorityParameters = { version: "default-2026-1", noticeDays: 3, displayDays: 5 };

export const NOTICE_WAYS = ["SERVED", "DISPLAYED"] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

export function leastDays(way: NoticeWay, parameters: PriorityParameters): number {
  return way === "SERVED" ? parameters.noticeDays : parameters.displayDays;
}

/** They arise on an assignment, not on a licence (trading §3). */
export function rightsArise(tradeMode: string): boolean {
  return tradeMode === "ASSIGNMENT";
}

export type StandingRight = { readonly state: PriorityState; readonly dueAt: Date | null; readonly holder: string; readonly holderId: string | null };

/** The state at an instant: an answer that has not come by its deadline has lapsed, whether or not anybody said so. */
export function stateAt({ state, dueAt }: Pick<StandingRight, "state" | "dueAt">, now: Date): PriorityState {
  return state === "NOTIFIED" && dueAt !== null && now >= dueAt ? "LAPSED" : state;
}

/** Whether a holder who has bid in the hall, or was asked after the close, has had his say: all were notified before; who stayed away has waived (Court-Online 16). */
export function hadTheirSay({ state }: Pick<StandingRight, "state">): boolean {
  return state !== "NAMED";
}

/** What keeps a deal with this buyer from being concluded: a holder not notified, still deciding, or who stands before him. */
export function blockedBy(rights: readonly StandingRight[], buyerId: string, now: Date): { readonly holder: string; readonly reason: "NOT_NOTIFIED" | "STILL_OPEN" | "EXERCISED" } | null {
  for (const right of rights) {
    const state = stateAt(right, now);
    if (state === "NAMED") return { holder: right.holder, reason: "NOT_NOTIFIED" };
    if (state === "NOTIFIED") return { holder: right.holder, reason: "STILL_OPEN" };
    if (state === "EXERCISED" && right.holderId !== buyerId) return { holder: right.holder, reason: "EXERCISED" };
  }
  return null;
}
