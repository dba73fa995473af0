import { notifyAuthority, notifyOrganisation } from "../notification/index.ts";
import { dayOf } from "../shared/clock.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { DueFileInput } from "./miss-correction.ts";
import { CLOCK_STATES, type RecognitionState } from "./recognition.machine.ts";
import { loadContract, type ContractFile } from "./recognition.repository.ts";

/** 60 % of the limit are gone: the office is reminded. */
export const warnOfDeadline = defineUseCase("recognition.warn", DueFileInput, async (ctx, { contractId }) => {
  const file = await waitingFile(ctx, contractId);
  if (file) await tellOffice(ctx, file, "recognition.warned");
  return { contractId, told: file !== undefined };
});

/** The limit is over: the office is told again, and the province that supervises it. */
export const escalateDeadline = defineUseCase("recognition.escalate", DueFileInput, async (ctx, { contractId }) => {
  const file = await waitingFile(ctx, contractId);
  if (file) {
    await tellOffice(ctx, file, "recognition.overdue");
    await notifyAuthority(ctx, file.office!.divisionCode, {
      kind: "recognition.escalated",
      params: { projectName: file.projectName, office: file.office!.name },
      link: "/desk/office-performance",
    });
  }
  return { contractId, told: file !== undefined };
});

async function waitingFile(ctx: Context, contractId: string): Promise<ContractFile | undefined> {
  const file = await loadContract(ctx.tx, contractId);
  ctx.authorise({ officeId: file.officeId });
  const waits = (CLOCK_STATES as readonly RecognitionState[]).includes(file.state);
  ctx.record({ type: "contract", id: contractId, divisionCode: file.divisionCode, after: { told: waits } });
  return waits ? file : undefined;
}

async function tellOffice(ctx: Context, file: ContractFile, kind: "recognition.warned" | "recognition.overdue"): Promise<void> {
  const lastDay = file.dueAt === null ? "" : dayOf(new Date(file.dueAt.getTime() - 1));
  const roles = file.state === "SECOND_REVIEW" ? (["RECOGNITION_REVIEWER"] as const) : (["REGISTRAR"] as const);
  const page = file.state === "SECOND_REVIEW" ? "second-review" : "registration";
  await notifyOrganisation(ctx, file.officeId!, roles, { kind, params: { projectName: file.projectName, dueOn: lastDay }, link: `/desk/${page}?file=${file.id}` });
}
