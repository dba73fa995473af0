import type { Sheet } from "../bulk-import/index.ts";
import { ROW_LIMIT } from "./contract-import.schema.ts";

/**
 * The sheet for bulk import (批量导入模板): one row a contract. Columns are found by their head, in Chinese, English or by key, in any order.
 * Where a side has several parties, or a contract several patents or instalments, a cell holds them separated by semicolons.
 */
export type ImportColumn = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** The column must be there; whether a cell must be filled is for the rules of the form. */
  readonly required?: true;
  /** Code table of the form whose codes the cell takes. */
  readonly table?: string;
  readonly example: string;
  readonly hint?: { readonly zh: string; readonly en: string };
};

const SEVERAL = { zh: "多个用分号分隔", en: "several, separated by semicolons" };
const DAY = { zh: "YYYY-MM-DD", en: "YYYY-MM-DD" };
const YUAN = { zh: "元，最多两位小数", en: "yuan, two decimals at most" };
const YES_NO = { zh: "是 或 否", en: "yes or no" };

export const IMPORT_COLUMNS = [
  { key: "externalNo", zh: "合同编号", en: "Own number", required: true, example: "HT-2026-0001", hint: { zh: "本单位的编号，不得重复；同一编号再次导入不会重复登记", en: "your own number, once; the same row again is taken once" } },
  { key: "projectName", zh: "项目名称", en: "Project", required: true, example: "高温合金叶片检测技术开发" },
  { key: "contractType", zh: "合同类别", en: "Class", required: true, table: "contract-types", example: "11" },
  { key: "signedOn", zh: "签订日期", en: "Signed on", required: true, example: "2026-03-02", hint: DAY },
  { key: "validFrom", zh: "有效期起", en: "Valid from", required: true, example: "2026-03-02", hint: DAY },
  { key: "validTo", zh: "有效期止", en: "Valid to", required: true, example: "2028-03-01", hint: DAY },
  { key: "sellerName", zh: "卖方名称", en: "Seller", required: true, example: "某大学", hint: SEVERAL },
  { key: "sellerCreditCode", zh: "卖方统一社会信用代码", en: "Seller credit code", required: true, example: "12330000470009202X", hint: SEVERAL },
  { key: "sellerNature", zh: "卖方性质", en: "Seller nature", required: true, table: "party-types", example: "0221", hint: SEVERAL },
  { key: "sellerDivision", zh: "卖方行政区划", en: "Seller division", required: true, example: "330106", hint: { zh: "六位；境外留空", en: "six digits; empty abroad" } },
  { key: "sellerCountry", zh: "卖方国别", en: "Seller country", example: "CHN", hint: { zh: "三位字母，留空为中国", en: "three letters, empty is China" } },
  { key: "sellerShare", zh: "卖方份额", en: "Seller share", example: "", hint: { zh: "%，多个卖方时全填或全不填", en: "%, of all sellers or of none" } },
  { key: "buyerName", zh: "买方名称", en: "Buyer", required: true, example: "某制造有限公司", hint: SEVERAL },
  { key: "buyerCreditCode", zh: "买方统一社会信用代码", en: "Buyer credit code", required: true, example: "91320000134766570M", hint: SEVERAL },
  { key: "buyerNature", zh: "买方性质", en: "Buyer nature", required: true, table: "party-types", example: "150", hint: SEVERAL },
  { key: "buyerDivision", zh: "买方行政区划", en: "Buyer division", required: true, example: "320102", hint: { zh: "六位；境外留空", en: "six digits; empty abroad" } },
  { key: "buyerCountry", zh: "买方国别", en: "Buyer country", example: "CHN", hint: { zh: "三位字母，留空为中国", en: "three letters, empty is China" } },
  { key: "buyerShare", zh: "买方份额", en: "Buyer share", example: "", hint: { zh: "%，多个买方时全填或全不填", en: "%, of all buyers or of none" } },
  { key: "turnover", zh: "合同成交额", en: "Turnover", required: true, example: "500000", hint: YUAN },
  { key: "equipmentCost", zh: "设备费", en: "Equipment cost", example: "", hint: YUAN },
  { key: "partsCost", zh: "零部件费", en: "Parts cost", example: "", hint: YUAN },
  { key: "materialsCost", zh: "材料费", en: "Materials cost", example: "", hint: YUAN },
  { key: "otherCost", zh: "其他非技术性费用", en: "Other cost", example: "", hint: YUAN },
  { key: "otherCostNote", zh: "其他费用说明", en: "Other cost, what for", example: "" },
  { key: "payment", zh: "支付方式", en: "Payment", required: true, table: "payment-methods", example: "2" },
  { key: "instalments", zh: "分期付款", en: "Instalments", example: "2026-03-10=200000;2026-12-31=300000", hint: { zh: "日期=金额，用分号分隔；一次总付可留空；预计提成写“预计=金额”", en: "day=amount, separated by semicolons; empty for one payment; estimated=amount for a royalty" } },
  { key: "royaltyBase", zh: "提成基数", en: "Royalty base", table: "royalty-bases", example: "" },
  { key: "royaltyRateMode", zh: "提成比例方式", en: "Royalty rate mode", table: "royalty-rate-modes", example: "" },
  { key: "techField", zh: "技术领域", en: "Field", required: true, table: "tech-fields", example: "05" },
  { key: "ipKinds", zh: "知识产权", en: "IP kinds", required: true, table: "ip-kinds", example: "0", hint: SEVERAL },
  { key: "patents", zh: "专利", en: "Patents", example: "", hint: { zh: "专利号|名称|权利人|申请日|授权日|届满日，多件用分号分隔", en: "number|title|owner|filed|granted|expires, several separated by semicolons" } },
  { key: "licenceMode", zh: "许可方式", en: "Licence mode", table: "licence-modes", example: "" },
  { key: "licenceRegion", zh: "许可地域", en: "Licence territory", example: "" },
  { key: "sublicence", zh: "可否再许可", en: "Sub-licence", example: "", hint: YES_NO },
  { key: "programme", zh: "计划类别", en: "Programme", table: "programme-sources", example: "0" },
  { key: "programmeNo", zh: "计划项目编号", en: "Programme number", example: "" },
  { key: "objective", zh: "社会经济目标", en: "Objective", required: true, table: "socio-economic-objectives", example: "10" },
  { key: "industry", zh: "服务的国民经济行业", en: "Industry", required: true, table: "industries", example: "34" },
  { key: "expectedInvestment", zh: "预计新增投入", en: "Expected investment", example: "", hint: YUAN },
  { key: "expectedOutput", zh: "预计新增产值", en: "Expected output", example: "", hint: YUAN },
  { key: "secret", zh: "商业秘密", en: "Commercial secret", example: "否", hint: YES_NO },
  { key: "taxClaims", zh: "拟享受政策", en: "Reliefs claimed", example: "", hint: { zh: "VAT;ENTERPRISE_INCOME_TAX;PERSONAL_INCOME_TAX;REWARD", en: "VAT;ENTERPRISE_INCOME_TAX;PERSONAL_INCOME_TAX;REWARD" } },
  { key: "responsible", zh: "负责人", en: "Responsible", required: true, example: "张三" },
  { key: "text", zh: "合同正文", en: "Text", example: "", hint: { zh: "可留空，导入后上传", en: "may be left empty and uploaded later" } },
] as const satisfies readonly ImportColumn[];

