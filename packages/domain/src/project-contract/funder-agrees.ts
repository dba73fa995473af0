import { refuse } from "../shared/errors.ts";
import type { Tx } from "../shared/database.ts";
import { funderRefusal } from "./project-contract.rules.ts";

/** Nothing is admitted to listing, bidding, notice or deal while a funder's consent that the project contract asks for is not on file. Trading §1. */
export async function demandFunderAgrees(tx: Pick<Tx, "projectContract">, resultId: string): Promise<void> {
  const contract = await tx.projectContract.findUnique({ where: { resultId }, select: { projectNo: true, funder: true, demand: true, documentId: true } });
  const refusal = funderRefusal(contract && { demand: contract.demand, hasConsent: contract.documentId !== null });
  if (refusal) refuse(refusal, { project: contract!.projectNo, funder: contract!.funder });
}
