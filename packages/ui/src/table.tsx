import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Column<Row> = {
  readonly key: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and amounts stand right. */
  readonly align?: "left" | "right";
  /** The column that names the row: it becomes the title of the card on a phone. */
  readonly head?: boolean;
  readonly width?: "narrow" | "wide";
  /** Left out on a phone; the row's page has it. */
  readonly deskOnly?: boolean;
};

export type TableProps<Row> = {
  /** What the table shows, for screen readers; visible when `showCaption`. */
  readonly caption: ReactNode;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: string;
  readonly dense?: boolean;
  /** Shown instead of rows when there are none: usually an EmptyState. */
  readonly empty?: ReactNode;
};

/** A table on a wide screen, labelled cards on a phone; the same markup, so readers hear rows and columns on both. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, selected, dense = false, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table role="table" className="block w-full text-base md:table md:border-collapse md:text-sm">
      <caption className={showCaption ? "block pb-2 text-left font-medium md:table-caption" : "sr-only"}>{caption}</caption>
      <thead role="rowgroup" className="hidden md:table-header-group">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cx("border-b border-edge px-3 py-2 align-bottom font-medium text-ink-soft first:pl-0 last:pr-0", isLong(column, columns) ? "min-w-20 break-keep" : "whitespace-nowrap", column.align === "right" ? "text-right" : "text-left")}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="grid gap-3 md:table-row-group">
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              role="row"
              data-row={key}
              aria-current={key === selected ? "true" : undefined}
              className="grid gap-1 rounded border border-line bg-surface p-4 aria-current:bg-brand-soft md:table-row md:rounded-none md:border-0 md:bg-transparent md:p-0 md:hover:bg-ground"
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} dense={dense} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const MANY_COLUMNS = 8;
const LONG_LABEL = 24;

/** Such a head breaks between words, since the table would be wider than the screen. */
function isLong<Row>({ label }: Column<Row>, columns: readonly Column<Row>[]): boolean {
  return columns.length >= MANY_COLUMNS || (typeof label === "string" && label.length > LONG_LABEL);
}

function Cell<Row>({ column, row, dense }: { readonly column: Column<Row>; readonly row: Row; readonly dense: boolean }) {
  const className = cx(
    "min-w-0 md:table-cell md:border-b md:border-line md:px-3 md:align-top md:first:pl-0 md:last:pr-0",
    dense ? "md:py-1.5" : "md:py-2.5",
    column.align === "right" && "md:text-right",
    column.width === "wide" && "md:min-w-72",
    column.width === "narrow" && "md:w-px md:whitespace-nowrap",
  );
  if (column.head) {
    return (
      <th role="rowheader" scope="row" className={cx(className, "order-first mb-1 block text-left font-medium md:font-normal")}>
        {column.cell(row)}
      </th>
    );
  }
  const content = column.cell(row);
  // A card says nothing of what is not there; a row keeps its columns.
  const isLeftOut = column.deskOnly || content === "" || content === null;
  return (
    <td role="cell" className={cx(className, isLeftOut ? "hidden" : "grid grid-cols-[7em_1fr] gap-3")}>
      <span aria-hidden="true" className="text-sm text-ink-soft md:hidden">{column.label}</span>
      <div className="min-w-0">{content}</div>
    </td>
  );
}
