import { notifyAuthority } from "../../notification/index.ts";
import { dayOf } from "../../shared/clock.ts";
import { refuse } from "../../shared/errors.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { addConsequence, lockRevoked, named, revocationOf } from "./consequence.repository.ts";
import { ReportReliefInput } from "./consequence.schema.ts";

/** The party of a revoked registration says which reliefs it has taken under it, 0 for none (报告已享受的税收优惠); the 2024 draft Art. 16 asks it of the seller. */
export const reportRelief = defineUseCase("consequence.report-relief", ReportReliefInput, async (ctx, { contractId, amount, words }) => {
  const contract = await lockRevoked(ctx, contractId);
  ctx.authorise({ ownerId: contract.applicantId });
  revocationOf(contract);
  if (contract.consequences.some(({ kind }) => kind === "RELIEF_DEMANDED")) refuse("RELIEF_DEMANDED_ALREADY");
  if (contract.consequences.some(({ kind }) => kind === "RELIEF_REPORTED")) refuse("RELIEF_REPORTED_ALREADY");
  const no = await addConsequence(ctx, contract, { kind: "RELIEF_REPORTED", on: dayOf(ctx.clock.now()), amountFen: amount, words });
  await notifyAuthority(ctx, contract.office!.divisionCode, { kind: "consequence.relief-reported", params: named(contract), link: `/desk/contracts/${contractId}` });
  return { contractId, no };
});
