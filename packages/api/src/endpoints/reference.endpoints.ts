import { findDivisions } from "@ttx/domain/reference";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const REFERENCE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/divisions", findDivisions, { zh: "查找行政区划", en: "Find a division by name or code" }, { open: true, rate: "search", tag: "reference" }),
];
