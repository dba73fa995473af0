import { openDemandSeal } from "../demand/index.ts";
import { openResultSeal } from "../result/index.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, lockCase } from "./case.repository.ts";
import { SecrecyCaseInput } from "./secrecy.schema.ts";

/** The officer reads what was withheld, to decide on it (启封查看): an act on record, and only while it is to be decided. */
export const openSeal = defineUseCase("secrecy.open-seal", SecrecyCaseInput, async (ctx, { caseId }) => {
  const row = await lockCase(ctx.tx, caseId);
  ctx.authorise(factsOf(row));
  if (row.state !== "OPEN" || row.sealed === null) throw new DomainError("SECRECY_DECIDED_ALREADY", "conflict");
  ctx.record({ type: row.subjectType, id: row.subjectId, divisionCode: row.divisionCode, after: { caseId, no: row.no, sealOpened: true } });
  if (row.subjectType === "demand") {
    const { title, problem, targets } = openDemandSeal(ctx, row.sealed);
    return { title, text: `${problem}\n\n${targets}`.trim(), rights: [] };
  }
  const { title, summary, rights } = openResultSeal(ctx, row.sealed);
  return { title, text: summary, rights: rights.map(({ kind, title: named, number }) => ({ kind, title: named, number })) };
});
