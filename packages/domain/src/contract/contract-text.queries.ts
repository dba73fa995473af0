import { fileStore } from "../document/index.ts";
import { invalidField, notFound, refuse } from "../shared/errors.ts";
import { defineQuery } from "../shared/use-case.ts";
import { proposedClauses, proposedText } from "./clauses/proposed-text.ts";
import type { TextPaper } from "../shared/text-paper.ts";
import { draftOf, loadContract } from "./contract.repository.ts";
import { mayReadSecret } from "./secret-readers.ts";
import { ReadContractInput, ReadFileTextInput } from "./contract.schema.ts";
import { textOfFile } from "./text-of-file.ts";
import { isReadable, READABLE_BYTES } from "./text-of-file.rules.ts";

/** The text that the clause template of the form's class makes from what the form says so far (按模板生成合同文本). */
export const proposeContractText = defineQuery("contract.propose-text", ReadContractInput, async (ctx, { contractId }) => {
  const row = await loadContract(ctx.db, contractId);
  ctx.authorise({ ownerId: row.applicantId });
  const text = proposedText(draftOf(row));
  return { text: text ?? invalidField("contractType", "TEXT_NEEDS_A_TYPE") };
});

/** The contract as a paper: its text as filed, or, while there is none, the one its template makes. */
export const printContractText = defineQuery("contract.print-text", ReadContractInput, async (ctx, { contractId }) => {
  const row = await loadContract(ctx.db, contractId);
  ctx.authorise({ ownerId: row.applicantId, officeId: row.submittedAt === null ? null : row.officeId });
  if (!(await mayReadSecret(ctx.db, row, ctx.actor, ctx.may("contract.edit", { ownerId: row.applicantId })))) refuse("TEXT_FOR_NAMED_READERS");
  const draft = draftOf(row);
  const text = draft.text.trim() === "" ? proposedText(draft) : draft.text;
  if (text === undefined) return invalidField("contractType", "TEXT_NEEDS_A_TYPE");
  const roles = proposedClauses(draft)?.roles;
  const numbered = text.includes("甲方") && text.includes("乙方");
  const paper: TextPaper = { running: draft.projectName, text, signers: numbered || !roles || roles.seller === roles.buyer ? ["甲方", "乙方"] : [roles.buyer, roles.seller] };
  return { paper, name: draft.projectName || contractId, changedAt: row.updatedAt };
});

/** The words of a file that the applicant uploaded, to become the text of the form (从文件读取文本). The form itself is changed by whoever reads them. */
export const readFileText = defineQuery("contract.read-file-text", ReadFileTextInput, async (ctx, { contractId, documentId }) => {
  const contract = (await ctx.db.contract.findUnique({ where: { id: contractId }, select: { applicantId: true } })) ?? notFound("contract", contractId);
  ctx.authorise({ ownerId: contract.applicantId });
  const document = await ctx.db.document.findFirst({ where: { id: documentId, ownerId: contract.applicantId }, include: { file: true } });
  if (!document) return invalidField("documentId", "DOCUMENT_NOT_YOURS");
  const { mediaType, sizeBytes, sha256 } = document.file;
  if (!isReadable(mediaType) || sizeBytes > BigInt(READABLE_BYTES)) return refuse("FILE_NOT_READABLE");
  const chunks: Uint8Array[] = [];
  for await (const chunk of await fileStore(ctx.config).read(sha256)) chunks.push(chunk as Uint8Array);
  // A file that its own library cannot open is the sender's matter, whatever the library calls it.
  const text = await textOfFile(Buffer.concat(chunks), mediaType).catch(() => refuse("FILE_BROKEN"));
  if (text === "") return refuse("FILE_HAS_NO_TEXT");
  return { documentId, name: document.name, text };
});
