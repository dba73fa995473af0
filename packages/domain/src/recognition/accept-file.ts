import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { LEASE_MINUTES } from "./claim-file.ts";
import { loadForOffice, moveFile, type ContractFile } from "./recognition.repository.ts";
import { AcceptFileInput } from "./recognition.schema.ts";
import { recognitionDeadline, type RecognitionDeadline } from "./time-limit.rules.ts";

/**
 * Accepts a complete file (受理): the legal clock starts. After a correction the day of the supplement counts as the day of acceptance
 * (2024 draft Art. 14), whenever the office looks at it.
 */
export const acceptFile = defineUseCase("recognition.accept", AcceptFileInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  const at = ctx.clock.now();
  const corrections = await ctx.tx.recognitionDecision.count({ where: { contractId: file.id, event: "requestCorrection" } });
  const acceptedAt = corrections > 0 ? file.submittedAt! : at;
  const deadline = deadlineOf(file, acceptedAt, input.disputed);
  const state = await moveFile(ctx, file, "accept", {
    change: { acceptedAt, disputed: input.disputed, registrarId: personIdOf(ctx.actor), ...clockColumns(deadline) },
    grounds: { acceptedAt, disputed: input.disputed, limit: { count: deadline.count, unit: deadline.unit, source: deadline.source }, dueAt: deadline.dueAt },
    at,
    keptUntil: personIdOf(ctx.actor) === null ? null : new Date(at.getTime() + LEASE_MINUTES * 60_000), // whoever accepts a file goes on to decide it
  });
  await ctx.due("recognition.warn", file.id, deadline.warnAt);
  await ctx.due("recognition.escalate", file.id, deadline.escalateAt);
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: "contract.accepted",
    params: { projectName: file.projectName, dueOn: deadline.dueOn },
    link: `/desk/contracts/${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state, acceptedAt, dueAt: deadline.dueAt };
});

/** The deadline of a file accepted at an instant, by the rules and the local limits of its day. */
export function deadlineOf(file: ContractFile, acceptedAt: Date, disputed: boolean): RecognitionDeadline {
  return recognitionDeadline(
    acceptedAt,
    { officeDivision: file.office!.divisionCode, technicalAmountFen: file.technicalFen ?? 0n, contractType: file.contractType ?? "", disputed },
    calendarFor(),
  );
}

export function clockColumns({ ruleSet, dueAt, warnAt, calendarVersion }: RecognitionDeadline) {
  return { ruleSet, dueAt, warnAt, nextDueAt: dueAt, calendarVersion };
}
