import type { Database, Tx } from "../shared/database.ts";
import { jurisdictionOf, upwards } from "./division.rules.ts";

type Authority = { readonly id: string; readonly name: string };

/** The verified authority that is nearest to a place: of its county, else its city, province, the nation (辖区主管部门). */
export async function verifierOf(db: Database | Tx, divisionCode: string): Promise<Authority | null> {
  const areas = upwards(jurisdictionOf(divisionCode));
  const found = await db.organisation.findMany({
    where: { kind: "GOVERNMENT", state: "VERIFIED", jurisdiction: { in: [...areas] } },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, jurisdiction: true },
  });
  const nearest = found.toSorted((a, b) => b.jurisdiction!.length - a.jurisdiction!.length)[0];
  return nearest ? { id: nearest.id, name: nearest.name } : null;
}
