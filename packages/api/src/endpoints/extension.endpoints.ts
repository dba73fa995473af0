import { declareExtension, listExtensions, readExtension } from "@ttx/domain/extraordinary-extension";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const EXTENSION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/extensions", listExtensions, { zh: "特别延期公告", en: "Extraordinary extensions" }, { open: true }),
  endpoint("GET", "/extensions/{id}", readExtension, { zh: "查看特别延期公告", en: "Read an extraordinary extension" }, { open: true, input: ({ params }) => ({ extensionId: params["id"] }) }),
  endpoint("POST", "/extensions", declareExtension, { zh: "发布特别延期公告，一次延长同类全部期限", en: "Move all deadlines of a class by one act" }, { status: 201 }),
];
