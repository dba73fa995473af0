import { read } from "@ttx/domain/shared/execute";
import { PAGE_LIMIT, type Page } from "@ttx/domain/shared/paging";
import type { Query } from "@ttx/domain/shared/use-case";
import type { Cell } from "@ttx/domain/spreadsheet";
import { rawEndpoint, type Call, type Endpoint, type Language, type Words } from "./door/endpoint.ts";
import { languageOf, SHEET_MEDIA_TYPES, sheetDownload } from "./sheet-download.ts";

export type ExportColumn<Item> = { readonly head: Words; readonly cell: (item: Item, language: Language) => Cell };

/**
 * A list as a file: the same query, asked page after page while the file is sent, so that it shows what the caller may see, by the filters
 * of the address, and is never whole in memory.
 */
export function listExport<Input, Item>(path: string, query: Query<Input, Page<Item>>, title: Words, columns: readonly ExportColumn<Item>[], options: { readonly tag?: string } = {}): Endpoint {
  const handle = async (call: Call): Promise<Response> => {
    const { deps, actor, parts } = call;
    const language = languageOf(call);
    const page = (cursor?: string): Promise<Page<Item>> => read(deps, query, actor, { ...parts.query, limit: PAGE_LIMIT, cursor });
    const first = await page(); // a refusal is said before the file begins
    async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
      yield [columns.map(({ head }) => head[language])];
      for (let current = first; ; ) {
        yield current.items.map((item) => columns.map(({ cell }) => cell(item, language)));
        if (current.nextCursor === null) return;
        current = await page(current.nextCursor);
      }
    }
    return sheetDownload(call, title[language], rows());
  };
  return rawEndpoint("GET", path, [query.name], { zh: `导出${title.zh}（CSV 或 XLSX），条件与列表相同`, en: `Export: ${title.en} (csv or xlsx), with the filters of the list` }, handle, { ...options, rate: "search", produces: SHEET_MEDIA_TYPES });
}
