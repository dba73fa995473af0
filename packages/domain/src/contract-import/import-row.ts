import { createHash } from "node:crypto";
import { applicantIs, ContractFormInput, editDraft, problemsOfDraft, type Applicant, type ContractDraft } from "../contract/index.ts";
import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { codeLookup } from "../reference/index.ts";
import { IMPORT_COLUMNS, type ImportKey } from "./import-columns.ts";

/** Where an import's rows go: who files them, and the day they are judged by. */
export type ImportFrame = { readonly places: ReadonlyMap<string, number>; readonly applicant: Applicant; readonly today: Day };

export type CheckedRow =
  | { readonly good: true; readonly externalNo: string; readonly rowHash: string; readonly draft: ContractDraft }
  | { readonly good: false; readonly problems: readonly FieldProblem[] };

const PROBLEMS_KEPT = 20;

/** A row becomes a form, and the form is judged by the same rules as one filled in by hand. Documents come later, one by one. */
export function checkRow(cells: readonly string[], frame: ImportFrame): CheckedRow {
  const shapes: FieldProblem[] = [];
  const at = (key: ImportKey): string => cellOf(cells, frame.places.get(key));
  const externalNo = at("externalNo");
  if (externalNo === "" || [...externalNo].length > 60) shapes.push({ path: "externalNo", code: externalNo === "" ? "FIELD_REQUIRED" : "CELL_SHAPE", details: { shape: "1–60" } });
  const parsed = ContractFormInput.safeParse(formOf(at, shapes));
  if (!parsed.success) {
    const found = parsed.error.issues.map((issue): FieldProblem => ({
      path: issue.path.join("."),
      code: issue.code === "custom" && typeof issue.params?.["code"] === "string" ? issue.params["code"] : `zod:${issue.code}`,
      details: issue as unknown as Readonly<Record<string, unknown>>,
    }));
    return { good: false, problems: [...shapes, ...found].slice(0, PROBLEMS_KEPT) };
  }
  const draft = editDraft(BLANK, parsed.data);
  const problems = [...shapes, ...problemsOfDraft(draft, frame.today).filter(({ path }) => !path.startsWith("attachments."))];
  if (problems.length === 0 && applicantIs(draft, frame.applicant) === "neither") problems.push({ path: "sellers", code: "APPLICANT_IS_NO_SELLER" });
  if (problems.length > 0) return { good: false, problems: problems.slice(0, PROBLEMS_KEPT) };
  return { good: true, externalNo, rowHash: rowHashOf(at), draft };
}

/** Equal for rows that say the same, whatever the order of the columns. */
function rowHashOf(at: (key: ImportKey) => string): string {
  return createHash("sha256").update(IMPORT_COLUMNS.map(({ key }) => at(key)).join("\u0000")).digest("hex").slice(0, 32);
}

function cellOf(cells: readonly string[], place: number | undefined): string {
  if (place === undefined) return "";
  const text = (cells[place] ?? "").trim();
  return text.startsWith("'") ? text.slice(1) : text; // the guard against formulas that our own files write
}

