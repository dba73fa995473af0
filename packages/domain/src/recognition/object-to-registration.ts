import { z } from "zod";
import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { Id, prose } from "../shared/input.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { reopenRegistration } from "./re-decide.ts";
import { loadSeen, type ContractFile } from "./recognition.repository.ts";
import { OBJECTING_BODIES } from "./recognition.schema.ts";

/** Working days within which the office decides again; the same as after a return by the province. */
const RE_DECISION_WORKING_DAYS = 15;

const SellerObjection = z.object({ contractId: Id, version: z.number().int().min(0).optional(), reason: prose(2_000, 10) });
const BodyObjection = SellerObjection.extend({ body: z.enum(OBJECTING_BODIES) });

/** The applicant holds the class or the amount for wrong and asks the office to decide again (申请复核; 2024 draft Art. 17). Until then the registration stands. */
export const askReconsideration = defineUseCase("contract.ask-reconsideration", SellerObjection, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ ownerId: file.applicantId });
  return reopen(ctx, file, { by: "APPLICANT", reasons: input.reason });
});

/** A tax or finance body objects to a registration (税务、财政异议; 管理办法（2000） Art. 17); the province takes it down, and the office decides again. */
export const recordObjection = defineUseCase("recognition.record-objection", BodyObjection, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ divisionCode: file.office?.divisionCode });
  return reopen(ctx, file, { by: input.body, reasons: input.reason });
});

async function reopen(ctx: Context, file: ContractFile, { by, reasons }: { readonly by: string; readonly reasons: string }) {
  if (file.state !== "REGISTERED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: file.state, event: "reopen" });
  const answerDueAt = endOfDay(addWorkingDays(calendarFor(), dayOf(ctx.clock.now()), RE_DECISION_WORKING_DAYS));
  await reopenRegistration(ctx, file, { reasons, answerDueAt, by });
  await notifyOrganisation(ctx, file.officeId!, ["REGISTRAR"], {
    kind: "recognition.objected",
    params: { projectName: file.projectName, registrationNo: file.registrationNo!, dueOn: dayOf(new Date(answerDueAt.getTime() - 1)) },
    link: `/desk/registration?file=${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state: "RE_REVIEW" as const, answerDueAt };
}
