import { readAreaStatistics, readStatistics, reconcileStatistics, STATISTICS_TABLE_CODES, tableCsv } from "@ttx/domain/statistics";
import { parseInput, read } from "@ttx/domain/shared/execute";
import { DomainError } from "@ttx/domain/shared/errors";
import { z } from "zod";
import { endpoint, rawEndpoint, type Call, type Endpoint } from "../door/endpoint.ts";

const CsvInput = z.object({ table: z.enum(STATISTICS_TABLE_CODES), lang: z.enum(["zh", "en"]).optional().catch(undefined) });

/** One table as a file for spreadsheets; `isPublic` chooses between what everybody may have and the caller's own area. */
function downloadOf(isPublic: boolean) {
  return async ({ deps, actor, parts, language, origin }: Call): Promise<Response> => {
    const input = { ...parts.query, ...parts.params };
    const { table: code, lang = language } = parseInput(CsvInput, input);
    const view = isPublic ? await read(deps, readStatistics, actor, input) : await read(deps, readAreaStatistics, actor, input);
    const table = view.hidden ? undefined : view.tables[0];
    if (table === undefined) throw new DomainError("NOT_FOUND", "not-found", { what: "table", id: code });
    const file = tableCsv(table, { ...view, divisionCode: view.division?.code ?? null, basis: table.basis, isPublic }, lang);
    const name = `technology-contracts_${code}_${view.division?.code ?? "CN"}_${view.year}.csv`;
    return new Response(file, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store", "x-content-type-options": "nosniff", "x-request-id": origin.requestId },
    });
  };
}

export const STATISTICS_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/statistics", readStatistics, { zh: "技术合同统计（实时，不含不予公布的数据）", en: "Statistics of technology contracts, live, without what is not published" }, { open: true, rate: "search" }),
  rawEndpoint("GET", "/statistics/{table}/csv", ["statistics.read"], { zh: "下载一张统计表（CSV）", en: "Download a table as CSV" }, downloadOf(true), { produces: "text/csv", open: true, rate: "search", inputSchema: CsvInput }),
  endpoint("GET", "/area-statistics", readAreaStatistics, { zh: "本辖区技术合同统计", en: "Statistics of the caller's area, with nothing withheld" }, { tag: "statistics" }),
  rawEndpoint("GET", "/area-statistics/{table}/csv", ["statistics.read-area"], { zh: "下载本辖区的一张统计表（CSV）", en: "Download a table of the caller's area as CSV" }, downloadOf(false), { produces: "text/csv", tag: "statistics", inputSchema: CsvInput }),
  endpoint("GET", "/operations/statistics-check", reconcileStatistics, { zh: "统计核对：按合同重新计算一个月", en: "Recount a month of the statistics from the contracts" }, { tag: "operations" }),
];
