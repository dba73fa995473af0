import { readAuditEntry, readSeals, searchAudit } from "@ttx/domain/audit";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const AUDIT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/audit/entries", searchAudit, { zh: "查询辖区内的操作留痕", en: "Search the record of acts in one's jurisdiction" }, { rate: "search" }),
  endpoint("GET", "/audit/entries/{id}", readAuditEntry, { zh: "查看一条操作留痕及其变更内容", en: "Read one entry with what it changed" }, { input: ({ params }) => ({ entryId: params["id"] }) }),
  endpoint("GET", "/audit/seals", readSeals, { zh: "每日公布的留痕封存值", en: "The published seals of the record, one a day" }, { open: true }),
];
