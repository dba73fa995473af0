export { uploadDocument } from "./upload-document.ts";
export { openDocument, readDocument, type OpenedDocument } from "./open-document.ts";
export { listOwnDocuments, listPublicDocuments } from "./list-documents.ts";
export { removeDocument } from "./remove-document.ts";
export { fileStore, type FileStore, type ReceivedFile } from "./file-store.ts";
export { SIZE_LIMIT_BYTES, UploadInput } from "./document.schema.ts";
export { ACCEPTED_ENDINGS, isShown } from "./media-types.rules.ts";
export { DOCUMENT_TEXTS } from "./document.texts.ts";
export type { SentFile } from "./receive-file.ts";
