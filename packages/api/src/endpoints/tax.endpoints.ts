import { calculateIncomeTax, calculateReward, calculateStampDuty, calculateVat, readTaxProof } from "@ttx/domain/tax-relief";
import { read } from "@ttx/domain/shared/execute";
import { certificatePdf } from "@ttx/domain/shared/pdf";
import { endpoint, rawEndpoint, type Endpoint } from "../door/endpoint.ts";

/** Calculators open to everybody, and the proof of a registered contract for those it concerns. */
export const TAX_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/tax/value-added-tax", calculateVat, { zh: "增值税测算", en: "Value-added tax of a technology contract" }, { open: true }),
  endpoint("GET", "/tax/enterprise-income-tax", calculateIncomeTax, { zh: "技术转让所得企业所得税测算", en: "Enterprise income tax on transfer income" }, { open: true }),
  endpoint("GET", "/tax/reward", calculateReward, { zh: "现金奖励个人所得税测算", en: "Income tax on a cash reward" }, { open: true }),
  endpoint("GET", "/tax/stamp-duty", calculateStampDuty, { zh: "印花税测算", en: "Stamp duty of a technology contract" }, { open: true }),
  rawEndpoint("GET", "/registrations/{id}/tax-proof.pdf", ["tax.read-proof"], { zh: "下载税收优惠证明材料（PDF）", en: "Download the proof for tax relief (PDF)" }, async ({ deps, actor, parts }) => {
    const { sheet, registrationNo } = await read(deps, readTaxProof, actor, { contractId: parts.params["id"] });
    return new Response(Buffer.from(await certificatePdf(sheet)), {
      headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="tax-${registrationNo}.pdf"`, "cache-control": "private, no-store" },
    });
  }, { tag: "tax", produces: "application/pdf" }),
];
