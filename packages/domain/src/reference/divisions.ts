import divisionRows from "./divisions/divisions.json" with { type: "json" };
import { MACRO_REGIONS, REGIONS, type Label, type MacroRegionRow, type RegionRow } from "./codes.ts";

/** 行政区划 of GB/T 2260 down to the county, six digits. */
export type DivisionLevel = "province" | "city" | "county";
export type Division = { readonly code: string; readonly name: string; readonly level: DivisionLevel };

function levelOf(code: string): DivisionLevel {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}

const DIVISIONS: readonly Division[] = divisionRows.map(([code, name]) => ({ code: code!, name: name!, level: levelOf(code!) }));
const BY_CODE = new Map(DIVISIONS.map((division) => [division.code, division]));

/** City-level rows that only group counties and are never part of an address. */
const GROUPING_NAMES: ReadonlySet<string> = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);

export function division(code: string): Division | undefined {
  return BY_CODE.get(code);
}

export function isDivision(code: string): boolean {
  return BY_CODE.has(code);
}

export function provinces(): readonly Division[] {
  return DIVISIONS.filter(({ level }) => level === "province");
}

export function citiesOf(province: string): readonly Division[] {
  return DIVISIONS.filter(({ code, level }) => level === "city" && code.startsWith(province.slice(0, 2)));
}

export function countiesOf(city: string): readonly Division[] {
  return DIVISIONS.filter(({ code, level }) => level === "county" && code.startsWith(city.slice(0, 4)));
}

export function provinceCodeOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

/** The division itself and those that contain it, from the province down. */
export function divisionPath(code: string): readonly Division[] {
  const codes = [...new Set([provinceCodeOf(code), `${code.slice(0, 4)}00`, code])];
  return codes.map((one) => BY_CODE.get(one)).filter((one) => one !== undefined);
}

/** "浙江省杭州市西湖区"; "北京市海淀区" without the grouping 市辖区. An unknown code is shown as itself. */
export function fullDivisionName(code: string): string {
  const names = divisionPath(code).filter(({ name }) => !GROUPING_NAMES.has(name));
  return names.length > 0 ? names.map(({ name }) => name).join("") : code;
}

let codesByName: ReadonlyMap<string, string | null> | undefined;

/** The code that somebody meant: a code that exists, a full name, or a short one that only one division has. */
export function divisionNamed(text: string): string | undefined {
  const wanted = text.trim();
  if (BY_CODE.has(wanted)) return wanted;
  codesByName ??= namesOf(DIVISIONS);
  return codesByName.get(wanted) ?? undefined;
}

function namesOf(divisions: readonly Division[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { code, name } of divisions) if (!GROUPING_NAMES.has(name)) names.set(name, names.has(name) ? null : code);
  for (const { code } of divisions) names.set(fullDivisionName(code), code);
  return names;
}

/** Divisions whose name contains the text or whose code starts with it; shorter names first, so that a city precedes its counties. */
export function searchDivisions(text: string, limit = 20): readonly Division[] {
  const wanted = text.trim();
  if (wanted === "") return [];
  return DIVISIONS.filter(({ code, name }) => (name.includes(wanted) && !GROUPING_NAMES.has(name)) || code.startsWith(wanted))
    .sort((a, b) => Number(!a.name.startsWith(wanted)) - Number(!b.name.startsWith(wanted)) || rank(a) - rank(b) || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}

function rank({ level }: Division): number {
  return level === "province" ? 0 : level === "city" ? 1 : 2;
}

/** One row of the official tables, three names. */
const OUTSIDE: ReadonlyMap<string, string> = new Map([["71", "Taiwan"], ["81", "Hong Kong"], ["82", "Macao"]]);

/** The province-level name of a place, as lists show it; a code that is none stands for itself. */
export function provinceLabel(divisionCode: string): Label {
  const province = BY_CODE.get(provinceCodeOf(divisionCode));
  if (!province) return { zh: divisionCode, en: divisionCode };
  return { zh: province.name, en: OUTSIDE.get(divisionCode.slice(0, 2)) ?? regionOf(divisionCode).en };
}

/** The province-level row of the official tables: 31 provinces, 7100 for 港澳台, 8000 for everything abroad. */
export function regionOf(divisionCode: string | undefined): RegionRow {
  const prefix = divisionCode?.slice(0, 2) ?? "";
  const code = OUTSIDE.has(prefix) ? "7100" : `${prefix}00`;
  return REGIONS.get(code) ?? REGIONS.get("8000")!;
}

/** The row of the registration form's printed list: one of its 13 cities when the place lies in it, else the province. */
export function formRegionOf(divisionCode: string): RegionRow {
  return REGIONS.get(divisionCode.slice(0, 4)) ?? regionOf(divisionCode);
}

export function macroRegionOf(divisionCode: string): MacroRegionRow | undefined {
  const { macroRegion } = regionOf(divisionCode);
  return macroRegion ? MACRO_REGIONS.get(macroRegion) : undefined;
}
