export { uploadImport } from "./start-import.ts";
export { cancelImport } from "./move-import.ts";
export { runImports, type ImportOutcome } from "./run-import.ts";
export { listImports, openReport, readImport, type BadRow } from "./contract-import.queries.ts";
export { columnOfPath, CONTRACT_SHEET } from "./import-columns.ts";
export { IMPORT_SIZE_LIMIT_BYTES, UploadImportInput } from "./contract-import.schema.ts";
export { CONTRACT_IMPORT_TEXTS } from "./contract-import.texts.ts";
