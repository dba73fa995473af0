import { z } from "zod";
import { DayText, Id, line, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const IncomeShareIdInput = z.object({ incomeShareId: Id });
export const IncomeShareDueInput = z.object({ incomeShareId: Id, dueAt: z.coerce.date() });

/** A release of the price to the seller, as the deal tells it. */
export const OpenIncomeShareInput = z.object({ dealId: Id, origin: z.string().min(1), receivedFen: z.coerce.bigint(), costsFen: z.coerce.bigint(), at: z.coerce.date() });

/** Shares that a company issued for the result, as units of its capital. */
export const RecordSharesInput = z.object({ dealId: Id, company: line(120, 2), units: YuanText, registeredOn: DayText });

export const PERSON_ROLES = ["MAIN_CONTRIBUTOR", "CONTRIBUTOR", "TRANSFER_STAFF"] as const;
const PersonLine = z.object({ name: line(60), completerPosition: z.number().int().min(0).nullable().default(null), role: z.enum(PERSON_ROLES), amount: YuanText });

export const PlanInput = z.object({
  incomeShareId: Id,
  version: z.number().int().min(0),
  costs: YuanTextOrZero,
  taxes: YuanTextOrZero,
  /** The rate of the unit's own rule. */
  rateBp: z.number().int().min(0).max(10_000),
  lines: z.array(PersonLine).min(1).max(100),
  /** Completers who took ownership of the result instead (赋权). */
  owners: z.array(line(60)).max(50).default([]),
  decisionBody: line(120, 2),
  decisionOn: DayText,
  /** Everybody who took part in the decision. */
  decidedBy: z.array(line(60)).min(2).max(50),
  noticePlace: line(200, 2),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const ObjectInput = z.object({ incomeShareId: Id, facts: prose(1_000, 10) });
export const RuleShareObjectionInput = z.object({ objectionId: Id, ruling: z.enum(["UNFOUNDED", "UPHELD"]), reasons: prose(1_000, 10) });
export const PayShareInput = z.object({ incomeShareId: Id, paidOn: DayText });
export const ClawBackInput = z.object({ dealId: Id, reason: line(300) });
export const INCOME_SHARE_TABS = ["open", "closed", "overdue"] as const;
export const ListIncomeSharesInput = PageInput.extend({ tab: z.enum(INCOME_SHARE_TABS).default("open") });
