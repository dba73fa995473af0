import { csvLine, CSV_START } from "../src/spreadsheet/csv-writer.ts";
import { IMPORT_COLUMNS, type ImportKey } from "../src/contract-import/import-columns.ts";
import { buildCreditCode } from "../src/identity/index.ts";
import { addDays, type Day } from "../src/shared/clock.ts";

export type SheetRowValues = Partial<Record<ImportKey, string>>;
export type SheetSeller = { readonly name: string; readonly creditCode: string; readonly divisionCode: string };

/** A row that passes every check: a commissioned development of the seller for a buyer in Nanjing. */
export function aContractRow(no: number, seller: SheetSeller, today: Day, change: SheetRowValues = {}): SheetRowValues {
  return {
    externalNo: `HT-${String(no).padStart(7, "0")}`,
    projectName: `高温合金叶片检测技术开发之${no}`,
    contractType: "11",
    signedOn: addDays(today, -10 - (no % 300)),
    validFrom: addDays(today, -10 - (no % 300)),
    validTo: addDays(today, 700),
    sellerName: seller.name,
    sellerCreditCode: seller.creditCode,
    sellerNature: "0221",
    sellerDivision: seller.divisionCode,
    buyerName: `江宁制造有限公司${no % 5000}`,
    buyerCreditCode: buildCreditCode("91", "320102", 1_000 + (no % 5000)),
    buyerNature: "150",
    buyerDivision: "320102",
    turnover: String(100_000 + no),
    equipmentCost: "20000",
    payment: "2",
    instalments: `${addDays(today, 30)}=50000;${addDays(today, 90)}=${50_000 + no}`,
    techField: "05",
    ipKinds: "0",
    programme: "0",
    objective: "10",
    industry: "34",
    responsible: "负责人",
    ...change,
  };
}

export function aContractSheet(rows: readonly SheetRowValues[]): string {
  return CSV_START + csvLine(IMPORT_COLUMNS.map(({ zh }) => zh)) + rows.map(aSheetLine).join("");
}

export function aSheetLine(row: SheetRowValues): string {
  return csvLine(IMPORT_COLUMNS.map(({ key }) => row[key] ?? ""));
}
