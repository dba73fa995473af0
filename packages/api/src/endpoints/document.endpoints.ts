import { Readable } from "node:stream";
import { listOwnDocuments, listPublicDocuments, openDocument, removeDocument, SIZE_LIMIT_BYTES, uploadDocument, UploadInput, type OpenedDocument } from "@ttx/domain/document";
import { DomainError } from "@ttx/domain/shared/errors";
import { answerJson } from "../door/answer-json.ts";
import { endpoint, rawEndpoint, type Call, type Endpoint } from "../door/endpoint.ts";

const MEGABYTE = 1024 * 1024;

export const DOCUMENT_ENDPOINTS: readonly Endpoint[] = [
  rawEndpoint("POST", "/documents", ["document.upload"], { zh: "上传文件（正文为文件字节，文件名在 X-File-Name 或 name 中）", en: "Upload a file: its bytes as the body, its name in X-File-Name or name" }, receive, { inputSchema: UploadInput }),
  rawEndpoint("GET", "/documents/{documentId}/content", ["document.read", "document.read-own", "document.read-as-party", "document.read-on-duty"], { zh: "下载文件；view=1 时在浏览器中查看图片和 PDF", en: "Download a file; view=1 shows pictures and PDF in the browser" }, deliver, { open: true, produces: "application/octet-stream" }),
  endpoint("DELETE", "/documents/{documentId}", removeDocument, { zh: "删除未进入办理流程的文件", en: "Remove a file that is in no procedure" }),
  endpoint("GET", "/documents", listPublicDocuments, { zh: "成果或需求的公开附件", en: "Public files of a result or demand" }, { open: true }),
  endpoint("GET", "/own/documents", listOwnDocuments, { zh: "本单位成果或需求的全部附件", en: "All files of a result or demand of the own organisation" }, { tag: "documents" }),
];

/** The body goes to the disk as it comes; nothing of it is held in memory. */
async function receive({ deps, actor, origin, parts, request }: Call) {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > SIZE_LIMIT_BYTES) throw new DomainError("DOCUMENT_TOO_LARGE", "refused", { limit: SIZE_LIMIT_BYTES / MEGABYTE });
  if (request.body === null) throw new DomainError("DOCUMENT_EMPTY", "refused");
  const name = parts.query["name"] ?? decoded(request.headers.get("x-file-name"));
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  const uploaded = await uploadDocument(deps, actor, { ...parts.query, name }, { body, announcedBytes: announced > 0 ? announced : undefined }, origin);
  return answerJson(uploaded, origin, 201);
}

/** A header holds letters of ASCII only, so the browser sends the name percent-encoded. */
function decoded(name: string | null): string | undefined {
  if (name === null) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function deliver({ deps, actor, parts, request }: Call): Promise<Response> {
  const document = await openDocument(deps, actor, parts.params["documentId"]);
  const headers = headersOf(document, parts.query["view"] === "1");
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers: { etag: headers.etag, "cache-control": headers["cache-control"] } });
  if (request.method === "HEAD") return new Response(null, { headers });
  return new Response(Readable.toWeb(await document.content()) as unknown as ReadableStream, { headers });
}

/** Nothing in a file may run as ours: no sniffing, no scripts, a sandbox; only pictures and PDF are ever shown. */
function headersOf({ name, mediaType, sizeBytes, sha256, isPublic, isShown }: OpenedDocument, view: boolean) {
  const shown = view && isShown;
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return {
    "content-type": shown ? mediaType : "application/octet-stream",
    "content-length": String(sizeBytes),
    "content-disposition": `${shown ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    "x-content-type-options": "nosniff",
    // The browser's own PDF viewer does not open inside a sandbox; it has one of its own. Our pages show it inside themselves.
    "content-security-policy": shown && mediaType === "application/pdf" ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'" : "default-src 'none'; frame-ancestors 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": isPublic ? "public, max-age=300" : "private, no-store",
    etag: `"${sha256}"`,
  };
}
