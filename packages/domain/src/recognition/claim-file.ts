import { addReader } from "../contract/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadSeen, refuseForeignLease } from "./recognition.repository.ts";
import { FileInput } from "./recognition.schema.ts";

/** How long an opened file is kept for the person who opened it; every act on it ends the lease, opening it again extends it. */
export const LEASE_MINUTES = 30;

/** States in which somebody of the office works on a file. */
export const WORKED_ON = ["SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "CHANGE_PENDING", "RE_REVIEW"] as const;

/** Takes a file to work on (领取), so that two people never decide one file. */
export const claimFile = defineUseCase("recognition.claim", FileInput, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ officeId: file.officeId });
  refuseForeignLease(ctx, file);
  const now = ctx.clock.now();
  const claimedUntil = new Date(now.getTime() + LEASE_MINUTES * 60_000);
  const personId = personIdOf(ctx.actor);
  const { count } = await ctx.tx.contract.updateMany({
    where: { id: file.id, state: { in: [...WORKED_ON] }, OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }, { claimedById: personId }] },
    data: { claimedById: personId, claimedUntil },
  });
  if (count !== 1) throw new DomainError("FILE_NOT_ON_DESK", "conflict", { state: file.state });
  // Whoever takes a secret contract on is named among its readers, for its parties to see.
  if (personId !== null) await addReader(ctx, file, personId, "领取办理");
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, after: { claimedById: personId, claimedUntil } });
  return { contractId: file.id, claimedUntil };
});
