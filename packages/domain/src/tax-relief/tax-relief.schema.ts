import { z } from "zod";
import { CONTRACT_TYPES, LICENCE_MODES } from "../reference/index.ts";
import { DayText, Id, YuanText, YuanTextOrZero } from "../shared/input.ts";
import { parseYuan } from "../shared/money.ts";

/** A box that is ticked, as forms and addresses say it; what is not there is not ticked. */
const Ticked = z.preprocess((value) => value === true || value === "on" || value === "true" || value === "1", z.boolean());
const emptyIsNothing = (value: unknown): unknown => (value === "" ? undefined : value);
const AmountOrNone = z.preprocess(emptyIsNothing, YuanTextOrZero.optional());
const ContractType = z.string().refine((code) => CONTRACT_TYPES.isLeaf(code), { params: { code: "CODE_UNKNOWN" } });
const ContractTypeOrNone = z.preprocess(emptyIsNothing, ContractType.optional());

export const VatInput = z.object({
  on: DayText,
  contractType: ContractType,
  price: YuanText,
  goods: AmountOrNone,
  goodsSeparated: Ticked,
  separateAccounts: Ticked,
  registered: Ticked,
  waived: Ticked,
  sellerDivision: z.preprocess(emptyIsNothing, z.string().regex(/^\d{6}$/).optional()),
  underContractType: ContractTypeOrNone,
  sameInvoice: Ticked,
  applyLocalIntermediaryRule: Ticked,
});

const Many = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().trim()).max(20));
const MODES = ["exclusive", "sole", "ordinary"] as const;

/** The contracts of one year come as columns, so that an address can hold them; a row without income is left out. */
export const IncomeTaxInput = z
  .object({
    year: z.coerce.number().int().min(2008).max(2100),
    zone: z.preprocess(emptyIsNothing, z.string().max(40).optional()),
    contractType: Many, revenue: Many, cost: Many, taxes: Many, licenceMode: Many, licenceYears: Many,
    registered: Ticked, separateAccounts: Ticked, whollyRelated: Ticked,
  })
  .transform(({ contractType, revenue, cost, taxes, licenceMode, licenceYears, ...rest }, ctx) => {
    const amount = (path: "revenue" | "cost" | "taxes", i: number, text = ""): bigint => {
      const fen = text === "" ? 0n : parseYuan(text);
      if (fen !== undefined && fen >= 0n) return fen;
      ctx.addIssue({ code: "custom", path: [path, i], params: { code: "AMOUNT_NEGATIVE" } });
      return 0n;
    };
    const incomes = revenue.flatMap((text, i) => {
      if (text === "") return [];
      const type = contractType[i] ?? "";
      if (!CONTRACT_TYPES.isLeaf(type)) ctx.addIssue({ code: "custom", path: ["contractType", i], params: { code: "CODE_UNKNOWN" } });
      const mode = MODES.find((one) => one === licenceMode[i] && LICENCE_MODES.has(one));
      const years = Number(licenceYears[i] ?? "");
      return [{
        contractType: type, revenueFen: amount("revenue", i, text), costFen: amount("cost", i, cost[i]), taxesAndFeesFen: amount("taxes", i, taxes[i]),
        ...(mode ? { licenceMode: mode } : {}), ...(Number.isInteger(years) && years > 0 ? { licenceYears: years } : {}),
      }];
    });
    if (incomes.length === 0) ctx.addIssue({ code: "custom", path: ["revenue", 0], params: { code: "FIELD_REQUIRED" } });
    return { ...rest, incomes };
  });

export const RewardInput = z.object({ reward: YuanText, paidOn: DayText, incomeReceivedOn: DayText, contractRegistered: Ticked, publiclyPosted: Ticked, nonProfitInstitution: Ticked });
export const StampDutyInput = z.object({ signedOn: DayText, contractType: ContractType, amount: AmountOrNone, vatShown: AmountOrNone, researchMoney: AmountOrNone });
export const ReadTaxProofInput = z.object({ contractId: Id });
