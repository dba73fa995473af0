import { z } from "zod";
import { Id } from "../shared/input.ts";

/** 成果所处阶段. */
export const RESULT_STAGES = ["RESEARCH", "PILOT", "INDUSTRIAL"] as const;
export type ResultStage = (typeof RESULT_STAGES)[number];

/** 交易方式: what an owner may offer of a result (trading §1.1). */
export const TRADE_MODES = ["ASSIGNMENT", "LICENCE", "EQUITY", "DEVELOPMENT", "SERVICE", "CONSULTING"] as const;
export type TradeMode = (typeof TRADE_MODES)[number];

/** 知识产权状态. */
export const RIGHT_STATUSES = ["PENDING", "GRANTED", "REGISTERED", "SECRET", "LAPSED"] as const;
export type RightStatus = (typeof RIGHT_STATUSES)[number];

/** 技术就绪度, GB/T 22900: levels 1 to 9. */
export const READINESS_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const TITLE_MAX = 120;
export const SUMMARY_MAX = 5000;

/** Text as somebody is typing it: anything short enough, so that nothing typed is lost; what it must be is checked at publication. */
function typed(max: number) {
  return z.string().max(max).refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), { params: { code: "CONTROL_CHARACTER" } });
}

const DraftCompleter = z.object({
  name: typed(60).default(""),
  unit: typed(100).default(""),
  /** 收益分配份额, in basis points; null while it is not agreed. */
  shareBp: z.number().int().min(0).max(10_000).nullable().default(null),
});

const DraftRight = z.object({
  kind: typed(4).default(""),
  number: typed(60).default(""),
  title: typed(200).default(""),
  status: typed(20).default(""),
  filedOn: typed(10).default(""),
  grantedOn: typed(10).default(""),
  expiresOn: typed(10).default(""),
});

/** What an author may type into a result; every part may be left out. */
export const ResultDraftInput = z.object({
  title: typed(200).optional(),
  titleEn: typed(400).optional(),
  summary: typed(20_000).optional(),
  field: typed(10).optional(),
  stage: typed(20).optional(),
  readinessLevel: z.number().int().min(1).max(9).nullable().optional(),
  programme: typed(10).optional(),
  projectNo: typed(60).optional(),
  tradeModes: z.array(z.enum(TRADE_MODES)).max(TRADE_MODES.length).optional(),
  /** Yuan, as typed. */
  askedPrice: typed(20).optional(),
  priceNegotiable: z.boolean().optional(),
  divisionCode: typed(6).optional(),
  contactName: typed(40).optional(),
  contactPhone: typed(30).optional(),
  completers: z.array(DraftCompleter).max(50).optional(),
  rights: z.array(DraftRight).max(100).optional(),
});
export type ResultDraftInput = z.infer<typeof ResultDraftInput>;

/** The working copy (草稿) as it is kept: every part present, perhaps empty. */
export const ResultDraft = z.object({
  title: z.string().default(""),
  titleEn: z.string().default(""),
  summary: z.string().default(""),
  field: z.string().default(""),
  stage: z.string().default(""),
  readinessLevel: z.number().nullable().default(null),
  programme: z.string().default(""),
  projectNo: z.string().default(""),
  tradeModes: z.array(z.enum(TRADE_MODES)).default([]),
  askedPrice: z.string().default(""),
  priceNegotiable: z.boolean().default(false),
  divisionCode: z.string().default(""),
  /** Who answered the secrecy question for the unit (保密审查责任人). */
  secrecyOfficer: z.string().default(""),
  contactName: z.string().default(""),
  contactPhone: z.string().default(""),
  completers: z.array(DraftCompleter).default([]),
  rights: z.array(DraftRight).default([]),
});
export type ResultDraft = z.infer<typeof ResultDraft>;

/** What a result said at a publication; the shape of `ResultVersion.snapshot`. Amounts are fen as decimal text, days "YYYY-MM-DD". */
export const ResultSnapshot = z.object({
  title: z.string(),
  titleEn: z.string().nullable(),
  summary: z.string(),
  field: z.string(),
  stage: z.enum(RESULT_STAGES),
  readinessLevel: z.number(),
  programme: z.string().nullable(),
  projectNo: z.string().nullable(),
  tradeModes: z.array(z.enum(TRADE_MODES)),
  askedPriceFen: z.string().nullable(),
  priceNegotiable: z.boolean(),
  divisionCode: z.string(),
  secrecyOfficer: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  completers: z.array(z.object({ name: z.string(), unit: z.string().nullable(), shareBp: z.number() })),
  rights: z.array(
    z.object({
      kind: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      status: z.enum(RIGHT_STATUSES),
      filedOn: z.string().nullable(),
      grantedOn: z.string().nullable(),
      expiresOn: z.string().nullable(),
    }),
  ),
});
export type ResultSnapshot = z.infer<typeof ResultSnapshot>;

/** The first question, before anything else is asked: does the result touch a state secret? */
export const SECRECY_ANSWERS = ["NO", "YES", "UNSURE"] as const;

export const DraftResultInput = ResultDraftInput.extend({
  secrecy: z.enum(SECRECY_ANSWERS),
  secrecyOfficer: typed(40).optional(),
});

/** The version that the author saw; a newer one means that somebody else wrote in between. */
const Seen = z.object({ resultId: Id, version: z.number().int().min(0) });

export const EditResultInput = ResultDraftInput.extend(Seen.shape);
export const PublishResultInput = Seen;
export const WithdrawResultInput = Seen.extend({ reason: z.string().trim().min(2).max(500) });
