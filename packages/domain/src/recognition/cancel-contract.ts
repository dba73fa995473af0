import { notifyOrganisation } from "../notification/index.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import type { RecognitionEvent } from "./recognition.machine.ts";
import { loadForOffice, loadSeen, moveFile, type ContractFile } from "./recognition.repository.ts";
import { CancelContractInput, CancelOfOwnMotionInput } from "./recognition.schema.ts";
import { endRegistration } from "./registration-changes.ts";

/** The seller takes a rescinded, ended or void contract off the register (注销登记), at the office that registered it. */
export const cancelContract = defineUseCase("contract.cancel", CancelContractInput, async (ctx, { ground, facts, reliefTaken, ...seen }) => {
  const file = await loadSeen(ctx, seen);
  ctx.authorise({ ownerId: file.applicantId });
  return cancel(ctx, file, "cancel", { ground, facts, reliefTaken });
});

/** The office strikes off a contract that is void while its party does not act (依职权注销). */
export const cancelOfOwnMotion = defineUseCase("recognition.cancel-of-own-motion", CancelOfOwnMotionInput, async (ctx, { ground, facts, ...seen }) => {
  const file = await loadForOffice(ctx, seen);
  return cancel(ctx, file, "cancelOfOwnMotion", { ground, facts });
});

type Grounds = { readonly ground: string; readonly facts: string; readonly reliefTaken?: boolean };

async function cancel(ctx: Context, file: ContractFile, event: Extract<RecognitionEvent, "cancel" | "cancelOfOwnMotion">, grounds: Grounds) {
  const at = ctx.clock.now();
  const state = await moveFile(ctx, file, event, { change: { endedAt: at, nextDueAt: null }, grounds, at });
  await endRegistration(ctx, file, "CANCELLED", grounds.ground, grounds.reliefTaken);
  const message = { kind: "contract.cancelled", params: { projectName: file.projectName, registrationNo: file.registrationNo! } } as const;
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], { ...message, link: `/desk/contracts/${file.id}` });
  await notifyOrganisation(ctx, file.officeId!, ["REGISTRAR"], { ...message, link: `/desk/registration?file=${file.id}` });
  return { contractId: file.id, version: file.version + 1, state };
}
