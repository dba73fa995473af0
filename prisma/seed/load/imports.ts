import { RESULT_SHEET } from "@ttx/domain/result";
import type { Deps } from "@ttx/domain/shared/database";
import { STORY } from "../content/story.ts";
import { demoPeople, demoResults } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { morningOf } from "./days.ts";
import { idOf } from "./ids.ts";

const FILE = "2026 年第三季度科技成果汇交登记表.xlsx";
const HANDED_IN_ON = "2026-10-12";

/** One bulk submission of the university's, as its worker settled it: what went in, and what was refused and why. */
export async function loadImports({ db }: Deps): Promise<void> {
  const seller = demoPeople(SEED).find(({ key }) => key === STORY.universitySeller)!;
  const own = demoResults(SEED).filter(({ owner }) => owner === seller.organisation).slice(0, 3);
  const importId = idOf("import", "university-autumn");
  const at = morningOf(HANDED_IN_ON, 30);
  const accepted = own.map((result, i) => ({ no: i + 2, outcome: "ACCEPTED" as const, subjectId: idOf("result", result.key), cells: { title: result.title, field: result.field, contactName: seller.name } }));
  const refused = {
    no: own.length + 2, outcome: "REFUSED" as const,
    cells: { title: "城市内涝实时预报与调度系统", field: "11", completers: "贺川|水利学院|60%；沈黎|水利学院|30%" },
    problems: [{ path: "completers", code: "RESULT_SHARES_NOT_WHOLE", details: { sum: "90" } }, { path: "contactPhone", code: "RESULT_PHONE_FORM", details: {} }],
  };
  await db.bulkImport.createMany({
    skipDuplicates: true,
    data: [{
      id: importId, kind: RESULT_SHEET.kind, ownerId: idOf("organisation", seller.organisation), fileName: FILE, sha256: "0".repeat(64), options: { publish: true }, state: "DONE",
      total: accepted.length + 1, createdById: idOf("person", seller.key), createdAt: at, readAt: at, endedAt: at,
    }],
  });
  await db.bulkImportRow.createMany({ skipDuplicates: true, data: [...accepted, refused].map((row) => ({ importId, ...row })) });
}
