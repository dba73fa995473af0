import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import type { Deduction } from "./amounts.rules.ts";
import { amountWorksheet } from "./amounts.rules.ts";

/** The two questions the checks ask of the code tables; given by the caller so that the rules stay pure. */
export type CodeLookup = { has(table: string, code: string): boolean; isLeaf(table: string, code: string): boolean };

export type PartyEntry = {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** Six digits of GB/T 2260; for parties in China. */
  readonly division?: string;
  readonly nature: string;
  readonly creditCode?: string;
  /** Share of the turnover in basis points; all or none of the parties of a side state it. */
  readonly shareBp?: number;
};

export type InstalmentEntry = { readonly dueOn?: Day; readonly amountFen: bigint; readonly estimated?: boolean };
export type PatentEntry = { readonly number: string; readonly title: string; readonly owner: string; readonly filedOn?: Day; readonly grantedOn?: Day; readonly expiresOn?: Day };

/** 技术合同登记表: the fields whose relations the schema alone cannot see. Domain note §5. */
export type RegistrationForm = {
  readonly projectName: string;
  readonly contractType: string;
  readonly licenceMode?: string;
  readonly licenceRegion?: string;
  readonly sublicence?: boolean;
  readonly signedOn: Day;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly sellers: readonly PartyEntry[];
  readonly buyers: readonly PartyEntry[];
  readonly turnoverFen: bigint;
  readonly technicalAmountFen: bigint;
  readonly deductions: readonly Deduction[];
  readonly instalments: readonly InstalmentEntry[];
  readonly techField: string;
  readonly ipKinds: readonly string[];
  readonly patents: readonly PatentEntry[];
  readonly programme: string;
  readonly programmeNo?: string;
  readonly objective: string;
  readonly industry: string;
  readonly payment: string;
  readonly royaltyBase?: string;
  readonly royaltyRateMode?: string;
  readonly expectedInvestmentFen?: bigint;
  readonly expectedOutputFen?: bigint;
};

export type FormFacts = { readonly form: RegistrationForm; readonly today: Day; readonly codes: CodeLookup; readonly creditCodeIsRight: (code: string) => boolean };
type FormRule = (facts: FormFacts) => readonly FieldProblem[];

const problem = (path: string, code: string, details?: Readonly<Record<string, unknown>>): FieldProblem => (details ? { path, code, details } : { path, code });
const when = (condition: boolean, path: string, code: string, details?: Readonly<Record<string, unknown>>): readonly FieldProblem[] =>
  condition ? [problem(path, code, details)] : [];

const isTransfer = (type: string): boolean => type.startsWith("2");
const isLicence = (type: string): boolean => type.startsWith("3");
const needsRight = (type: string): boolean => isTransfer(type) || isLicence(type);

export const checkCodes: FormRule = ({ form, codes }) => {
  const one = (path: string, table: string, code: string, leaf: boolean): readonly FieldProblem[] =>
    when(leaf ? !codes.isLeaf(table, code) : !codes.has(table, code), path, codes.has(table, code) ? "CODE_NOT_A_LEAF" : "CODE_UNKNOWN", { table, code });
  const natures = (side: "sellers" | "buyers"): readonly FieldProblem[] => form[side].flatMap(({ nature }, i) => one(`${side}.${i}.nature`, "party-types", nature, true));
  return [
    ...one("contractType", "contract-types", form.contractType, true),
    ...one("techField", "tech-fields", form.techField, true),
    ...form.ipKinds.flatMap((kind, i) => one(`ipKinds.${i}`, "ip-kinds", kind, true)),
    ...one("programme", "programme-sources", form.programme, true),
    ...one("objective", "socio-economic-objectives", form.objective, true),
    ...one("industry", "industries", form.industry, true),
    ...one("payment", "payment-methods", form.payment, true),
    ...natures("sellers"),
    ...natures("buyers"),
    ...(["sellers", "buyers"] as const).flatMap((side) => form[side].flatMap(({ country }, i) => one(`${side}.${i}.country`, "countries", country, true))),
  ];
};

