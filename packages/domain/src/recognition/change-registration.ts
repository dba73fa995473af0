import { z } from "zod";
import { checkAttachments, columnsOf, ContractFormInput, editDraft, linkParties, onePlaceKey, problemsOfDraft, writeLists, type ContractDraft } from "../contract/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { canonicalJson, toJson } from "../shared/canonical.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { Id, prose } from "../shared/input.ts";
import { toWire } from "../shared/wire.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ruleSetOn } from "./rule-sets.rules.ts";
import { demandAnswers, demandSecondEyes } from "./issue-registration.ts";
import { draftOf, loadForOffice, loadSeen, moveFile, type ContractFile } from "./recognition.repository.ts";
import { DecideChangeInput } from "./recognition.schema.ts";
import { amend } from "./registration-changes.ts";

/** What may change while a registration stands; parties, day of signing and the deal make another contract. */
const ChangedForm = ContractFormInput.pick({
  projectName: true, licenceMode: true, licenceRegion: true, sublicence: true, validFrom: true, validTo: true, turnover: true, deductions: true, instalments: true,
  techField: true, ipKinds: true, patents: true, objective: true, industry: true, payment: true, royaltyBase: true, royaltyRateMode: true,
  expectedInvestment: true, expectedOutput: true, taxClaims: true, text: true, responsible: true, attachments: true,
});
export const RequestChangeInput = z.object({ contractId: Id, version: z.number().int().min(0).optional(), reason: prose(1000, 5), form: ChangedForm });

/** Kept as it was sent, on the wire's terms, and read again by the same schema when it is decided. */
const StoredChange = z.object({ reason: z.string(), form: z.unknown() });

/** Asks the office to change a registration (变更登记), §7: at the office that registered it; the old edition stands until it decides. */
export const requestChange = defineUseCase("contract.request-change", RequestChangeInput, async (ctx, { reason, form, ...seen }) => {
  const file = await loadSeen(ctx, seen);
  ctx.authorise({ ownerId: file.applicantId });
  if (file.state !== "REGISTERED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "requestChange" });
  const at = ctx.clock.now();
  const before = draftOf(file);
  const after = await linkParties(ctx.tx, editDraft(before, form));
  if (canonicalJson(toJson(before)) === canonicalJson(toJson(after))) refuse("NOTHING_CHANGES");
  await checkAttachments(ctx.tx, after, file.applicantId);
  demandSoundForm(file, after);
  const change = { reason, form: sentAgain(form) };
  const nextDueAt = endOfDay(addWorkingDays(calendarFor(), dayOf(at), ruleSetOn(dayOf(at)).ordinary.count));
  const state = await moveFile(ctx, file, "requestChange", { change: { change: change as never, nextDueAt }, grounds: { reason, fields: Object.keys(change.form) }, at });
  await notifyOrganisation(ctx, file.officeId!, ["REGISTRAR"], {
    kind: "contract.change-requested",
    params: { projectName: file.projectName, registrationNo: file.registrationNo! },
    link: `/desk/registration?file=${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state };
});

/** The registrar decides a change: approved, class and technical amount are assessed anew and a new edition is issued; else the old one stands. */
export const decideChange = defineUseCase("recognition.decide-change", DecideChangeInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  if (file.state !== "CHANGE_PENDING") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "approveChange" });
  if (input.decision === "reject") {
    if (input.reason.trim().length < 5) throw new DomainError("INPUT_INVALID", "invalid", {}, [{ path: "reason", code: "CHANGE_NEEDS_REASON" }]);
    const state = await moveFile(ctx, file, "rejectChange", { change: { change: null as never, nextDueAt: null }, grounds: { reason: input.reason } });
    await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
      kind: "contract.change-rejected",
      params: { projectName: file.projectName, registrationNo: file.registrationNo!, reason: input.reason },
      link: `/desk/contracts/${file.id}`,
    });
    return { contractId: file.id, version: file.version + 1, state };
  }
  const { answers } = input;
  if (!answers) throw new DomainError("INPUT_INVALID", "invalid", {}, [{ path: "answers", code: "CHANGE_NEEDS_ANSWERS" }]);
  const after = changedDraft(file);
  demandAnswers({ ...file, turnoverFen: after.turnoverFen }, answers);
  demandSecondEyes(ctx, file, answers.technicalAmount);
  const { contractType, technicalAmount: technicalFen } = answers;
  const state = await moveFile(ctx, file, "approveChange", {
    change: { ...columnsOf(after), contractType, technicalFen, onePlaceKey: onePlaceKey(after), change: null as never, nextDueAt: null },
    grounds: { answers },
  });
  await writeLists(ctx.tx, file.id, after);
  await amend(ctx, file, { draft: { ...after, contractType }, contractType, technicalFen, byId: personIdOf(ctx.actor) });
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: "contract.amended",
    params: { projectName: after.projectName, registrationNo: file.registrationNo! },
    link: `/desk/contracts/${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state };
});

/** The form as the requested change would make it. */
export function changedDraft(file: ContractFile): ContractDraft {
  const { form } = StoredChange.parse(file.change);
  return editDraft(draftOf(file), ChangedForm.parse(form));
}

/** A changed form obeys the rules of its day of filing: the term may be over by now, and a contract in performance cannot be filed anew. */
function demandSoundForm(file: ContractFile, after: ContractDraft): void {
  const problems = problemsOfDraft(after, dayOf(file.submittedAt!));
  if (problems.length > 0) throw new DomainError("FORM_HAS_PROBLEMS", "invalid", { count: problems.length }, problems);
}

/** What was sent, as it was sent: amounts go back to yuan, absent fields stay absent. */
function sentAgain(form: z.infer<typeof ChangedForm>): Record<string, unknown> {
  const asFen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(asFen);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => (typeof item === "bigint" ? [`${key}Fen`, item] : [key, asFen(item)])));
  };
  return toWire(asFen(form)) as Record<string, unknown>;
}