export type ImportKey = (typeof IMPORT_COLUMNS)[number]["key"];

/** The same as the house's tables have it, for the template and for finding the columns. */
export const CONTRACT_SHEET: Sheet = {
  kind: "contracts",
  title: { zh: "技术合同批量导入", en: "Contracts for import" },
  maxRows: ROW_LIMIT,
  columns: (IMPORT_COLUMNS as readonly ImportColumn[]).map(({ key, zh, en, required, table, example, hint }) => ({
    key,
    heading: { zh, en },
    required: required === true,
    hint: {
      zh: [table === undefined ? "" : `填写代码，代码表见接口 /api/v1/reference/codes/${table}`, hint?.zh ?? ""].filter(Boolean).join("；") || "按登记表填写",
      en: [table === undefined ? "" : `a code of /api/v1/reference/codes/${table}`, hint?.en ?? ""].filter(Boolean).join("; ") || "as on the registration form",
    },
    example,
  })),
};

const DIRECT: Readonly<Record<string, ImportKey>> = { turnover: "turnover", technicalAmount: "turnover", deductions: "otherCost", instalments: "instalments", patents: "patents", ipKinds: "ipKinds", taxClaims: "taxClaims" };
const PARTY_FIELDS: Readonly<Record<string, string>> = { name: "Name", creditCode: "CreditCode", nature: "Nature", division: "Division", country: "Country", shareBp: "Share" };
const COST_KEYS: readonly ImportKey[] = ["equipmentCost", "partsCost", "materialsCost", "otherCost"];

/** The column that a problem of the form speaks of. */
export function columnOfPath(path: string): ImportColumn | undefined {
  const [first, second, third] = path.split(".");
  const key =
    first === "sellers" || first === "buyers" ? `${first === "sellers" ? "seller" : "buyer"}${PARTY_FIELDS[third ?? "name"] ?? "Name"}`
    : first === "deductions" && third === "note" ? "otherCostNote"
    : first === "deductions" && second !== undefined ? (COST_KEYS[Number(second)] ?? "otherCost")
    : (DIRECT[first ?? ""] ?? first);
  return IMPORT_COLUMNS.find((column) => column.key === key);
}