export const checkDates: FormRule = ({ form: { signedOn, validFrom, validTo }, today }) => [
  ...when(signedOn > today, "signedOn", "SIGNED_IN_THE_FUTURE"),
  ...when(validFrom > validTo, "validTo", "TERM_ENDS_BEFORE_IT_BEGINS"),
  ...when(validFrom <= validTo && validTo < today, "validTo", "TERM_OVER", { validTo }),
];

export const checkLicence: FormRule = ({ form, codes }) => {
  if (!isLicence(form.contractType)) return when(form.licenceMode !== undefined, "licenceMode", "LICENCE_MODE_WITHOUT_LICENCE");
  return [
    ...when(form.licenceMode === undefined, "licenceMode", "LICENCE_MODE_REQUIRED"),
    ...when(form.licenceMode !== undefined && !codes.has("licence-modes", form.licenceMode), "licenceMode", "CODE_UNKNOWN"),
    ...when(!form.licenceRegion?.trim(), "licenceRegion", "LICENCE_REGION_REQUIRED"),
    ...when(form.sublicence === undefined, "sublicence", "SUBLICENCE_REQUIRED"),
  ];
};

/** The IP kind that each sub-type of transfer and licence hands over; the first digit is enough for patents. */
const RIGHT_OF_TYPE: Readonly<Record<string, string>> = {
  "21": "2", "22": "2", "23": "1", "24": "3", "25": "4", "26": "5", "27": "6", "31": "2", "32": "1", "33": "3", "34": "4", "35": "5", "36": "6",
};

export const checkRights: FormRule = ({ form: { contractType, ipKinds, patents } }) => {
  const expected = RIGHT_OF_TYPE[contractType];
  const touchesPatent = ipKinds.some((kind) => kind.startsWith("2"));
  return [
    ...when(ipKinds.length === 0, "ipKinds", "IP_KIND_REQUIRED"),
    ...when(ipKinds.includes("0") && ipKinds.length > 1, "ipKinds", "IP_NONE_EXCLUDES_OTHERS"),
    ...when(new Set(ipKinds).size < ipKinds.length, "ipKinds", "IP_KIND_TWICE"),
    ...when(needsRight(contractType) && ipKinds.every((kind) => kind === "0"), "ipKinds", "TRANSFER_NEEDS_IP"),
    ...when(
      expected !== undefined && ipKinds.some((kind) => kind !== "0") && !ipKinds.some((kind) => kind.startsWith(expected)),
      "ipKinds", "IP_KIND_DOES_NOT_FIT_TYPE", { contractType, expected },
    ),
    // 民法典 845: a contract that touches a patent states title, owner, filing date, number and term.
    ...when(touchesPatent && patents.length === 0, "patents", "PATENT_DETAILS_REQUIRED"),
    ...when(!touchesPatent && patents.length > 0, "ipKinds", "PATENTS_WITHOUT_PATENT_KIND"),
  ];
};

/**
 * What a contract says of each patent (民法典 845): title, applicant or owner, day of filing, and, once granted, its term. An expired patent can be
 * neither assigned nor licensed (民法典 865; R2001 Art. 31).
 */
export const checkPatents: FormRule = ({ form: { contractType, patents, validFrom, validTo } }) =>
  patents.flatMap(({ number, title, owner, filedOn, grantedOn, expiresOn }, i) => [
    ...when(title.trim() === "", `patents.${i}.title`, "PATENT_TITLE_REQUIRED"),
    ...when(owner.trim() === "", `patents.${i}.owner`, "PATENT_OWNER_REQUIRED"),
    ...when(filedOn === undefined, `patents.${i}.filedOn`, "PATENT_FILING_DAY_REQUIRED"),
    ...when(grantedOn !== undefined && expiresOn === undefined, `patents.${i}.expiresOn`, "PATENT_TERM_REQUIRED"),
    ...when(patents.findIndex((other) => other.number === number) < i, `patents.${i}.number`, "PATENT_TWICE", { number }),
    ...when(filedOn !== undefined && grantedOn !== undefined && grantedOn < filedOn, `patents.${i}.grantedOn`, "GRANTED_BEFORE_FILED"),
    ...when(needsRight(contractType) && expiresOn !== undefined && expiresOn < validFrom, `patents.${i}.expiresOn`, "PATENT_EXPIRED", { number, expiresOn }),
    ...when(
      isLicence(contractType) && expiresOn !== undefined && expiresOn >= validFrom && expiresOn < validTo,
      `patents.${i}.expiresOn`, "LICENCE_OUTLIVES_PATENT", { number, expiresOn },
    ),
    ...when(contractType === "21" && grantedOn === undefined, `patents.${i}.grantedOn`, "ASSIGNED_PATENT_NOT_GRANTED", { number }),
  ]);

