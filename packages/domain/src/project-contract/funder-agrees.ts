import { PROGRAMME_SOURCES } from "../reference/index.ts";
import { refuse } from "../shared/errors.ts";
import type { Tx } from "../shared/database.ts";
import { funderRefusal, namesProject } from "./project-contract.rules.ts";

/**
 * Nothing is admitted to listing, bidding, notice or deal while it is not declared what the contract of the project behind a result says of disposing of
 * it, nor while a consent that it asks for is not on file. Trading §1.
 */
export async function demandFunderAgrees(tx: Pick<Tx, "result">, resultId: string): Promise<void> {
  const result = await tx.result.findUniqueOrThrow({
    where: { id: resultId },
    select: { projectNo: true, programme: true, projectContract: { select: { projectNo: true, funder: true, demand: true, documentId: true } } },
  });
  const { projectContract: contract } = result;
  switch (funderRefusal(contract && { demand: contract.demand, hasConsent: contract.documentId !== null }, namesProject(result))) {
    case "FUNDER_CONSENT_MISSING":
      return refuse("FUNDER_CONSENT_MISSING", { project: contract!.projectNo, funder: contract!.funder });
    case "PROJECT_CONTRACT_UNDECLARED":
      return refuse("PROJECT_CONTRACT_UNDECLARED", { project: result.projectNo || PROGRAMME_SOURCES.label(result.programme ?? "").zh });
  }
}
