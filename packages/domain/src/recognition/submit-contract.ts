import { applicantIs, onePlaceKey, problemsOfDraft, type ContractDraft } from "../contract/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { isUniqueViolation } from "../shared/retry.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { assignedOffice } from "./office-competence.rules.ts";
import { scopesOfOffices } from "./office-scope.ts";
import { sameContract, waitForSameText, type SameContract } from "./one-place.ts";
import { ContractSubmitted } from "./recognition.events.ts";
import { draftOf, loadSeen, moveFile, type ContractFile } from "./recognition.repository.ts";
import { SubmitContractInput } from "./recognition.schema.ts";
import { ACCEPTANCE_WORKING_DAYS } from "./time-limit.rules.ts";

/** Files a form with the competent office (提交登记申请): complete, by the right applicant, and nowhere else in the country. */
export const submitContract = defineUseCase("contract.submit", SubmitContractInput, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ ownerId: file.applicantId });
  const at = ctx.clock.now();
  const today = dayOf(at);
  const draft = draftOf(file);
  const problems = problemsOfDraft(draft, today);
  if (problems.length > 0) throw new DomainError("FORM_HAS_PROBLEMS", "invalid", { count: problems.length }, problems);
  const role = applicantIs(draft, file.applicant);
  if (role === "neither") refuse("WRONG_APPLICANT");
  await waitForSameText(ctx.tx, draft);
  const twin = await sameContract(ctx.tx, file.id, draft);
  if (twin) refuseTwin(twin);
  const officeId = file.officeId ?? (await officeFor(ctx.tx, file, draft, at));
  const change = { officeId, submittedAt: at, onePlaceKey: onePlaceKey(draft), correctionDueAt: null, nextDueAt: endOfDay(addWorkingDays(calendarFor(), today, ACCEPTANCE_WORKING_DAYS)) };
  const state = await moveFile(ctx, file, "submit", { change, grounds: { truthDeclared: input.truthDeclared, applicantIs: role }, at }).catch((error: unknown) => {
    // The same contract was filed elsewhere in the same second: the index of the one place decides.
    if (isUniqueViolation(error)) refuse("CONTRACT_FILED_ELSEWHERE", { office: "", state: "SUBMITTED" });
    throw error;
  });
  await ctx.notDue("recognition.miss-correction", file.id);
  ctx.emit(ContractSubmitted, { type: "contract", id: file.id }, { contractId: file.id, officeId, applicantId: file.applicantId, submittedAt: at.toISOString() });
  await notifyOrganisation(ctx, officeId, ["REGISTRAR"], {
    kind: "contract.submitted",
    params: { projectName: draft.projectName, applicant: file.applicant.name },
    link: `/desk/registration?file=${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state, officeId };
});

function refuseTwin({ officeName, state, registrationNo }: SameContract): never {
  refuse("CONTRACT_FILED_ELSEWHERE", { office: officeName, state, ...(registrationNo !== null ? { registrationNo } : {}) });
}

/** The office of the applicant's place, most specific first, that may decide this class and amount (管理办法（2000） Art. 8); nobody chooses another. */
async function officeFor(tx: Tx, file: ContractFile, draft: ContractDraft, at: Date): Promise<string> {
  const { divisionCode } = file.applicant;
  const offices = await tx.organisation.findMany({
    where: { kind: "REGISTRATION_OFFICE", state: "VERIFIED", officeNo: { not: null }, jurisdiction: { in: [2, 4, 6].map((length) => divisionCode.slice(0, length)) } },
    select: { id: true, jurisdiction: true },
  });
  const scopeOf = await scopesOfOffices(tx, offices.map(({ id }) => id), at);
  const scoped = offices.map(({ id, jurisdiction }) => ({ officeId: id, jurisdiction: jurisdiction ?? "", open: true, ...scopeOf(id) }));
  const office = assignedOffice(
    scoped,
    { applicantDivision: divisionCode, contractType: draft.contractType ?? "", technicalAmountFen: file.technicalFen ?? 0n },
  );
  return office?.officeId ?? refuse("NO_OFFICE_FOR_PLACE", { divisionCode });
}
