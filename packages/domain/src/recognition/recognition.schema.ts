import { z } from "zod";
import { Id, line, prose, YuanText } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** A file as the one who acts saw it; a version sent along must still be the present one. */
const Seen = z.object({ contractId: Id, version: z.number().int().min(0).optional() });

export const SubmitContractInput = Seen.extend({
  /** 承诺书: the applicant answers for the truth of the material (2024 draft Art. 12). */
  truthDeclared: z.literal(true),
});
export const WithdrawContractInput = Seen.extend({ reason: prose(500).default("") });
export const FileInput = Seen;
export const AcceptFileInput = Seen.extend({ disputed: z.boolean().default(false) });

/** One point of a correction (补正事项): the field it is about, when there is one, and what is wanted. */
const CorrectionPoint = z.object({ path: line(100).nullable().default(null), wanted: prose(500, 4) });
export const AskCorrectionInput = Seen.extend({
  points: z.array(CorrectionPoint).min(1).max(50),
  workingDays: z.number().int().min(5).max(60).default(15),
});

/** 三问: is it a technology contract, of which class, with which technical amount. */
export const Answers = z.object({
  isTechnologyContract: z.literal(true),
  contractType: line(10),
  technicalAmount: YuanText,
  /** Why class or amount differ from what was filed. */
  note: prose(1000).default(""),
});
export const RegisterContractInput = Seen.extend({ answers: Answers });
export const SendToSecondReviewInput = Seen.extend({ reason: prose(1000, 10) });

export const RefuseFileInput = Seen.extend({ reasons: z.array(z.object({ code: line(4), fact: prose(1000) })).max(20) });

export const QUEUE_GROUPS = ["TO_DO", "SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "CHANGES", "DONE"] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];
export const QueueInput = PageInput.extend({
  group: z.enum(QUEUE_GROUPS).default("TO_DO"),
  urgency: z.enum(["warned", "overdue"]).optional(),
  mine: z.stringbool().or(z.boolean()).default(false),
  contractClass: z.enum(["1", "2", "3", "4", "5"]).optional(),
  text: z.string().trim().max(100).optional(),
});

/** A change of a registration (变更登记): only what may change while it stands; type and amounts are assessed anew. */
export const DecideChangeInput = Seen.extend({ decision: z.enum(["approve", "reject"]), answers: Answers.optional(), reason: prose(1000).default("") });
export const CANCELLATION_GROUNDS = ["RESCINDED", "TERMINATED", "VOID", "REVOKED_BY_COURT"] as const;
export const CancelContractInput = Seen.extend({ ground: z.enum(CANCELLATION_GROUNDS), facts: prose(1000, 10), reliefTaken: z.boolean() });
export const CancelOfOwnMotionInput = Seen.extend({ ground: z.enum(CANCELLATION_GROUNDS), facts: prose(1000, 10) });
/** Bodies outside the platform that may object to a registration. */
export const OBJECTING_BODIES = ["TAX", "FINANCE"] as const;
export const ReDecideInput = Seen.extend({ decision: z.enum(["uphold", "amend"]), answers: Answers.optional(), explanation: prose(2000, 10) });

const YuanShown = z.preprocess((value) => (value === "" ? undefined : value), YuanText.optional());
export const VerifyInput = z.object({
  number: z.string().trim().max(40).optional(),
  code: z.string().trim().max(40).optional(),
  turnover: YuanShown,
  technicalAmount: YuanShown,
});
export const ReadCertificateInput = z.object({ contractId: Id, edition: z.coerce.number().int().min(1).optional() });
