import { citiesOf, countiesOf, division, divisionPath, type Division } from "../reference/index.ts";
import { notFound } from "../shared/errors.ts";
import type { Area } from "./dimensions.ts";

export const NATION: Area = { prefix: "", partLength: null };

/** Their cities are only groupings of counties. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(["11", "12", "31", "50"]);

/** The area of a six-digit division: 330000 is everything that begins with 33. */
export function areaOf(code: string): Area {
  const found = division(code) ?? notFound("division", code);
  if (found.level === "county") return { prefix: code, partLength: null };
  if (found.level === "city") return { prefix: code.slice(0, 4), partLength: 6 };
  return { prefix: code.slice(0, 2), partLength: MUNICIPALITIES.has(code.slice(0, 2)) ? 6 : 4 };
}

/** The parts whose figures an area's page lists. */
export function partsOf(code: string): readonly Division[] {
  const found = division(code);
  if (!found || found.level === "county") return [];
  if (found.level === "city") return countiesOf(code);
  return MUNICIPALITIES.has(code.slice(0, 2)) ? citiesOf(code).flatMap((city) => countiesOf(city.code)) : citiesOf(code);
}

/** The areas above a division, the province first: its own figures are published only where theirs are. */
export function areasAbove(code: string): readonly Division[] {
  const path = divisionPath(code).filter((one) => one.code !== code);
  return MUNICIPALITIES.has(code.slice(0, 2)) ? path.filter(({ level }) => level === "province") : path;
}
