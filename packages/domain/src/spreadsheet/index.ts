export { isSheet, readSheet, SHEET_MEDIA_TYPES, type SheetMediaType } from "./read-sheet.ts";
export { MEDIA_TYPE_OF, SHEET_FORMATS, sheetStream, type SheetFormat } from "./write-sheet.ts";
export { SHEET_LIMITS, SheetError, type Cell, type SheetChunk, type SheetFault, type SheetRow } from "./sheet.ts";
export { SPREADSHEET_TEXTS } from "./spreadsheet.texts.ts";
