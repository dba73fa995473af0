import type { Cells, RowProblems } from "../bulk-import/index.ts";
import { divisionNamed, IP_KINDS, PROGRAMME_SOURCES, TECH_FIELDS } from "../reference/index.ts";
import type { Label } from "../reference/index.ts";
import { RESULT_STAGE_LABELS, RIGHT_STATUS_LABELS, TRADE_MODE_LABELS } from "./result.labels.ts";
import { ResultDraft, TRADE_MODES, type TradeMode } from "./result.schema.ts";

type Read = { readonly draft: ResultDraft; readonly problems: RowProblems };
type Complain = (path: string, code: string, details: Record<string, unknown>) => string;

/** What a row of the table says, as its author would have typed it into the form; cells that cannot be read are named. */
export function readResultRow(cells: Cells, ownDivision: string): Read {
  const problems: RowProblems = [];
  const complain: Complain = (path, code, details) => {
    problems.push({ path, code, details });
    return "";
  };
  const text = (key: string): string => cells[key] ?? "";
  const chosen = (key: string, choices: readonly Choice[]): string => (text(key) === "" ? "" : (choiceOf(text(key), choices) ?? complain(key, "IMPORT_CHOICE_UNKNOWN", { text: text(key), choices: shown(choices) })));
  const draft: ResultDraft = {
    ...ResultDraft.parse({}),
    title: text("title"), titleEn: text("titleEn"), summary: text("summary"), projectNo: text("projectNo"), askedPrice: text("askedPrice").replace(/[,，\s元]/g, ""),
    secrecyOfficer: text("secrecyOfficer"), contactName: text("contactName"), contactPhone: text("contactPhone"),
    field: chosen("field", FIELDS),
    stage: chosen("stage", STAGES),
    readinessLevel: readinessOf(text("readinessLevel"), complain),
    programme: chosen("programme", PROGRAMMES),
    tradeModes: split(text("tradeModes"), /[、，,；;\n]/).flatMap((name) => modeOf(name, complain)),
    priceNegotiable: isYes(text("priceNegotiable")),
    divisionCode: text("divisionCode") === "" ? ownDivision : (divisionNamed(text("divisionCode")) ?? complain("divisionCode", "IMPORT_CELL_FORM", { text: text("divisionCode"), form: "330106" })),
    completers: split(text("completers"), LINES).map((line) => completerOf(line, complain)),
    rights: split(text("rights"), LINES).map((line) => rightOf(line, complain)),
  };
  return { draft, problems };
}

/** 保守国家秘密法 29, 31: of a row that does not say "no secret" nothing is kept. */
export function withheldResultRow(cells: Cells): RowProblems | undefined {
  return NO_SECRET.has((cells["secrecy"] ?? "").toLowerCase()) ? undefined : [{ path: "secrecy", code: "SECRECY_NOT_CLEARED", details: {} }];
}

const NO_SECRET: ReadonlySet<string> = new Set(["不涉密", "不涉及国家秘密", "否", "no"]);
const LINES = /[\n；;]/;

type Choice = { readonly code: string; readonly label: Label };
const labelled = (labels: Readonly<Record<string, Label>>): Choice[] => Object.entries(labels).map(([code, label]) => ({ code, label }));
const FIELDS: readonly Choice[] = TECH_FIELDS.leaves().map((row) => ({ code: row.code, label: row }));
const PROGRAMMES: readonly Choice[] = PROGRAMME_SOURCES.rows.map((row) => ({ code: row.code, label: row }));
const KINDS: readonly Choice[] = IP_KINDS.leaves().map((row) => ({ code: row.code, label: row }));
const STAGES = labelled(RESULT_STAGE_LABELS);
const MODES = labelled(TRADE_MODE_LABELS);
const STATUSES = labelled(RIGHT_STATUS_LABELS);

/** By code or by name in either language; a spreadsheet makes 5 of 05. */
function choiceOf(text: string, choices: readonly Choice[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  return choices.find(({ code, label }) => code.toLowerCase() === wanted || code === wanted.padStart(2, "0") || label.zh === text.trim() || label.en.toLowerCase() === wanted)?.code;
}

function shown(choices: readonly Choice[]): string {
  return choices.map(({ label }) => label.zh).join("、");
}

function split(text: string, at: RegExp): string[] {
  return text.split(at).map((part) => part.trim()).filter((part) => part !== "");
}

function isYes(text: string): boolean {
  return /^(是|yes|y|true|1)$/i.test(text);
}

function readinessOf(text: string, complain: Complain): number | null {
  if (text === "") return null;
  const level = /^(?:TRL)?\s*([1-9])\s*级?$/i.exec(text)?.[1];
  if (level === undefined) complain("readinessLevel", "IMPORT_CELL_FORM", { text, form: "1–9" });
  return level === undefined ? null : Number(level);
}

function modeOf(name: string, complain: Complain): TradeMode[] {
  const code = choiceOf(name, MODES);
  if (code === undefined) complain("tradeModes", "IMPORT_CHOICE_UNKNOWN", { text: name, choices: shown(MODES) });
  return TRADE_MODES.filter((mode) => mode === code);
}

function partsOf(line: string): string[] {
  return line.split(/[|｜\t]/).map((part) => part.trim());
}

function completerOf(line: string, complain: Complain): ResultDraft["completers"][number] {
  const [name = "", unit = "", share = ""] = partsOf(line);
  const percent = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]?$/.exec(share);
  const shareBp = percent ? Number(percent[1]) * 100 + Number((percent[2] ?? "").padEnd(2, "0")) : null;
  if (shareBp === null || shareBp > 10_000) complain("completers", "IMPORT_CELL_FORM", { text: line, form: "姓名|单位|60%" });
  return { name, unit, shareBp: shareBp !== null && shareBp <= 10_000 ? shareBp : 0 };
}

function rightOf(line: string, complain: Complain): ResultDraft["rights"][number] {
  const [kind = "", number = "", title = "", status = "", filedOn = "", grantedOn = "", expiresOn = ""] = partsOf(line);
  const chosen = (text: string, choices: readonly Choice[]): string => choiceOf(text, choices) ?? complain("rights", "IMPORT_CHOICE_UNKNOWN", { text, choices: shown(choices) });
  return { kind: chosen(kind, KINDS), number, title, status: chosen(status, STATUSES), filedOn, grantedOn, expiresOn };
}
