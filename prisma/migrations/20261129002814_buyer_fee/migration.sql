-- AlterEnum
ALTER TYPE "LedgerAccountKind" ADD VALUE 'BUYER_FEE';

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "buyer_fee_fen" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "buyer_fee_reference" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "deal_buyer_fee_reference_key" ON "deal"("buyer_fee_reference");
