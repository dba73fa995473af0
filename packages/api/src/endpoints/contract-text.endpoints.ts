import { assistContract, printContractText, proposeContractText, readFileText } from "@ttx/domain/contract";
import { read } from "@ttx/domain/shared/execute";
import { textDocx } from "@ttx/domain/shared/text-docx";
import { textPdf } from "@ttx/domain/shared/text-pdf";
import { endpoint, rawEndpoint, type Call, type Endpoint } from "../door/endpoint.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The text of a contract: made from clauses, read from a file, put on paper. */
export const CONTRACT_TEXT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/contracts/{id}/proposed-text", proposeContractText, { zh: "按条款模板生成合同文本", en: "The text of a contract from its clause template" }, { input: ({ params }) => ({ contractId: params["id"] }) }),
  endpoint("GET", "/contracts/{id}/documents/{documentId}/text", readFileText, { zh: "读取合同文件中的文字", en: "The words of a contract file" }, {
    input: ({ params }) => ({ contractId: params["id"], documentId: params["documentId"] }),
  }),
  endpoint("GET", "/contracts/{id}/assistance", assistContract, { zh: "合同文本辅助识别（仅供参考）", en: "What the text of a contract suggests (hints only)" }, { input: ({ params }) => ({ contractId: params["id"] }) }),
  rawEndpoint("GET", "/contracts/{id}/text.docx", ["contract.print-text"], { zh: "下载合同文本（DOCX）", en: "Download the text of a contract (DOCX)" }, async (call) => {
    const { paper, name } = await printed(call);
    return download(await textDocx(paper), DOCX, `${name}.docx`);
  }, { produces: DOCX }),
  rawEndpoint("GET", "/contracts/{id}/text.pdf", ["contract.print-text"], { zh: "下载合同文本（PDF）", en: "Download the text of a contract (PDF)" }, async (call) => {
    const { paper, name, changedAt } = await printed(call);
    return download(await textPdf(paper, changedAt), "application/pdf", `${name}.pdf`);
  }, { produces: "application/pdf" }),
];

function printed({ deps, actor, parts }: Call) {
  return read(deps, printContractText, actor, { contractId: parts.params["id"] });
}

function download(bytes: Uint8Array, mediaType: string, name: string): Response {
  const file = encodeURIComponent(name.replace(/[\\/:*?"<>|]/g, "_")).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(Buffer.from(bytes), {
    headers: { "content-type": mediaType, "content-disposition": `attachment; filename="contract"; filename*=UTF-8''${file}`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  });
}
