import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import yazl from "yazl";
import { factsOf, getDeal } from "../deal/index.ts";
import { recordPdf, type RoomRecord } from "../negotiation/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { canonicalJson, sha256, toJson } from "../shared/canonical.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { collect } from "./collect.ts";
import { evidenceRecord } from "./evidence-record.ts";
import { ExportEvidenceInput } from "./evidence.schema.ts";

export type EvidencePack = { readonly no: string; readonly hash: string; readonly content: string; readonly contractText: string; readonly record: RoomRecord };

/**
 * Everything by which those who decided on a deal can show that they took due care (尽职证据包): one download, its content under one hash, with the hashes
 * of documents, contract, certificate and audit record in it. That it was taken is on record. Rights and income §6.
 */
export const exportEvidence = defineUseCase("evidence.export", ExportEvidenceInput, async (ctx, { dealId }): Promise<EvidencePack> => {
  const deal = await getDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  demandNotWithheld(deal.result);
  const isBuyer = organisationOf(ctx.actor)?.id === deal.buyerId;
  const evidence = await collect(ctx.tx, deal, !isBuyer);
  const content = canonicalJson(toJson(evidence));
  const hash = sha256(content).toString("hex");
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { evidence: hash } });
  return { no: deal.no, hash, content, contractText: deal.contractText ?? "", record: evidenceRecord(evidence, hash, ctx.clock.now()) };
});

/** The pack as one file: the paper, the content whose SHA-256 the paper names, and the contract. */
export async function evidenceZip({ record, content, contractText, hash }: EvidencePack): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const mtime = record.exportedAt;
  zip.addBuffer(Buffer.from(await recordPdf(record, "成交证据材料")), "evidence.pdf", { mtime });
  zip.addBuffer(Buffer.from(content), "evidence.json", { mtime });
  zip.addBuffer(Buffer.from(`${hash}  evidence.json\n`), "SHA256SUMS", { mtime });
  if (contractText !== "") zip.addBuffer(Buffer.from(contractText), "contract.txt", { mtime });
  zip.end();
  return buffer(zip.outputStream as Readable);
}
