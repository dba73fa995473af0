import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { storedTerms } from "../terms/index.ts";
import { createDraft } from "./contract.repository.ts";
import { OpenFromDealInput } from "./contract.schema.ts";
import type { DraftParty } from "./draft.rules.ts";
import { draftOfDeal, type DealFacts } from "./from-deal.rules.ts";

const WITHOUT_FILE = ["REFUSED", "WITHDRAWN", "CANCELLED", "REVOKED"] as const;

/**
 * Opens the registration file of a deal that both sides have signed, with everything the deal knows. Called when the deal is signed;
 * the seller may call it again after a refused or withdrawn file.
 */
export const openContractFromDeal = defineUseCase("contract.open-from-deal", OpenFromDealInput, async (ctx, { dealId }) => {
  const deal = await loadDeal(ctx.tx, dealId);
  ctx.authorise({ ownerId: deal.sellerId });
  const open = await ctx.tx.contract.findFirst({ where: { dealId, state: { notIn: [...WITHOUT_FILE] } }, select: { id: true, state: true, version: true } });
  if (open) {
    // The worker may hear of the same signature twice; a person is told where to go on.
    if (ctx.actor.kind !== "system") refuse("DEAL_HAS_A_FILE", { contractId: open.id });
    ctx.record({ type: "contract", id: open.id, divisionCode: deal.divisionCode, after: { dealId } });
    return { contractId: open.id, version: open.version, state: open.state };
  }
  if (deal.signedAt === null) refuse("DEAL_NOT_SIGNED");
  const at = ctx.clock.now();
  const draft = draftOfDeal(factsOf(deal, deal.signedAt, ctx.actor.kind === "person" ? ctx.actor.name : null));
  const id = await createDraft(ctx.tx, draft, {
    applicantId: deal.sellerId,
    divisionCode: deal.seller.divisionCode,
    createdById: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    at,
  });
  ctx.record({ type: "contract", id, divisionCode: deal.seller.divisionCode, after: { dealId, projectName: draft.projectName, state: "DRAFT" } });
  return { contractId: id, version: 0, state: "DRAFT" as const };
});

async function loadDeal(tx: Tx, dealId: string) {
  const deal = await tx.deal.findUnique({
    where: { id: dealId },
    include: { seller: true, buyer: true, payments: { orderBy: { no: "asc" } }, result: { include: { rights: { orderBy: { position: "asc" } } } } },
  });
  return deal ?? notFound("deal", dealId);
}
type LoadedDeal = Awaited<ReturnType<typeof loadDeal>>;

function partyOf({ id, name, divisionCode, partyType, creditCode }: LoadedDeal["seller"]): DraftParty {
  return { organisationId: id, name, country: "CHN", division: divisionCode, nature: partyType, creditCode, shareBp: null, representative: null, contactName: null, contactPhone: null };
}

function factsOf(deal: LoadedDeal, signedAt: Date, preparedBy: string | null): DealFacts {
  const { result } = deal;
  return {
    dealId: deal.id,
    contractName: deal.contractName ?? result.title,
    tradeMode: deal.tradeMode,
    licenceKind: deal.licenceKind,
    licenceYears: deal.licenceYears,
    licenceTerritory: deal.licenceTerritory,
    payment: storedTerms(deal.terms)?.payment ?? null,
    priceFen: deal.priceFen,
    contractText: deal.contractText ?? "",
    signedOn: dayOf(signedAt),
    validFrom: deal.validFrom && dayOfColumn(deal.validFrom),
    validTo: deal.validTo && dayOfColumn(deal.validTo),
    seller: partyOf(deal.seller),
    buyer: partyOf(deal.buyer),
    payments: deal.payments.map(({ dueOn, amountFen }) => ({ dueOn: dayOfColumn(dueOn), amountFen })),
    techField: result.field,
    programme: result.programme,
    programmeNo: result.projectNo,
    rights: result.rights.map((right) => ({
      ...right,
      filedOn: right.filedOn && dayOfColumn(right.filedOn),
      grantedOn: right.grantedOn && dayOfColumn(right.grantedOn),
      expiresOn: right.expiresOn && dayOfColumn(right.expiresOn),
    })),
    preparedBy,
  };
}