export const checkAmounts: FormRule = ({ form: { turnoverFen, technicalAmountFen, deductions, instalments } }) => {
  const worksheet = amountWorksheet(turnoverFen, deductions);
  const instalmentsFen = instalments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return [
    ...worksheet.problems,
    ...when(technicalAmountFen < 0n, "technicalAmountFen", "AMOUNT_NEGATIVE"),
    ...when(technicalAmountFen > turnoverFen, "technicalAmountFen", "TECHNICAL_AMOUNT_ABOVE_TURNOVER"),
    ...when(technicalAmountFen < turnoverFen && technicalAmountFen >= 0n && deductions.length === 0, "deductions", "DEDUCTIONS_REQUIRED"),
    ...when(
      deductions.length > 0 && worksheet.problems.length === 0 && technicalAmountFen !== worksheet.technicalAmountFen,
      "technicalAmountFen", "TECHNICAL_AMOUNT_NOT_AS_COMPUTED", { computedFen: worksheet.technicalAmountFen },
    ),
    ...instalments.flatMap(({ amountFen }, i) => when(amountFen <= 0n, `instalments.${i}.amountFen`, "AMOUNT_NOT_POSITIVE")),
    ...when(instalmentsFen !== turnoverFen, "instalments", "INSTALMENTS_DO_NOT_ADD_UP", { instalmentsFen, turnoverFen }),
  ];
};

const LUMP_SUM = "1";
const IN_INSTALMENTS = "2";
const ROYALTY_METHODS: ReadonlySet<string> = new Set(["3", "4"]);
const ROYALTY_WITH_ENTRY_FEE = "4";

/** 民法典 846. */
export const checkPayment: FormRule = ({ form: { payment, royaltyBase, royaltyRateMode, instalments }, codes }) => {
  const royalty = ROYALTY_METHODS.has(payment);
  return [
    ...when(royalty && royaltyBase === undefined, "royaltyBase", "ROYALTY_BASE_REQUIRED"),
    ...when(royalty && royaltyRateMode === undefined, "royaltyRateMode", "ROYALTY_RATE_MODE_REQUIRED"),
    ...when(!royalty && (royaltyBase !== undefined || royaltyRateMode !== undefined), "payment", "ROYALTY_TERMS_WITHOUT_ROYALTY"),
    ...when(royaltyBase !== undefined && !codes.has("royalty-bases", royaltyBase), "royaltyBase", "CODE_UNKNOWN"),
    ...when(royaltyRateMode !== undefined && !codes.has("royalty-rate-modes", royaltyRateMode), "royaltyRateMode", "CODE_UNKNOWN"),
    ...when(payment === LUMP_SUM && instalments.length > 1, "instalments", "LUMP_SUM_HAS_ONE_INSTALMENT"),
    ...when(payment === IN_INSTALMENTS && instalments.length < 2, "instalments", "INSTALMENTS_REQUIRED"),
    ...when(payment === ROYALTY_WITH_ENTRY_FEE && !instalments.some(({ estimated }) => !estimated), "instalments", "ENTRY_FEE_REQUIRED"),
    ...when(!royalty && instalments.some(({ estimated }) => estimated), "instalments", "ESTIMATE_WITHOUT_ROYALTY"),
  ];
};

