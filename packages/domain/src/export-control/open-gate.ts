import { notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { OpenGateInput } from "./export-control.schema.ts";
import { groundOf } from "./export-control.rules.ts";
import { createGate } from "./gate.ts";

/** The seller opens the gate before any substantive talk: the buyer is abroad, or the technology will be used abroad. Rights and income §12. */
export const openGate = defineUseCase("export-control.open", OpenGateInput, async (ctx, { resultId, buyerId, placeOfUse, venueId }) => {
  const result = (await ctx.tx.result.findUnique({ where: { id: resultId }, select: { ownerId: true, divisionCode: true } })) ?? notFound("result", resultId);
  ctx.authorise({ ownerId: result.ownerId });
  const buyer = (await ctx.tx.organisation.findUnique({ where: { id: buyerId }, select: { partyType: true } })) ?? notFound("organisation", buyerId);
  if (buyerId === result.ownerId) refuse("EXPORT_BUYER_IS_SELLER");
  const gateId = await createGate(ctx, { resultId, sellerId: result.ownerId, buyerId, venueId, divisionCode: result.divisionCode }, groundOf(buyer.partyType) ?? "USE_ABROAD", placeOfUse);
  ctx.record({ type: "export-gate", id: gateId, divisionCode: result.divisionCode, after: { placeOfUse } });
  return { gateId };
});
