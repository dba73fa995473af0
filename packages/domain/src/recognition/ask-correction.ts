import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadForOffice, moveFile, stopClock } from "./recognition.repository.ts";
import { AskCorrectionInput } from "./recognition.schema.ts";
import { correctionDueOn } from "./time-limit.rules.ts";

/** Returns a file for correction (一次性告知补正): once, with every point; the clock stops and starts anew with the supplement. */
export const askCorrection = defineUseCase("recognition.ask-correction", AskCorrectionInput, async (ctx, input) => {
  const file = await loadForOffice(ctx, input);
  const asked = await ctx.tx.recognitionDecision.count({ where: { contractId: file.id, event: "requestCorrection" } });
  if (asked > 0) refuse("CORRECTION_ASKED_ALREADY");
  const at = ctx.clock.now();
  const dueOn = correctionDueOn(dayOf(at), calendarFor(), input.workingDays);
  const correctionDueAt = endOfDay(dueOn);
  const state = await moveFile(ctx, file, "requestCorrection", {
    change: { correctionDueAt, nextDueAt: correctionDueAt, acceptedAt: null, dueAt: null, warnAt: null },
    grounds: { points: input.points, dueAt: correctionDueAt },
    at,
  });
  await stopClock(ctx, file.id);
  await ctx.due("recognition.miss-correction", file.id, correctionDueAt);
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: "contract.correction",
    params: { projectName: file.projectName, points: String(input.points.length), dueOn },
    link: `/desk/contracts/${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state, correctionDueAt };
});
