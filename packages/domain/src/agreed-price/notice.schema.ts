import { z } from "zod";
import type { TradeMode } from "../result/index.ts";
import { LICENCE_KINDS, PaymentTerms, TERM_TRADE_MODES, type LicenceKind } from "../terms/index.ts";
import { DayText, Id, line, prose, YuanText } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const AGREED_TRADE_MODES = TERM_TRADE_MODES satisfies readonly TradeMode[];

export { LICENCE_KINDS, type LicenceKind };

export const TIE_PERSONS = ["COMPLETER", "SPOUSE", "NEAR_RELATIVE", "DECIDER"] as const;
export const TIE_HOLDINGS = ["SHARES", "OFFICE", "CONTROL", "IS_THE_BUYER", "NOTHING"] as const;

/** What the seller declares about ties between its people and the buyer (关联关系申报). */
export const RelationFacts = z.object({
  ties: z.array(z.object({ person: line(40), is: z.enum(TIE_PERSONS), holds: z.enum(TIE_HOLDINGS) })).max(30).default([]),
  buyerFundedProject: z.boolean().default(false),
  buyerIsUnitsHoldingCompany: z.boolean().default(false),
});
export type RelationFacts = z.infer<typeof RelationFacts>;

const Terms = z.object({
  buyerId: Id,
  /** The venue that settles and certifies; left out when the parties settle between themselves. */
  venueId: Id.nullable().optional(),
  tradeMode: z.enum(AGREED_TRADE_MODES),
  licenceKind: z.enum(LICENCE_KINDS).nullable().optional(),
  licenceYears: z.number().int().min(1).max(50).nullable().optional(),
  /** Left out where the payment names it. */
  price: YuanText.optional(),
  /** The payment in the shape that talks, deal and contract share; the price is then the amount that it names. */
  payment: PaymentTerms.optional(),
  /** Where a licence holds; the whole country unless said. */
  territory: line(120, 2).optional(),
  /** In free words, where no structured payment is given; else the words follow from it. */
  paymentForm: line(200, 2).optional(),
  priceBasis: prose(2_000, 10),
  decisionBody: line(100, 2),
  decisionOn: DayText,
  /** Number of the paper that allows a state-owned enterprise to sell directly. */
  directApproval: line(200, 0).default(""),
  objectionChannel: line(200, 6),
  unitPlace: line(200, 4),
  days: z.number().int().min(15).max(90).default(15),
  relation: RelationFacts,
});

/** What the seller adds to what was agreed in talks. */
export const PrepareFromRoomInput = Terms.omit({ buyerId: true, tradeMode: true, licenceKind: true, licenceYears: true, price: true, payment: true, territory: true, paymentForm: true }).extend({ roomId: Id });

function termsAreWhole(input: z.infer<typeof Terms>, ctx: z.RefinementCtx): void {
  if (input.payment === undefined && input.price === undefined) ctx.addIssue({ code: "custom", path: ["price"], params: { code: "NOTICE_PRICE_NEEDED" } });
  if (input.payment === undefined && input.paymentForm === undefined) ctx.addIssue({ code: "custom", path: ["paymentForm"], params: { code: "NOTICE_PAYMENT_NEEDED" } });
  if (input.tradeMode !== "LICENCE") return;
  if (!input.licenceKind) ctx.addIssue({ code: "custom", path: ["licenceKind"], params: { code: "NOTICE_LICENCE_KIND_NEEDED" } });
  if (!input.licenceYears) ctx.addIssue({ code: "custom", path: ["licenceYears"], params: { code: "NOTICE_LICENCE_YEARS_NEEDED" } });
}

export type NoticeTermsInput = z.infer<typeof Terms>;
export const PrepareNoticeInput = Terms.extend({ resultId: Id }).superRefine(termsAreWhole);
export const ChangeNoticeInput = Terms.extend({ noticeId: Id, version: z.number().int().min(0) }).superRefine(termsAreWhole);

export const NoticeIdInput = z.object({ noticeId: Id });
/** The hash of the terms that the buyer has before him: he agrees to these and to nothing else. */
export const ConfirmNoticeInput = z.object({ noticeId: Id, termsHash: z.string().regex(/^[0-9a-f]{64}$/) });
export const CancelNoticeInput = z.object({ noticeId: Id, reason: prose(500, 4) });
export const NoticeDueInput = z.object({ noticeId: Id, dueAt: z.coerce.date() });

/** Anyone may object, by name or, without one, with facts. */
export const FileObjectionInput = z.object({
  noticeId: Id,
  filedBy: z.string().trim().max(60).default(""),
  contact: z.string().trim().max(120).default(""),
  facts: prose(4_000).default(""),
});

export const RULINGS = ["UNFOUNDED", "SETTLED", "UPHELD_CANCEL", "UPHELD_REPRICE"] as const;
export const RuleObjectionInput = z.object({ objectionId: Id, ruling: z.enum(RULINGS), reasons: prose(4_000) });

export const NOTICE_TABS = ["running", "cleared", "cancelled"] as const;
export type NoticeTab = (typeof NOTICE_TABS)[number];
export const SearchNoticesInput = PageInput.extend({
  tab: z.enum(NOTICE_TABS).default("running"),
  q: z.string().trim().max(60).optional(),
  division: z.string().regex(/^(\d{2}){1,3}$/).optional(),
  result: Id.optional(),
});
export const ListOwnNoticesInput = PageInput.extend({ side: z.enum(["all", "seller", "buyer"]).default("all") });
export const FindPartiesInput = z.object({ text: z.string().trim().min(2).max(60), as: z.enum(["BUYER", "VENUE"]).default("BUYER") });
