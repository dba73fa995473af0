import { dayOf } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { columnsOf, draftOf, loadContract, writeLists, type DraftList } from "./contract.repository.ts";
import { EditContractInput } from "./contract.schema.ts";
import { checkAttachments, linkParties } from "./draft-references.ts";
import { technicalAmountOf } from "./draft.rules.ts";
import { editDraft } from "./edit-draft.rules.ts";
import { problemsOfDraft } from "./form-check.ts";

const EDITABLE: ReadonlySet<string> = new Set(["DRAFT", "CORRECTION"]);
const LISTS = ["sellers", "buyers", "deductions", "instalments", "patents", "attachments"] as const satisfies readonly DraftList[];

/** Saves what was typed into a file that is a draft or was returned for correction; says what still keeps it from being filed. */
export const editContract = defineUseCase("contract.edit", EditContractInput, async (ctx, { contractId, version, ...typed }) => {
  const row = await loadContract(ctx.tx, contractId);
  ctx.authorise({ ownerId: row.applicantId });
  if (!EDITABLE.has(row.state)) throw new DomainError("CONTRACT_NOT_EDITABLE", "conflict", { state: row.state });
  const before = draftOf(row);
  const draft = await linkParties(ctx.tx, editDraft(before, typed));
  if (typed.attachments) await checkAttachments(ctx.tx, draft, row.applicantId);
  const at = ctx.clock.now();
  const { count } = await ctx.tx.contract.updateMany({
    where: { id: contractId, state: row.state, version },
    data: { ...columnsOf(draft), version: { increment: 1 }, updatedAt: at },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  await writeLists(ctx.tx, contractId, draft, LISTS.filter((list) => typed[list] !== undefined));
  const fields = Object.keys(typed).filter((field) => typed[field as keyof typeof typed] !== undefined);
  ctx.record({ type: "contract", id: contractId, divisionCode: row.divisionCode, before: { version }, after: { version: version + 1, fields } });
  return { contractId, version: version + 1, technicalFen: technicalAmountOf(draft), problems: problemsOfDraft(draft, dayOf(at)) };
});
