import amountBandRows from "./codes/amount-bands.json" with { type: "json" };
import attachmentRows from "./codes/attachments.json" with { type: "json" };
import contractTypeRows from "./codes/contract-types.json" with { type: "json" };
import countryRows from "./codes/countries.json" with { type: "json" };
import industryRows from "./codes/industries.json" with { type: "json" };
import ipKindRows from "./codes/ip-kinds.json" with { type: "json" };
import licenceModeRows from "./codes/licence-modes.json" with { type: "json" };
import macroRegionRows from "./codes/macro-regions.json" with { type: "json" };
import nonTechnicalCostKindRows from "./codes/non-technical-cost-kinds.json" with { type: "json" };
import partyTypeRows from "./codes/party-types.json" with { type: "json" };
import paymentMethodRows from "./codes/payment-methods.json" with { type: "json" };
import programmeSourceRows from "./codes/programme-sources.json" with { type: "json" };
import refusalReasonRows from "./codes/refusal-reasons.json" with { type: "json" };
import regionRows from "./codes/regions.json" with { type: "json" };
import registrationStateRows from "./codes/registration-states.json" with { type: "json" };
import royaltyBaseRows from "./codes/royalty-bases.json" with { type: "json" };
import royaltyRateModeRows from "./codes/royalty-rate-modes.json" with { type: "json" };
import objectiveRows from "./codes/socio-economic-objectives.json" with { type: "json" };
import techFieldRows from "./codes/tech-fields.json" with { type: "json" };

export type Label = { readonly zh: string; readonly en: string };

/** How sure a code is: `official` code and name, `name-official` our code, `project` both ours. See codes/SOURCES.md. */
export type CodeStatus = "official" | "name-official" | "project";

export type CodeRow = Label & {
  readonly code: string;
  readonly status: CodeStatus;
  readonly parent?: string;
  readonly legalBasis?: string;
  readonly note?: string;
  /** Ended: offered in searches of old files, not in new forms. */
  readonly historic?: boolean;
};

export type RegionRow = CodeRow & {
  readonly level: "province" | "city" | "outside-31";
  readonly gbt2260?: string;
  readonly macroRegion?: string;
  readonly kind?: string;
  /** 计划单列市: 大连 宁波 厦门 青岛 深圳. */
  readonly separatelyPlanned?: boolean;
};
export type MacroRegionRow = CodeRow & { readonly members: readonly string[] };
export type AttachmentRow = CodeRow & { readonly requiredFor: readonly string[]; readonly conditional?: string };
/** Lower bound included, upper bound excluded, in yuan. */
export type AmountBandRow = CodeRow & { readonly min: number; readonly max: number | null };

/** One code list (代码表) and the questions that forms, checks and tables ask of it. */
export type CodeTable<Row extends CodeRow = CodeRow> = {
  readonly rows: readonly Row[];
  has(code: string): boolean;
  get(code: string): Row | undefined;
  /** The label of a known code; an unknown code is shown as itself. */
  label(code: string): Label;
  parent(code: string): Row | undefined;
  /** From the parent up to the root. */
  ancestors(code: string): readonly Row[];
  children(code: string): readonly Row[];
  isLeaf(code: string): boolean;
  /** All leaves, or those at and below a code. */
  leaves(under?: string): readonly Row[];
  roots(): readonly Row[];
  /** Rows whose code starts with the text or whose name, in either language, contains it. */
  search(text: string): readonly Row[];
};

function codeTable<Row extends CodeRow>(rows: readonly Row[]): CodeTable<Row> {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const childrenOf = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.parent) childrenOf.set(row.parent, [...(childrenOf.get(row.parent) ?? []), row]);
  }
  const parent = (code: string): Row | undefined => byCode.get(byCode.get(code)?.parent ?? "");
  const ancestors = (code: string): Row[] => {
    const above = parent(code);
    return above ? [above, ...ancestors(above.code)] : [];
  };
  const isLeaf = (code: string): boolean => byCode.has(code) && !childrenOf.has(code);
  return {
    rows,
    has: (code) => byCode.has(code),
    get: (code) => byCode.get(code),
    label: (code) => {
      const row = byCode.get(code);
      return row ? { zh: row.zh, en: row.en } : { zh: code, en: code };
    },
    parent,
    ancestors,
    children: (code) => childrenOf.get(code) ?? [],
    isLeaf,
    leaves: (under) =>
      rows.filter((row) => isLeaf(row.code) && (under === undefined || row.code === under || ancestors(row.code).some((a) => a.code === under))),
    roots: () => rows.filter((row) => !row.parent),
    search: (text) => {
      const wanted = text.trim().toLowerCase();
      return rows.filter((row) => row.code.toLowerCase().startsWith(wanted) || row.zh.includes(wanted) || row.en.toLowerCase().includes(wanted));
    },
  };
}

