import { organisationOf, personIdOf, type Actor } from "../shared/actor.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { checkAttachments, linkParties } from "./draft-references.ts";
import { createDraft } from "./contract.repository.ts";
import { DraftContractInput } from "./contract.schema.ts";
import type { ContractDraft } from "./draft.rules.ts";
import { editDraft } from "./edit-draft.rules.ts";

/** Opens a registration file (技术合同登记表) from scratch; the applicant stands as first seller until told otherwise. */
export const draftContract = defineUseCase("contract.draft", DraftContractInput, async (ctx, input) => {
  const organisation = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: organisation?.id });
  if (!organisation) throw new DomainError("NOT_PERMITTED", "forbidden");
  const at = ctx.clock.now();
  const draft = await linkParties(ctx.tx, editDraft(await emptyDraft(ctx.tx, organisation.id, ctx.actor, dayOf(at)), input));
  await checkAttachments(ctx.tx, draft, organisation.id);
  const id = await createDraft(ctx.tx, draft, { applicantId: organisation.id, divisionCode: organisation.divisionCode, createdById: personIdOf(ctx.actor), at });
  ctx.record({ type: "contract", id, divisionCode: organisation.divisionCode, after: { projectName: draft.projectName, state: "DRAFT" } });
  return { contractId: id, version: 0, state: "DRAFT" as const };
});

async function emptyDraft(tx: Tx, organisationId: string, actor: Actor, today: Day): Promise<ContractDraft> {
  const { id, name, creditCode, divisionCode, partyType } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  return {
    projectName: "",
    contractType: null,
    licenceMode: null,
    licenceRegion: null,
    sublicence: null,
    signedOn: null,
    validFrom: null,
    validTo: null,
    sellers: [{ organisationId: id, name, country: "CHN", division: divisionCode, nature: partyType, creditCode, shareBp: null, representative: null, contactName: null, contactPhone: null }],
    buyers: [],
    turnoverFen: null,
    deductions: [],
    instalments: [],
    techField: null,
    ipKinds: [],
    patents: [],
    programme: "0",
    programmeNo: null,
    objective: null,
    industry: null,
    payment: null,
    royaltyBase: null,
    royaltyRateMode: null,
    expectedInvestmentFen: null,
    expectedOutputFen: null,
    secret: "none",
    taxClaims: [],
    text: "",
    signedByInternalBody: false,
    approvalRequired: false,
    foreignLanguage: false,
    responsible: null,
    preparedBy: actor.kind === "person" ? actor.name : null,
    preparedOn: today,
    attachments: [],
    dealId: null,
  };
}
