import type { z } from "zod";
import type { UseCase } from "../shared/use-case.ts";
import type { ImportRowInput, RowProblems } from "./bulk-import.schema.ts";
import type { Cells, Sheet } from "./sheet.rules.ts";

/** Reasons for which a row is refused at the first look and nothing of it is kept. */
export type Withheld = (cells: Cells) => RowProblems | undefined;

/** How the rows of one kind of table are entered: its sheet and the use case that enters one row, by `takeRow`. */
export type ImportKind = {
  readonly sheet: Sheet;
  readonly enterRow: UseCase<z.infer<typeof ImportRowInput>, unknown>;
  readonly withheld?: Withheld;
};