export const checkInstalmentDates: FormRule = ({ form: { instalments, signedOn } }) =>
  instalments.flatMap(({ dueOn }, i) => {
    const before = instalments.slice(0, i).findLast((one) => one.dueOn !== undefined)?.dueOn;
    return [
      ...when(dueOn !== undefined && dueOn < signedOn, `instalments.${i}.dueOn`, "INSTALMENT_BEFORE_SIGNING"),
      ...when(dueOn !== undefined && before !== undefined && dueOn < before, `instalments.${i}.dueOn`, "INSTALMENTS_OUT_OF_ORDER"),
    ];
  });

const WHOLE_BP = 10_000;

export const checkParties: FormRule = ({ form, creditCodeIsRight }) => {
  const side = (name: "sellers" | "buyers"): readonly FieldProblem[] => {
    const parties = form[name];
    const stated = parties.filter(({ shareBp }) => shareBp !== undefined);
    const sumBp = stated.reduce((sum, { shareBp = 0 }) => sum + shareBp, 0);
    return [
      ...when(parties.length === 0, name, "PARTY_REQUIRED"),
      ...when(stated.length > 0 && stated.length < parties.length, name, "SHARES_OF_SOME_ONLY"),
      ...when(parties.length > 0 && stated.length === parties.length && sumBp !== WHOLE_BP, name, "SHARES_DO_NOT_ADD_UP", { sumBp }),
      ...parties.flatMap(({ country, division, creditCode, nature }, i) => [
        ...when(country === "CHN" && !division, `${name}.${i}.division`, "DIVISION_REQUIRED"),
        ...when(country !== "CHN" && division !== undefined, `${name}.${i}.division`, "DIVISION_ABROAD"),
        ...when(country === "CHN" && nature !== "600" && !creditCode, `${name}.${i}.creditCode`, "CREDIT_CODE_REQUIRED"),
        ...when(creditCode !== undefined && country === "CHN" && nature !== "600" && !creditCodeIsRight(creditCode), `${name}.${i}.creditCode`, "CREDIT_CODE_WRONG"),
      ]),
    ];
  };
  const sellerCodes = new Set(form.sellers.map(({ creditCode }) => creditCode).filter((code) => code !== undefined));
  return [
    ...side("sellers"),
    ...side("buyers"),
    ...form.buyers.flatMap(({ creditCode }, i) => when(creditCode !== undefined && sellerCodes.has(creditCode), `buyers.${i}`, "SELLER_IS_BUYER")),
  ];
};

/** Form JJ-001: expected investment and output are required for transfer. */
export const checkExpectations: FormRule = ({ form }) => [
  ...when(isTransfer(form.contractType) && form.expectedInvestmentFen === undefined, "expectedInvestmentFen", "EXPECTED_INVESTMENT_REQUIRED"),
  ...when(isTransfer(form.contractType) && form.expectedOutputFen === undefined, "expectedOutputFen", "EXPECTED_OUTPUT_REQUIRED"),
];

export const checkProgramme: FormRule = ({ form: { programme, programmeNo } }) => [
  ...when(programme !== "0" && !programmeNo?.trim(), "programmeNo", "PROGRAMME_NUMBER_REQUIRED"),
  ...when(programme === "0" && Boolean(programmeNo?.trim()), "programmeNo", "PROGRAMME_NUMBER_WITHOUT_PROGRAMME"),
];

export const checkProjectName: FormRule = ({ form: { projectName } }) => {
  const length = [...projectName.trim()].length;
  return when(length < 1 || length > 200, "projectName", "PROJECT_NAME_LENGTH", { minimum: 1, maximum: 200 });
};

const FORM_RULES: readonly FormRule[] = [
  checkProjectName, checkCodes, checkDates, checkLicence, checkParties, checkAmounts, checkPayment, checkInstalmentDates, checkRights, checkPatents,
  checkProgramme, checkExpectations,
];

/** Everything wrong with a form at once: what is missing is said once, in full. */
export function formProblems(facts: FormFacts): readonly FieldProblem[] {
  return FORM_RULES.flatMap((rule) => rule(facts));
}
