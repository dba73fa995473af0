import { decideSecrecy, listSecrecyCases, openSeal, readSecrecyCase, reportSecrecy } from "@ttx/domain/secrecy";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onCase = ({ params, body }: Parts) => ({ ...(body as object | null), caseId: params["id"] });

export const SECRECY_ENDPOINTS: readonly Endpoint[] = [
  endpoint("POST", "/secrecy-reports", reportSecrecy, { zh: "反映公开内容可能涉密，立即屏蔽", en: "Report that something public may be secret; it is withheld at once" }, { status: 201, rate: "credentials", input: ({ body }) => body }),
  endpoint("GET", "/secrecy-reports", listSecrecyCases, { zh: "涉密反映", en: "Reports of suspected secrecy" }),
  endpoint("GET", "/secrecy-reports/{id}", readSecrecyCase, { zh: "查看一件涉密反映", en: "Read a report" }, { input: onCase }),
  endpoint("POST", "/secrecy-reports/{id}/seal-openings", openSeal, { zh: "启封查看（留痕）", en: "Read what lies under seal; that is on record" }, { input: onCase }),
  endpoint("POST", "/secrecy-reports/{id}/decision", decideSecrecy, { zh: "作出涉密认定", en: "Decide on a report" }, { input: onCase }),
];
