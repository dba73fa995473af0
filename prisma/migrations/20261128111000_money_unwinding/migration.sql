-- AlterEnum
ALTER TYPE "LedgerAccountKind" ADD VALUE 'MANAGER_PAYABLE';

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "return_due_fen" BIGINT,
ADD COLUMN     "return_reference" TEXT;

-- AlterTable
ALTER TABLE "deposit_forfeit" ADD COLUMN     "claim_fen" BIGINT,
ADD COLUMN     "distributed_by_id" UUID,
ADD COLUMN     "first_price_fen" BIGINT,
ADD COLUMN     "ground" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "payment_refund" ADD COLUMN     "account" "LedgerAccountKind" NOT NULL DEFAULT 'BIDDER_DEPOSIT',
ADD COLUMN     "interest_fen" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "deal_return_reference_key" ON "deal"("return_reference");

ALTER TABLE deal ADD CONSTRAINT deal_return_has_a_reference CHECK ((return_due_fen IS NULL) = (return_reference IS NULL) AND (return_due_fen IS NULL OR return_due_fen > 0));
ALTER TABLE payment_refund ADD CONSTRAINT payment_refund_amounts CHECK (amount_fen > 0 AND interest_fen >= 0 AND interest_fen < amount_fen);
-- The decision is another person's than the ruling, and the ruling comes with its reason.
ALTER TABLE deposit_forfeit
  ADD CONSTRAINT deposit_forfeit_two_persons CHECK (ruled_by_id IS NULL OR ruled_by_id <> decided_by_id),
  ADD CONSTRAINT deposit_forfeit_ruled CHECK ((ruled_at IS NULL) = (ruling IS NULL) AND (ruling IS NULL OR (ruling IN ('UPHELD', 'REVOKED') AND ruling_reason <> ''))),
  ADD CONSTRAINT deposit_forfeit_distributed CHECK (distributed_at IS NULL OR (ruling = 'UPHELD' AND distribution IS NOT NULL AND claim_fen >= 0));
