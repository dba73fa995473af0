import type { PersonActor } from "../shared/actor.ts";
import type { Database } from "../shared/database.ts";
import type { Role } from "../shared/roles.ts";

/** Something that waits for this person: what, by when, and the page where its one next step is. */
export type Todo = {
  readonly kind: TodoKind;
  readonly id: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly link: `/desk${string}`;
};

export const TODO_KINDS = [
  "RESULT_DRAFT",
  "LISTING_RETURNED",
  "LISTING_REVIEW",
  "LISTING_PUBLISH",
  "INTENT_QUALIFY",
  "DEPOSIT_PAY",
  "AUCTION_LIVE",
  "AUCTION_CONFIRM",
  "AUCTION_FROZEN",
  "AUCTION_OPEN_BIDS",
  "AUCTION_OPEN_OWN_BID",
  "AUCTION_SCORE",
  "AUCTION_ANNULMENT",
  "AUCTION_PRIORITY",
  "AUCTION_SIGN",
  "AUCTION_RECORD",
  "ROOM_SIGN",
  "OFFER_ANSWER",
  "ROOM_CARRY_ON",
  "MANDATE_ANSWER",
  "MANAGER_TASK",
  "PRIORITY_ANSWER",
  "NOTICE_CONFIRM",
  "NOTICE_PUBLISH",
  "OBJECTION_RULE",
  "AWARD_OBJECTION_RULE",
  "DEAL_DRAFT",
  "DEAL_SIGN",
  "DEAL_PAY",
  "DEAL_CERTIFY",
  "DEAL_RELEASE",
  "CONTRACT_SUBMIT",
  "CONTRACT_CORRECT",
  "CONTRACT_ACCEPT",
  "CONTRACT_DECIDE",
  "CONTRACT_SECOND_REVIEW",
  "EXPERT_ANSWER",
  "APPEAL_DECIDE",
  "INSPECTION_REMEDY",
  "REVIEW_DECIDE",
  "REVIEW_ANSWER",
  "CONTRACT_CHANGE",
  "CONTRACT_RE_DECIDE",
  "VIEW_STATE",
  "REVOCATION_DECIDE",
  "CONSEQUENCE_RECORD",
  "REPAIR_DECIDE",
  "RELIEF_REPORT",
  "INSPECTION_JUDGE",
  "SECRECY_DECIDE",
  "ALERT_HANDLE",
  "ALERT_EXPLAIN",
  "ORGANISATION_VERIFY",
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

export type Desk = {
  readonly db: Database;
  readonly actor: PersonActor;
  readonly organisationId: string;
  readonly jurisdiction: string | null;
  readonly now: Date;
  /** Most rows of one kind; what is beyond stands on that kind's own page. */
  readonly most: number;
};

/** What waits for one role, or for a person whatever his roles. */
export type TodoReader = { readonly roles: readonly Role[] | "any"; readonly read: (desk: Desk) => Promise<readonly Todo[]> };
