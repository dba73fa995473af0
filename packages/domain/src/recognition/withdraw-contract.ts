import { defineUseCase } from "../shared/use-case.ts";
import { loadSeen, moveFile } from "./recognition.repository.ts";
import { WithdrawContractInput } from "./recognition.schema.ts";

/** Takes a file back before the office has accepted it (撤回申请). */
export const withdrawContract = defineUseCase("contract.withdraw", WithdrawContractInput, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ ownerId: file.applicantId });
  const at = ctx.clock.now();
  const state = await moveFile(ctx, file, "withdraw", { change: { endedAt: at, nextDueAt: null }, grounds: { reason: input.reason }, at });
  return { contractId: file.id, version: file.version + 1, state };
});
