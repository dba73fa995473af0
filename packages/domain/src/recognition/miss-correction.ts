import { z } from "zod";
import { Id } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadContract } from "./recognition.repository.ts";
import { closeRefused } from "./refuse-file.ts";

export const DueFileInput = z.object({ contractId: Id, dueAt: z.coerce.date() });

/** The period for a correction ended without a supplement: refused for want of proof (RF05), with effect from its last second. */
export const missCorrection = defineUseCase("recognition.miss-correction", DueFileInput, async (ctx, { contractId, dueAt }) => {
  const file = await loadContract(ctx.tx, contractId);
  ctx.authorise({ officeId: file.officeId });
  if (file.state !== "CORRECTION" || file.correctionDueAt === null || file.correctionDueAt > dueAt) {
    ctx.record({ type: "contract", id: contractId, divisionCode: file.divisionCode, after: { missed: false } });
    return { contractId, state: file.state };
  }
  return closeRefused(ctx, file, "lapse", [{ code: "RF05", fact: "补正期限届满，申请人未按一次性告知的要求补正材料。" }], dueAt);
});
