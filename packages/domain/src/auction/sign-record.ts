import { z } from "zod";
import { DomainError, refuse } from "../shared/errors.ts";
import { Id, YuanText } from "../shared/input.ts";
import { fen, toYuanText, type Fen } from "../shared/money.ts";
import { signingKeyOf } from "../shared/signing-key.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { lockLot, type Lot } from "./auction.repository.ts";
import { awardedFen } from "./award-terms.ts";
import { winnerOf } from "./published-winner.ts";
import { accountOf, statementText, type RecordSigner } from "./record-statement.ts";

/** The price is repeated so that nobody signs a result he did not read. */
export const SignRecordInput = z.object({ auctionId: Id, price: YuanText });

/** The recorder signs the record of the bidding (记录人签署笔录): another person than the auctioneer. 拍卖法 53. */
export const signRecord = defineUseCase("auction.sign-record", SignRecordInput, async (ctx, { auctionId, price }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  const auctioneer = await ctx.tx.auctionSignature.findFirst({ where: { auctionId, role: "AUCTIONEER" }, select: { personId: true } });
  ctx.authorise({ venueId: lot.listing.venueId, ownerId: lot.listing.sellerId, authorId: auctioneer?.personId ?? null });
  if (lot.state !== "AWARDED" || auctioneer === null) throw new DomainError("RESULT_NOT_CONFIRMED", "conflict");
  return sign(ctx, lot, "RECORDER", { bidderNo: lot.leaderNo!, priceFen: fen(lot.currentFen!) }, price);
});

/** The buyer signs the confirmation of the result (买受人签署成交确认书). The sale was made by the close; this proves it. 拍卖法 51, 52. */
export const signConfirmation = defineUseCase("auction.sign-confirmation", SignRecordInput, async (ctx, { auctionId, price }) => {
  const lot = await lockLot(ctx.tx, auctionId);
  const winner = await winnerOf(ctx.tx, lot);
  ctx.authorise({ ownerId: lot.listing.sellerId, counterpartyId: winner?.buyerId ?? null });
  const priceFen = awardedFen(lot);
  if (winner === null || priceFen === null) throw new DomainError("RESULT_NOT_CONFIRMED", "conflict");
  return sign(ctx, lot, "BUYER", { bidderNo: winner.bidderNo, priceFen: fen(priceFen) }, price);
});

async function sign(ctx: Context, lot: Lot, role: RecordSigner, award: { readonly bidderNo: string; readonly priceFen: Fen }, price: Fen) {
  demandNotWithheld(lot.listing.result);
  if (price !== award.priceFen) throw new DomainError("CONFIRM_PRICE_DIFFERS", "refused", { price: toYuanText(award.priceFen) });
  const signedAt = ctx.clock.now();
  const { signature } = await writeSignature(ctx, lot, role, award, signedAt);
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { signedAs: role, ...award, chainHead: lot.chainHead, signature } });
  return { role, signedAt, signature };
}

/** Puts a person's signature under the record, once for every role and award; the platform's key seals who, what and when. */
export async function writeSignature(ctx: Context, lot: Lot, role: RecordSigner, { bidderNo, priceFen }: { readonly bidderNo: string; readonly priceFen: bigint }, signedAt: Date): Promise<{ readonly personName: string; readonly signature: string }> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.organisation === null) refuse("RECORD_PERSONS_ONLY");
  const signed = await ctx.tx.auctionSignature.findMany({ where: { auctionId: lot.id }, select: { role: true, bidderNo: true } });
  if (signed.some((one) => one.role === role && one.bidderNo === bidderNo)) throw new DomainError("RECORD_SIGNED_ALREADY", "conflict");
  const account = accountOf(lot.id, actor.personId);
  const { publicKey, sign: seal } = signingKeyOf(ctx.config.secretKey);
  const said = { chainHead: lot.chainHead, entries: lot.sequence, bidderNo, priceFen, role, account, signedAt };
  const signature = seal(statementText({ ...said, auctionNo: lot.no, announcementHash: lot.announcementHash, endsAt: lot.endsAt }));
  await ctx.tx.auctionSignature.create({ data: { ...said, auctionId: lot.id, no: signed.length + 1, personId: actor.personId, personName: actor.name, organisationId: actor.organisation.id, publicKey, signature } });
  return { personName: actor.name, signature };
}
