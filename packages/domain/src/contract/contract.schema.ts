import { z } from "zod";
import { DayText, Id, line, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { COST_KINDS } from "./amounts.rules.ts";
import { TAX_CLAIMS } from "./draft.rules.ts";

const TEXT_LIMIT = 200_000;
const code = line(10);
const count = z.number().int().min(1).max(100_000);

const Party = z.object({
  name: line(200, 0).default(""),
  country: z.string().regex(/^[A-Z]{3}$/).default("CHN"),
  division: z.string().regex(/^\d{6}$/).nullable().default(null),
  nature: code.nullable().default(null),
  creditCode: line(18).nullable().default(null),
  shareBp: z.number().int().min(0).max(10_000).nullable().default(null),
  representative: line(50).nullable().default(null),
  contactName: line(50).nullable().default(null),
  contactPhone: line(30).nullable().default(null),
});

const Carrier = z.object({ kind: z.enum(["document", "sample", "plant"]), unitCost: YuanText, count, neededCount: z.number().int().min(0).max(100_000) });
const DeductionLine = z.object({ kind: z.enum(COST_KINDS), amount: YuanText, note: line(200, 0).default(""), carrier: Carrier.nullable().default(null) });
const Instalment = z.object({ dueOn: DayText.nullable().default(null), amount: YuanTextOrZero, estimated: z.boolean().default(false), note: line(200, 0).default("") });
const Patent = z.object({
  number: line(40),
  title: line(200, 0).default(""),
  owner: line(200, 0).default(""),
  filedOn: DayText.nullable().default(null),
  grantedOn: DayText.nullable().default(null),
  expiresOn: DayText.nullable().default(null),
});

/** No State secret (国家秘密) may be entered; who says that the contract is one is told where it belongs. */
const Secrecy = z
  .enum(["none", "commercial", "state"])
  .transform((secret, ctx) => {
    if (secret !== "state") return secret;
    ctx.addIssue({ code: "custom", params: { code: "STATE_SECRET_STAYS_OUT" } });
    return z.NEVER;
  });

/** 技术合同登记表: what somebody fills in, in any order; null empties a field, a list is replaced as a whole. */
export const ContractFormInput = z
  .object({
    projectName: line(200, 0),
    contractType: code.nullable(),
    licenceMode: code.nullable(),
    licenceRegion: line(200, 0).nullable(),
    sublicence: z.boolean().nullable(),
    signedOn: DayText.nullable(),
    validFrom: DayText.nullable(),
    validTo: DayText.nullable(),
    sellers: z.array(Party).max(20),
    buyers: z.array(Party).max(20),
    turnover: YuanTextOrZero.nullable(),
    deductions: z.array(DeductionLine).max(50),
    instalments: z.array(Instalment).max(120),
    techField: code.nullable(),
    ipKinds: z.array(code).max(12),
    patents: z.array(Patent).max(200),
    programme: code.nullable(),
    programmeNo: line(60, 0).nullable(),
    objective: code.nullable(),
    industry: code.nullable(),
    payment: code.nullable(),
    royaltyBase: code.nullable(),
    royaltyRateMode: code.nullable(),
    expectedInvestment: YuanTextOrZero.nullable(),
    expectedOutput: YuanTextOrZero.nullable(),
    secret: Secrecy,
    taxClaims: z.array(z.enum(TAX_CLAIMS)).max(TAX_CLAIMS.length),
    text: prose(TEXT_LIMIT),
    signedByInternalBody: z.boolean(),
    approvalRequired: z.boolean(),
    foreignLanguage: z.boolean(),
    responsible: line(50, 0).nullable(),
    preparedBy: line(50, 0).nullable(),
    preparedOn: DayText.nullable(),
    attachments: z.array(z.object({ code: z.string().regex(/^A\d{2}$/), documentId: Id })).max(100),
  })
  .partial();
export type ContractFormInput = z.infer<typeof ContractFormInput>;

export const DraftContractInput = ContractFormInput;
export const EditContractInput = ContractFormInput.extend({ contractId: Id, version: z.number().int().min(0) });
export const OpenFromDealInput = z.object({ dealId: Id });
export const ReadContractInput = z.object({ contractId: Id });
export const ReadFileTextInput = z.object({ contractId: Id, documentId: Id });

/** What the applicant has to do with a file, as tabs of the list. */
export const OWN_GROUPS = ["ALL", "OPEN", "TO_DO", "REGISTERED", "CLOSED"] as const;
export const ListOwnContractsInput = PageInput.extend({ group: z.enum(OWN_GROUPS).default("ALL"), text: z.string().trim().max(100).optional() });
