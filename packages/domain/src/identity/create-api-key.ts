import { randomInt } from "node:crypto";
import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { keyRoles, keyScopes } from "./api-key.rules.ts";
import { CreateApiKeyInput } from "./identity.schema.ts";
import { organisationById } from "./organisation.repository.ts";
import { actingPerson, authoriseOwnOrganisation } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { newToken, tokenHash } from "./token.ts";

const PREFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const PREFIX_LENGTH = 10;
const DAY_MS = 86_400_000;

function newPrefix(): string {
  return Array.from({ length: PREFIX_LENGTH }, () => PREFIX_ALPHABET[randomInt(PREFIX_ALPHABET.length)]).join("");
}

/** Makes a key with which a program acts for the organisation, within the named scopes. It is shown this once; its hash is kept. */
export const createApiKey = defineUseCase("api-key.create", CreateApiKeyInput, async (ctx, { name, scopes, validDays }) => {
  const organisation = await organisationById(ctx.tx, authoriseOwnOrganisation(ctx).id);
  const possible = new Set<string>(keyScopes(organisation.kind));
  const impossible = scopes.filter((scope) => !possible.has(scope));
  if (impossible.length > 0) {
    throw new DomainError("INPUT_INVALID", "invalid", {}, impossible.map((scope) => ({ path: "scopes", code: "SCOPE_NOT_FOR_KEYS", details: { scope } })));
  }
  const createdAt = await realTime(ctx.tx);
  const prefix = newPrefix();
  const key = `ttx_${prefix}_${newToken()}`;
  const row = await ctx.tx.apiKey.create({
    data: {
      organisationId: organisation.id,
      name,
      prefix,
      keyHash: tokenHash(key),
      scopes,
      roles: [...keyRoles(organisation.kind)],
      createdById: actingPerson(ctx).personId,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + validDays * DAY_MS),
    },
  });
  ctx.record({ type: "api-key", id: row.id, divisionCode: organisation.divisionCode, after: { name, prefix, scopes, expiresAt: row.expiresAt } });
  return { apiKeyId: row.id, key, prefix, expiresAt: row.expiresAt! };
});
