type Words = { readonly zh: string; readonly en: string };

/** A column of a table that is handed in: found by its key or its heading in either language. */
export type SheetColumn = {
  readonly key: string;
  readonly heading: Words;
  readonly required: boolean;
  /** How to fill it in, with an example; stands in the template. */
  readonly hint: Words;
  readonly example: string;
  /** What may be chosen, where that is a short list; the template offers it. */
  readonly choices?: readonly string[];
};

/** What may be handed in as a table: one for each kind of thing that rows become. */
export type Sheet = {
  readonly kind: string;
  readonly title: Words;
  readonly columns: readonly SheetColumn[];
  readonly maxRows: number;
};

/** One row as text by column key. */
export type Cells = Readonly<Record<string, string>>;
export type TableRow = { readonly no: number; readonly values: readonly string[] };

/** Why a table cannot be read at all. */
export type TableFault = { readonly code: string; readonly details: Readonly<Record<string, string | number>> };
export type Header = { readonly places: ReadonlyMap<string, number> } | { readonly fault: TableFault };

function plain(heading: string): string {
  return heading.normalize("NFKC").toLowerCase().replace(/[\s*"'“”]/g, "");
}

/** Where each column stands, by the first row. A column that is needed and not there, or there twice, is a fault of the whole table. */
export function readHeader({ columns }: Sheet, values: readonly string[]): Header {
  const places = new Map<string, number>();
  for (const { key, heading } of columns) {
    const names = [key, heading.zh, heading.en].map(plain);
    const found = values.flatMap((value, at) => (names.includes(plain(value)) ? [at] : []));
    if (found.length > 1) return { fault: { code: "IMPORT_COLUMN_TWICE", details: { column: heading.zh } } };
    if (found[0] !== undefined) places.set(key, found[0]);
  }
  const missing = columns.filter(({ key, required }) => required && !places.has(key));
  if (missing.length === 0) return { places };
  return { fault: { code: "IMPORT_COLUMNS_MISSING", details: { columns: missing.map(({ heading }) => heading.zh).join("、") } } };
}

const CELL_MAX = 20_000;

/** The row's text by column; undefined for an empty row. */
export function cellsAt(places: ReadonlyMap<string, number>, values: readonly string[]): Cells | undefined {
  const cells = Object.fromEntries([...places].map(([key, at]) => [key, cleaned(values[at] ?? "")]));
  return Object.values(cells).every((text) => text === "") ? undefined : cells;
}

/** The same of a row that came over the API: unknown names are left out. */
export function cellsNamed({ columns }: Sheet, row: Readonly<Record<string, string>>): Cells {
  const byName = new Map(Object.entries(row).map(([name, value]) => [plain(name), value]));
  return Object.fromEntries(columns.map(({ key, heading }) => [key, cleaned(byName.get(plain(key)) ?? byName.get(plain(heading.zh)) ?? byName.get(plain(heading.en)) ?? "")]));
}

/** Without control characters and marks that make text look other than it is; line ends stay. */
function cleaned(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "").trim().slice(0, CELL_MAX);
}

/** The column that a problem belongs to: its path may lead deeper into what the cell says. */
export function columnOf({ columns }: Sheet, path: string): SheetColumn | undefined {
  const [first = ""] = path.split(".");
  return columns.find(({ key }) => key === path) ?? columns.find(({ key }) => key === first);
}
