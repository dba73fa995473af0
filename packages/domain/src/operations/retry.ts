import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { RetryDueActInput, RetryJobInput, RetryMailInput } from "./operations.schema.ts";

/** Lets the sweep try a failed act at once instead of after its pause. */
export const retryDueAct = defineUseCase("operations.retry", RetryDueActInput, async (ctx, { dueActId }) => {
  ctx.authorise();
  const { count } = await ctx.tx.dueAct.updateMany({ where: { id: dueActId, doneAt: null, lastError: { not: null } }, data: { nextTryAt: null } });
  if (count === 0) refuse("NOTHING_TO_RETRY");
  ctx.record({ type: "due-act", id: dueActId });
  return { dueActId };
});

/** Puts a mail that could not be sent back into the queue. */
export const retryMail = defineUseCase("operations.retry", RetryMailInput, async (ctx, { mailId }) => {
  ctx.authorise();
  const { count } = await ctx.tx.mailMessage.updateMany({ where: { id: mailId, state: "FAILED" }, data: { state: "QUEUED", attempts: 0, nextTryAt: null } });
  if (count === 0) refuse("NOTHING_TO_RETRY");
  ctx.record({ type: "mail", id: mailId });
  return { mailId };
});

/** Permission and record for having the queue run a failed job again; the queue itself is asked after the commit. */
export const allowJobRetry = defineUseCase("operations.retry", RetryJobInput, async (ctx, { jobId }) => {
  ctx.authorise();
  ctx.record({ type: "queue-job", id: jobId });
  return { jobId };
});
