import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ApiKeyIdInput } from "./identity.schema.ts";
import { realTime } from "./real-time.ts";

/** Ends a key; the program's next request is refused. */
export const revokeApiKey = defineUseCase("api-key.revoke", ApiKeyIdInput, async (ctx, { apiKeyId }) => {
  const key = await ctx.tx.apiKey.findUnique({ where: { id: apiKeyId }, include: { organisation: { select: { divisionCode: true } } } });
  if (!key) notFound("api-key", apiKeyId);
  ctx.authorise({ ownerId: key.organisationId });
  await ctx.tx.apiKey.updateMany({ where: { id: apiKeyId, revokedAt: null }, data: { revokedAt: await realTime(ctx.tx) } });
  ctx.record({ type: "api-key", id: apiKeyId, divisionCode: key.organisation.divisionCode, after: { revoked: true } });
  return { apiKeyId, revoked: true };
});
