-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "interest_fen" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "interest_on" DATE,
ADD COLUMN     "interest_reference" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "deal_interest_reference_key" ON "deal"("interest_reference");
