import { addDays, type Day } from "../shared/clock.ts";
import { WHOLE_COUNTRY } from "../terms/index.ts";
import type { PatentEntry } from "./contract.rules.ts";
import type { ContractDraft, DraftParty } from "./draft.rules.ts";

export type DealRight = {
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: string;
  readonly filedOn: Day | null;
  readonly grantedOn: Day | null;
  readonly expiresOn: Day | null;
};

export type AgreedPayment = { readonly form: "LUMP_SUM" | "INSTALMENTS" | "ENTRY_AND_ROYALTY" | "ROYALTY" | "EQUITY" | "USE_FIRST"; readonly royaltyBase?: string };

/** What a signed deal says about the contract that it is. */
export type DealFacts = {
  readonly dealId: string;
  readonly contractName: string;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly licenceTerritory: string | null;
  /** The payment in the shape in which it was agreed; null where a listing announced it in free words. */
  readonly payment: AgreedPayment | null;
  readonly priceFen: bigint;
  readonly contractText: string;
  readonly signedOn: Day;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly seller: DraftParty;
  readonly buyer: DraftParty;
  readonly payments: readonly { readonly dueOn: Day; readonly amountFen: bigint }[];
  readonly techField: string | null;
  readonly programme: string | null;
  readonly programmeNo: string | null;
  readonly rights: readonly DealRight[];
  readonly preparedBy: string | null;
};

/** Leaf of contract-types by the kind of right that is handed over or licensed. */
const ASSIGNMENT_OF_RIGHT: Readonly<Record<string, string>> = { "1": "23", "3": "24", "4": "25", "5": "26", "6": "27" };
const LICENCE_OF_RIGHT: Readonly<Record<string, string>> = { "1": "32", "2": "31", "3": "33", "4": "34", "5": "35", "6": "36" };

/** The type a deal leads to (合同类别): trade mode and main right, judged again by the registrar from the text. */
export function contractTypeOfDeal(tradeMode: string, rights: readonly Pick<DealRight, "kind" | "status">[]): string | null {
  const main = rights[0];
  const kind = main?.kind.charAt(0) ?? "1";
  switch (tradeMode) {
    case "ASSIGNMENT":
      if (kind === "2") return main?.status === "GRANTED" ? "21" : "22";
      return ASSIGNMENT_OF_RIGHT[kind] ?? "23";
    case "LICENCE":
      return LICENCE_OF_RIGHT[kind] ?? "32";
    case "EQUITY":
      return "29";
    case "DEVELOPMENT":
      return "11";
    case "CONSULTING":
      return "4";
    case "SERVICE":
      return "51";
    default:
      return null;
  }
}

const HANDS_OVER_RIGHT: ReadonlySet<string> = new Set(["ASSIGNMENT", "LICENCE", "EQUITY"]);
const PROTECTED: ReadonlySet<string> = new Set(["PENDING", "GRANTED", "REGISTERED", "SECRET"]);

function yearsLater(on: Day, years: number): Day {
  const [year, month, dayOfMonth] = on.split("-") as [string, string, string];
  // 29 February has no anniversary in most years: the term then ends with the month.
  const sameDay = `${Number(year) + years}-${month}-${month === "02" && dayOfMonth === "29" ? "28" : dayOfMonth}` as Day;
  return addDays(sameDay, -1);
}

/** 民法典 846: lump sum, instalments, royalty, royalty with an entry fee. */
const METHODS: Readonly<Partial<Record<AgreedPayment["form"], string>>> = { ROYALTY: "3", USE_FIRST: "3", ENTRY_AND_ROYALTY: "4", EQUITY: "9" };
const BASES: Readonly<Record<string, string>> = { NET_SALES: "sales", PROFIT: "newProfit", NEW_OUTPUT: "newOutput" };

type PaymentPart = Pick<ContractDraft, "payment" | "royaltyBase" | "royaltyRateMode" | "instalments">;

/** How it is paid, as the registration form asks it. What depends on sales is an estimate until it comes. */
function paymentOf({ payment, payments, priceFen }: Pick<DealFacts, "payment" | "payments" | "priceFen">): PaymentPart {
  const instalments = payments.length > 0 ? payments : [{ amountFen: priceFen }];
  const method = (payment && METHODS[payment.form]) ?? (instalments.length > 1 ? "2" : "1");
  const royaltyBase = payment?.royaltyBase === undefined ? null : BASES[payment.royaltyBase]!;
  return { payment: method, royaltyBase, royaltyRateMode: royaltyBase === null ? null : "fixed", instalments: method === "3" ? instalments.map((part) => ({ ...part, estimated: true })) : instalments };
}

/** The form as far as the deal fills it; purpose and industry of use are the seller's to say. */
export function draftOfDeal(facts: DealFacts): ContractDraft {
  const handsOver = HANDS_OVER_RIGHT.has(facts.tradeMode);
  const rights = handsOver ? facts.rights.filter(({ status }) => PROTECTED.has(status)) : [];
  const patents = rights.filter(({ kind, number }) => kind.startsWith("2") && number !== null);
  const kinds = [...new Set(rights.map(({ kind }) => kind))];
  const ipKinds = handsOver ? (kinds.length > 0 ? kinds : ["1"]) : ["0"];
  const contractType = contractTypeOfDeal(facts.tradeMode, rights);
  const validFrom = facts.validFrom ?? facts.signedOn;
  const licence = contractType?.startsWith("3") ?? false;
  return {
    projectName: facts.contractName,
    contractType,
    licenceMode: licence ? facts.licenceKind : null,
    licenceRegion: licence ? (facts.licenceTerritory ?? WHOLE_COUNTRY) : null,
    sublicence: licence ? false : null,
    signedOn: facts.signedOn,
    validFrom,
    validTo: facts.validTo ?? (facts.licenceYears !== null ? yearsLater(validFrom, facts.licenceYears) : null),
    sellers: [facts.seller],
    buyers: [facts.buyer],
    turnoverFen: facts.priceFen,
    deductions: [],
    techField: facts.techField,
    ipKinds,
    patents: patents.map(
      ({ number, title, filedOn, grantedOn, expiresOn }): PatentEntry => ({
        number: number!,
        title,
        owner: facts.seller.name,
        ...(filedOn ? { filedOn } : {}),
        ...(grantedOn ? { grantedOn } : {}),
        ...(expiresOn ? { expiresOn } : {}),
      }),
    ),
    programme: facts.programme ?? "0",
    programmeNo: facts.programme !== null && facts.programme !== "0" ? facts.programmeNo : null,
    objective: null,
    industry: null,
    ...paymentOf(facts),
    expectedInvestmentFen: null,
    expectedOutputFen: null,
    secret: "none",
    taxClaims: [],
    text: facts.contractText,
    signedByInternalBody: false,
    approvalRequired: false,
    foreignLanguage: false,
    responsible: null,
    preparedBy: facts.preparedBy,
    preparedOn: facts.signedOn,
    attachments: [],
    dealId: facts.dealId,
  };
}
