import { notifyOrganisation } from "../notification/index.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { refusalProblems } from "./decision.rules.ts";
import { ContractRefused } from "./recognition.events.ts";
import { loadForOffice, moveFile, stopClock, type ContractFile } from "./recognition.repository.ts";
import { RefuseFileInput } from "./recognition.schema.ts";
import type { RecognitionEvent } from "./recognition.machine.ts";

type Reason = { readonly code: string; readonly fact: string };

/** Refuses a file (未予登记) with grounds and the facts of this file; final for it, no bar to a corrected new one. */
export const refuseFile = defineUseCase("recognition.refuse", RefuseFileInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  // A file that waits for its second reviewer is refused by him alone.
  if (file.state === "SECOND_REVIEW") throw new DomainError("SECOND_REVIEWER_DECIDES", "conflict");
  return closeRefused(ctx, file, "refuse", input.reasons);
});

/** Ends a file without registration, told to the applicant. Shared by registrar, second reviewer and the missed correction. */
export async function closeRefused(ctx: Context, file: ContractFile, event: Extract<RecognitionEvent, "refuse" | "lapse">, reasons: readonly Reason[], at = ctx.clock.now()) {
  const problems = refusalProblems({ reasons });
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
  const state = await moveFile(ctx, file, event, { change: { endedAt: at, nextDueAt: null }, grounds: { reasons }, at });
  await stopClock(ctx, file.id);
  await ctx.notDue("recognition.miss-correction", file.id);
  ctx.emit(ContractRefused, { type: "contract", id: file.id }, {
    contractId: file.id,
    officeId: file.officeId!,
    applicantId: file.applicantId,
    reasons: reasons.map(({ code }) => code),
    refusedAt: at.toISOString(),
  });
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: "contract.refused",
    params: { projectName: file.projectName, reasons: reasons.map(({ code }) => code).join("、") },
    link: `/desk/contracts/${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state };
}