/** 合同类别. */
export const CONTRACT_TYPES = codeTable(contractTypeRows as readonly CodeRow[]);
/** 技术领域. */
export const TECH_FIELDS = codeTable(techFieldRows as readonly CodeRow[]);
/** 知识产权类型. */
export const IP_KINDS = codeTable(ipKindRows as readonly CodeRow[]);
/** 实施许可方式. */
export const LICENCE_MODES = codeTable(licenceModeRows as readonly CodeRow[]);
/** 计划类别. */
export const PROGRAMME_SOURCES = codeTable(programmeSourceRows as readonly CodeRow[]);
/** 社会经济目标. */
export const SOCIO_ECONOMIC_OBJECTIVES = codeTable(objectiveRows as readonly CodeRow[]);
/** 国民经济行业, GB/T 4754: sections and divisions. */
export const INDUSTRIES = codeTable(industryRows as readonly (CodeRow & { readonly level: string })[]);
/** 买方、卖方性质. */
export const PARTY_TYPES = codeTable(partyTypeRows as readonly CodeRow[]);
/** 国别（地区）: ISO 3166-1 alpha-3. */
export const COUNTRIES = codeTable(countryRows as readonly CodeRow[]);
/** 支付方式. */
export const PAYMENT_METHODS = codeTable(paymentMethodRows as readonly CodeRow[]);
export const ROYALTY_BASES = codeTable(royaltyBaseRows as readonly CodeRow[]);
export const ROYALTY_RATE_MODES = codeTable(royaltyRateModeRows as readonly CodeRow[]);
/** 非技术性费用. */
export const NON_TECHNICAL_COST_KINDS = codeTable(nonTechnicalCostKindRows as readonly CodeRow[]);
/** 不予登记理由. */
export const REFUSAL_REASONS = codeTable(refusalReasonRows as readonly CodeRow[]);
/** 登记材料. */
export const ATTACHMENTS = codeTable(attachmentRows as readonly AttachmentRow[]);
/** 登记状态, as the sources name them. The machine's states are their codes in UPPER_SNAKE. */
export const REGISTRATION_STATES = codeTable(registrationStateRows as readonly CodeRow[]);
/** Regions of the official tables (四位地区代码). */
export const REGIONS = codeTable(regionRows as readonly RegionRow[]);
/** 东部 中部 西部 东北. */
export const MACRO_REGIONS = codeTable(macroRegionRows as readonly MacroRegionRow[]);
/** Size bands of the statistics (金额分组). */
export const AMOUNT_BANDS = codeTable(amountBandRows as readonly AmountBandRow[]);

const CODE_TABLES = {
  "contract-types": CONTRACT_TYPES,
  "tech-fields": TECH_FIELDS,
  "ip-kinds": IP_KINDS,
  "licence-modes": LICENCE_MODES,
  "programme-sources": PROGRAMME_SOURCES,
  "socio-economic-objectives": SOCIO_ECONOMIC_OBJECTIVES,
  industries: INDUSTRIES,
  "party-types": PARTY_TYPES,
  countries: COUNTRIES,
  "payment-methods": PAYMENT_METHODS,
  "royalty-bases": ROYALTY_BASES,
  "royalty-rate-modes": ROYALTY_RATE_MODES,
  "non-technical-cost-kinds": NON_TECHNICAL_COST_KINDS,
  "refusal-reasons": REFUSAL_REASONS,
  attachments: ATTACHMENTS,
  "registration-states": REGISTRATION_STATES,
  regions: REGIONS,
  "macro-regions": MACRO_REGIONS,
  "amount-bands": AMOUNT_BANDS,
} as const satisfies Record<string, CodeTable>;

export type CodeTableName = keyof typeof CODE_TABLES;
export const CODE_TABLE_NAMES = Object.keys(CODE_TABLES) as readonly CodeTableName[];

export function codesOf(table: CodeTableName): CodeTable {
  return CODE_TABLES[table];
}

export function codeLabel(table: CodeTableName, code: string): Label {
  return CODE_TABLES[table].label(code);
}

/** The two questions that pure form checks ask of the tables; they take it as a parameter. */
export const codeLookup = {
  has: (table: string, code: string): boolean => Object.hasOwn(CODE_TABLES, table) && CODE_TABLES[table as CodeTableName].has(code),
  isLeaf: (table: string, code: string): boolean => Object.hasOwn(CODE_TABLES, table) && CODE_TABLES[table as CodeTableName].isLeaf(code),
};

/** The size band of an amount in fen. */
export function amountBandOf(amountFen: bigint): AmountBandRow {
  const band = AMOUNT_BANDS.rows.find(({ min, max }) => amountFen >= BigInt(min) * 100n && (max === null || amountFen < BigInt(max) * 100n));
  if (!band) throw new RangeError("an amount is never negative");
  return band;
}
