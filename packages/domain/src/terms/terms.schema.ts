import { z } from "zod";
import { DayText, line, prose, YuanText } from "../shared/input.ts";

/** What a contract of technology is about (交易方式). */
export const TERM_TRADE_MODES = ["ASSIGNMENT", "LICENCE", "EQUITY", "DEVELOPMENT", "SERVICE", "CONSULTING"] as const;
export type TermTradeMode = (typeof TERM_TRADE_MODES)[number];

/** 许可方式: codes of the table licence-modes (技术合同司法解释 25). */
export const LICENCE_KINDS = ["exclusive", "sole", "ordinary"] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** How it is paid (支付方式), T4. */
export const PAYMENT_FORMS = ["LUMP_SUM", "INSTALMENTS", "ENTRY_AND_ROYALTY", "ROYALTY", "EQUITY", "USE_FIRST"] as const;
export type PaymentForm = (typeof PAYMENT_FORMS)[number];

/** What a royalty is a share of (提成基数). */
export const ROYALTY_BASES = ["NET_SALES", "PROFIT", "NEW_OUTPUT"] as const;
export type RoyaltyBase = (typeof ROYALTY_BASES)[number];

/** What makes the fee of a deferred licence payable (付费触发条件). Rights and income §9. */
export const USE_FIRST_TRIGGERS = ["FIRST_SALE", "REVENUE_LEVEL", "DATE", "MILESTONE"] as const;
export type UseFirstTrigger = (typeof USE_FIRST_TRIGGERS)[number];

/** What a licence without a territory means (许可地域). */
export const WHOLE_COUNTRY = "中华人民共和国境内";

const RateBp = z.number().int().min(1).max(10_000);
const Royalty = { royaltyBp: RateBp, royaltyBase: z.enum(ROYALTY_BASES), cap: YuanText.nullable().default(null) };

/** What late payment costs a year, where the parties agreed it (逾期违约金, 民法典 585); unsaid, the venue's rate holds. 3 650 is one in a thousand a day. */
const Late = { lateBpPerYear: z.number().int().min(1).max(3_650).optional() };

export const PaymentTerms = z.discriminatedUnion("form", [
  z.object({ form: z.literal("LUMP_SUM"), price: YuanText, withinDays: z.number().int().min(1).max(730).default(30), ...Late }),
  z.object({ form: z.literal("INSTALMENTS"), price: YuanText, parts: z.array(z.object({ dueOn: DayText, amount: YuanText })).min(2).max(24), ...Late }),
  z.object({ form: z.literal("ENTRY_AND_ROYALTY"), entry: YuanText, ...Royalty, ...Late }),
  z.object({ form: z.literal("ROYALTY"), expected: YuanText, ...Royalty, ...Late }),
  z.object({ form: z.literal("EQUITY"), value: YuanText, shareBp: RateBp, company: line(120, 2) }),
  z.object({
    form: z.literal("USE_FIRST"),
    expected: YuanText,
    base: YuanText.nullable().default(null),
    ...Royalty,
    trigger: z.enum(USE_FIRST_TRIGGERS),
    triggerText: line(300, 4),
    outerOn: DayText,
    auditRight: z.boolean().default(false),
    /** Given to small and medium firms only (仅限中小微企业); the buyer declares that it is one when it signs. */
    smeOnly: z.boolean().optional(),
    exitTerms: prose(1_000),
    breachTerms: prose(1_000),
    ...Late,
  }),
]);
export type PaymentTerms = z.infer<typeof PaymentTerms>;

/**
 * The terms of a trade (交易条款): one shape for what is offered in talks, published as an agreed price, awarded as a deal and written into
 * the contract, so that each can be compared with the one before it.
 */
export const DealTerms = z.object({
  tradeMode: z.enum(TERM_TRADE_MODES),
  /** A licence's kind, where it holds and for how many years; null for every other mode. */
  licence: z.object({ kind: z.enum(LICENCE_KINDS), territory: line(120, 2), years: z.number().int().min(1).max(50) }).nullable().default(null),
  payment: PaymentTerms,
  /** What is handed over and what help goes with it (交付与技术支持). */
  delivery: prose(2_000).default(""),
  /** Who owns later improvements (后续改进归属). */
  improvements: prose(1_000).default(""),
  other: prose(2_000).default(""),
});
export type DealTerms = z.infer<typeof DealTerms>;
export type DealTermsInput = z.input<typeof DealTerms>;