const several = (text: string): string[] => (text === "" ? [] : text.split(/[;；]/).map((part) => part.trim()).filter((part, i, all) => part !== "" || i < all.length - 1));
const orNull = (text: string): string | null => (text === "" ? null : text);
/** "1,234.50" and "1 234.5" are what spreadsheets show for 1234.5. */
const amount = (text: string): string => text.replace(/(?<=\d)[,，\s](?=\d{3})/g, "").replace(/元$/, "");
/** "2026/3/2" and "2026年3月2日" are days as well. */
function dayText(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}` : text;
}
/** "11 委托开发" is the code 11, and a 5 whose zero a spreadsheet ate is 05 where only that is in the table. */
function codeText(text: string, table: string): string {
  const code = text.split(/\s/, 1)[0] ?? "";
  return !codeLookup.has(table, code) && codeLookup.has(table, `0${code}`) ? `0${code}` : code;
}

function yesNo(text: string, path: string, shapes: FieldProblem[]): boolean | null {
  if (text === "") return null;
  if (/^(是|有|可|y|yes|true|1)$/i.test(text)) return true;
  if (/^(否|无|不可|n|no|false|0)$/i.test(text)) return false;
  shapes.push({ path, code: "CELL_SHAPE", details: { shape: "是 / 否 (yes / no)" } });
  return null;
}

function formOf(at: (key: ImportKey) => string, shapes: FieldProblem[]): object {
  const code = (key: ImportKey, table: string): string | null => orNull(codeText(at(key), table));
  return {
    projectName: at("projectName"),
    contractType: code("contractType", "contract-types"),
    licenceMode: code("licenceMode", "licence-modes"),
    licenceRegion: orNull(at("licenceRegion")),
    sublicence: yesNo(at("sublicence"), "sublicence", shapes),
    signedOn: orNull(dayText(at("signedOn"))),
    validFrom: orNull(dayText(at("validFrom"))),
    validTo: orNull(dayText(at("validTo"))),
    sellers: partiesOf("seller", at, shapes),
    buyers: partiesOf("buyer", at, shapes),
    turnover: orNull(amount(at("turnover"))),
    deductions: deductionsOf(at),
    instalments: instalmentsOf(at, shapes),
    techField: code("techField", "tech-fields"),
    ipKinds: several(at("ipKinds")).map((kind) => codeText(kind, "ip-kinds")),
    patents: patentsOf(at("patents"), shapes),
    programme: code("programme", "programme-sources") ?? "0",
    programmeNo: orNull(at("programmeNo")),
    objective: code("objective", "socio-economic-objectives"),
    industry: code("industry", "industries"),
    payment: code("payment", "payment-methods"),
    royaltyBase: code("royaltyBase", "royalty-bases"),
    royaltyRateMode: code("royaltyRateMode", "royalty-rate-modes"),
    expectedInvestment: orNull(amount(at("expectedInvestment"))),
    expectedOutput: orNull(amount(at("expectedOutput"))),
    secret: yesNo(at("secret"), "secret", shapes) === true ? "commercial" : "none",
    taxClaims: several(at("taxClaims")).map((claim) => claim.toUpperCase()),
    responsible: orNull(at("responsible")),
    text: at("text"),
  };
}

function partiesOf(side: "seller" | "buyer", at: (key: ImportKey) => string, shapes: FieldProblem[]): object[] {
  const part = (of: "Name" | "CreditCode" | "Nature" | "Division" | "Country" | "Share"): string[] => several(at(`${side}${of}`));
  const [names, codes, natures, divisions, countries, shares] = [part("Name"), part("CreditCode"), part("Nature"), part("Division"), part("Country"), part("Share")];
  const count = Math.max(names.length, codes.length);
  if ([names, codes, natures, divisions, countries, shares].some((list) => list.length > 1 && list.length !== count)) shapes.push({ path: `${side}s.0.name`, code: "ROW_PARTS_DIFFER" });
  return Array.from({ length: count }, (_, i) => {
    const share = shares[i] ?? "";
    const wrong = share !== "" && !/^\d{1,3}(\.\d{1,2})?%?$/.test(share);
    if (wrong) shapes.push({ path: `${side}s.${i}.shareBp`, code: "CELL_SHAPE", details: { shape: "50" } });
    const nature = natures[i] ?? (natures.length === 1 ? natures[0] : "") ?? "";
    const country = (countries[i] ?? "") || "CHN";
    return {
      name: names[i] ?? "",
      country: country.toUpperCase(),
      division: orNull(divisions[i] ?? ""),
      nature: orNull(codeText(nature, "party-types")),
      creditCode: orNull((codes[i] ?? "").toUpperCase()),
      shareBp: share === "" || wrong ? null : Math.round(Number(share.replace("%", "")) * 100),
    };
  });
}

const COSTS = [["equipmentCost", "equipment"], ["partsCost", "parts"], ["materialsCost", "materials"], ["otherCost", "other"]] as const;

function deductionsOf(at: (key: ImportKey) => string): object[] {
  return COSTS.flatMap(([key, kind]) => {
    const cost = amount(at(key));
    return cost === "" || /^0+(\.0*)?$/.test(cost) ? [] : [{ kind, amount: cost, note: kind === "other" ? at("otherCostNote") : "" }];
  });
}

const INSTALMENT_SHAPE = "2026-03-10=200000;2026-12-31=300000";

function instalmentsOf(at: (key: ImportKey) => string, shapes: FieldProblem[]): object[] {
  const parts = several(at("instalments"));
  const turnover = amount(at("turnover"));
  if (parts.length === 0) return at("payment") !== "" && turnover !== "" ? [{ amount: turnover }] : [];
  return parts.flatMap((part) => {
    const [when = "", sum, ...more] = part.split(/[=＝]/).map((piece) => piece.trim());
    if (sum === undefined || more.length > 0) {
      shapes.push({ path: "instalments", code: "CELL_SHAPE", details: { shape: INSTALMENT_SHAPE } });
      return [];
    }
    const estimated = /^(预计|estimated)$/i.test(when);
    return [{ dueOn: estimated || when === "" ? null : dayText(when), amount: amount(sum), estimated }];
  });
}

function patentsOf(text: string, shapes: FieldProblem[]): object[] {
  return several(text).map((part) => {
    const [number = "", title = "", owner = "", filed = "", granted = "", expires = ""] = part.split(/[|｜]/).map((piece) => piece.trim());
    if (number === "") shapes.push({ path: "patents", code: "CELL_SHAPE", details: { shape: "ZL…|名称|权利人|2020-01-01|2022-01-01|2040-01-01" } });
    return { number, title, owner, filedOn: orNull(dayText(filed)), grantedOn: orNull(dayText(granted)), expiresOn: orNull(dayText(expires)) };
  });
}

const BLANK: ContractDraft = {
  projectName: "", contractType: null, licenceMode: null, licenceRegion: null, sublicence: null, signedOn: null, validFrom: null, validTo: null, sellers: [], buyers: [],
  turnoverFen: null, deductions: [], instalments: [], techField: null, ipKinds: [], patents: [], programme: "0", programmeNo: null, objective: null, industry: null, payment: null,
  royaltyBase: null, royaltyRateMode: null, expectedInvestmentFen: null, expectedOutputFen: null, secret: "none", taxClaims: [], text: "", foreignLanguage: false, signedByInternalBody: false,
  approvalRequired: false, responsible: null, preparedBy: null, preparedOn: null, attachments: [], dealId: null,
};
