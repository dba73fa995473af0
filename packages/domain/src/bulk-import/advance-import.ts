import { fileStore, forgetDocument } from "../document/index.ts";
import { SYSTEM } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { DomainError } from "../shared/errors.ts";
import { execute } from "../shared/execute.ts";
import { endImport } from "./end-import.ts";
import type { ImportKind } from "./import-kind.ts";
import { aRequestId, faultOf, hasWithheldRows, holdImport, keepHolding, keepRefusal, letGo, markRead, stageRows, waitingRows, type HeldImport, type StagedRow } from "./import.repository.ts";
import { readTable } from "./read-table.ts";
import { cellsAt, readHeader, type TableFault } from "./sheet.rules.ts";
import { ROW_WENT_IN_ELSEWHERE } from "./take-row.ts";

const ROWS_STAGED_AT_ONCE = 500;
const ROWS_ENTERED_AT_ONCE = 40;
/** A file that a worker could not read, or a row that it could not enter, so many times in a row is given up. */
const MOST_ATTEMPTS = 3;

/**
 * One step of the oldest import that waits: reads its file, or enters some of its rows. What is done is kept row by row, so a process that is
 * killed loses nothing and the next goes on where it stopped.
 */
export async function advanceImports(deps: Deps, kinds: readonly ImportKind[]): Promise<"more" | "idle"> {
  const held = await holdImport(deps.db, kinds.map(({ sheet }) => sheet.kind));
  if (!held) return "idle";
  const kind = kinds.find(({ sheet }) => sheet.kind === held.kind)!;
  const fault = held.readAt === null ? await readFile(deps, kind, held) : undefined;
  if (fault) await faultOf(deps.db, held.id, fault);
  const rows = fault ? [] : await waitingRows(deps.db, held.id, ROWS_ENTERED_AT_ONCE);
  for (const no of rows) await enter(deps, kind, held, no);
  if (rows.length < ROWS_ENTERED_AT_ONCE) {
    if (held.documentId !== null && (await hasWithheldRows(deps.db, held.id))) await forgetDocument(deps, held.documentId, aRequestId(held.id));
    await execute(deps, endImport, SYSTEM, { importId: held.id }, aRequestId(held.id));
  }
  await letGo(deps.db, held.id);
  return "more";
}

/** Takes the rows of the file down; why it cannot, when it cannot. */
async function readFile(deps: Deps, kind: ImportKind, held: HeldImport): Promise<TableFault | undefined> {
  if (held.attempts > MOST_ATTEMPTS) return { code: "IMPORT_NOT_A_TABLE", details: {} };
  try {
    const rows = await stageFile(deps, kind, held);
    if (rows === 0) return { code: "IMPORT_EMPTY", details: {} };
    await markRead(deps.db, held.id, await readDomainTime(deps.db, deps.config.mode));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details as TableFault["details"] };
    throw error;
  }
}

async function stageFile(deps: Deps, { sheet, withheld }: ImportKind, { id, documentId }: HeldImport): Promise<number> {
  const document = documentId === null ? null : await deps.db.document.findUnique({ where: { id: documentId }, include: { file: true } });
  if (!document) throw new DomainError("IMPORT_FILE_NOT_YOURS", "refused");
  let places: ReadonlyMap<string, number> | undefined;
  let rows = 0;
  let batch: StagedRow[] = [];
  const stage = async (): Promise<void> => {
    await stageRows(deps.db, id, batch, withheld);
    batch = [];
    await keepHolding(deps.db, id);
  };
  for await (const { no, values } of readTable(await fileStore(deps.config).read(document.sha256), document.file.mediaType)) {
    if (places === undefined) {
      const header = readHeader(sheet, values);
      if ("fault" in header) throw new DomainError(header.fault.code, "refused", header.fault.details);
      places = header.places;
      continue;
    }
    const cells = cellsAt(places, values);
    if (cells === undefined) continue;
    rows += 1;
    if (rows > sheet.maxRows) throw new DomainError("IMPORT_TOO_MANY_ROWS", "refused", { max: sheet.maxRows });
    batch.push({ no, cells });
    if (batch.length === ROWS_STAGED_AT_ONCE) await stage();
  }
  if (batch.length > 0) await stage();
  return rows;
}

async function enter(deps: Deps, { enterRow }: ImportKind, held: HeldImport, no: number): Promise<void> {
  const once = () => execute(deps, enterRow, SYSTEM, { importId: held.id, no }, aRequestId(held.id));
  try {
    await once().catch((error: unknown) => {
      if (error instanceof DomainError && error.code === ROW_WENT_IN_ELSEWHERE) return once();
      throw error;
    });
  } catch (error) {
    if (error instanceof DomainError) {
      const problems = error.fields.length > 0 ? error.fields : [{ path: "", code: error.code, details: error.details }];
      await keepRefusal(deps.db, held.id, no, problems.map(({ path, code, details }) => ({ path, code, details: { ...details } })));
      return;
    }
    if (held.attempts <= MOST_ATTEMPTS) throw error; // tried again when the lease is over
    await keepRefusal(deps.db, held.id, no, [{ path: "", code: "IMPORT_ROW_FAILED", details: {} }]);
  }
}
