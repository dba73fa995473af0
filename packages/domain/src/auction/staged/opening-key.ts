import { z } from "zod";
import { organisationOf, personIdOf } from "../../shared/actor.ts";
import { canonicalHash } from "../../shared/canonical.ts";
import type { Tx } from "../../shared/database.ts";
import { DomainError, notFound } from "../../shared/errors.ts";
import { Id } from "../../shared/input.ts";
import { defineQuery, defineUseCase } from "../../shared/use-case.ts";
import type { ProcedureTerms } from "../procedure-terms.schema.ts";

const Part = z.string().max(1_000).regex(/^[\w-]+$/);
/** A public RSA key for OAEP with SHA-256, of 3072 bits or more and with the exponent 65537, as the browser exports it. */
const PublicKey = z.object({ kty: z.literal("RSA"), n: Part.min(500), e: z.literal("AQAB"), alg: z.literal("RSA-OAEP-256") });

export const RegisterKeyInput = z.object({ venueId: Id, publicKey: PublicKey });

/**
 * Registers the public half of a key to which sealed bids are encrypted (开标密钥); the private half never leaves its holder's browser. A venue's
 * key holds at once, a notary's when the venue has accepted it. It replaces the holder's earlier key for lots announced from then on.
 */
export const registerKey = defineUseCase("auction.register-key", RegisterKeyInput, async (ctx, { venueId, publicKey }) => {
  ctx.authorise({ venueId });
  const holderOrgId = organisationOf(ctx.actor)!.id;
  const venue = await ctx.tx.organisation.findUnique({ where: { id: venueId }, select: { kind: true } });
  if (venue?.kind !== "VENUE") notFound("venue", venueId);
  const holder = holderOrgId === venueId ? "VENUE" : "NOTARY";
  const now = ctx.clock.now();
  await ctx.tx.openingKey.updateMany({ where: { venueId, holder, retiredAt: null, ...(holder === "NOTARY" ? { holderOrgId } : {}) }, data: { retiredAt: now } });
  const fingerprint = canonicalHash(publicKey);
  const key = await ctx.tx.openingKey.create({
    data: { venueId, holder, holderOrgId, publicKey, fingerprint, createdById: personIdOf(ctx.actor) ?? holderOrgId, createdAt: now, acceptedAt: holder === "VENUE" ? now : null },
  });
  ctx.record({ type: "opening-key", id: key.id, after: { venueId, holder, fingerprint } });
  return { keyId: key.id, fingerprint, isInForce: holder === "VENUE" };
});

/** The venue accepts a notary's key; it takes the place of any other notary's. */
export const acceptKey = defineUseCase("auction.accept-key", z.object({ keyId: Id }), async (ctx, { keyId }) => {
  const key = (await ctx.tx.openingKey.findUnique({ where: { id: keyId } })) ?? notFound("opening key", keyId);
  ctx.authorise({ venueId: key.venueId });
  const now = ctx.clock.now();
  const { count } = await ctx.tx.openingKey.updateMany({ where: { id: keyId, holder: "NOTARY", acceptedAt: null, retiredAt: null }, data: { acceptedAt: now } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  await ctx.tx.openingKey.updateMany({ where: { venueId: key.venueId, holder: "NOTARY", retiredAt: null, acceptedAt: { not: null }, id: { not: keyId } }, data: { retiredAt: now } });
  ctx.record({ type: "opening-key", id: keyId, after: { acceptedAt: now, fingerprint: key.fingerprint } });
  return { keyId };
});

/** The keys of a venue, for those who keep or accept them. */
export const listKeys = defineQuery("auction.list-keys", z.object({ venueId: Id }), async (ctx, { venueId }) => {
  ctx.authorise({ venueId });
  const mine = organisationOf(ctx.actor)?.id;
  const keys = await ctx.db.openingKey.findMany({ where: { venueId, ...(mine === venueId ? {} : { holderOrgId: mine ?? "" }) }, orderBy: { createdAt: "desc" }, take: 50 });
  return {
    mayAccept: ctx.may("auction.accept-key", { venueId }),
    mayRegister: ctx.may("auction.register-key", { venueId }),
    keys: keys.map(({ id, holder, fingerprint, createdAt, acceptedAt, retiredAt }) => ({ id, holder, fingerprint, createdAt, acceptedAt, retiredAt })),
  };
});

/** Both keys that a lot announced now is sealed to; null when one of them is missing: then bidders open their bids themselves. */
export async function openingKeysOf(tx: Pick<Tx, "openingKey">, venueId: string): Promise<NonNullable<ProcedureTerms["sealed"]>["keys"]> {
  const keys = await tx.openingKey.findMany({ where: { venueId, retiredAt: null, acceptedAt: { not: null } }, orderBy: { createdAt: "desc" } });
  const of = (holder: string) => keys.find((key) => key.holder === holder);
  const [venue, notary] = [of("VENUE"), of("NOTARY")];
  const shown = ({ fingerprint, publicKey }: NonNullable<typeof venue>) => ({ fingerprint, jwk: PublicKey.parse(publicKey) });
  return venue && notary ? { venue: shown(venue), notary: shown(notary) } : null;
}
