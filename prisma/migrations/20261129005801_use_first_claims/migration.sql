-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "UseFirstState" ADD VALUE 'CLAIMED';
ALTER TYPE "UseFirstState" ADD VALUE 'TERMINATED';
ALTER TYPE "UseFirstState" ADD VALUE 'CLEARED';

-- AlterTable
ALTER TABLE "use_first" ADD COLUMN     "claim_interest_fen" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "claim_pay_by" DATE,
ADD COLUMN     "claim_reason" TEXT,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "use_first_payment" ADD COLUMN     "interest_fen" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "use_first_breach" (
    "use_first_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "buyer_id" UUID NOT NULL,
    "due_fen" BIGINT NOT NULL,
    "fell_at" TIMESTAMPTZ(6) NOT NULL,
    "paid_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "use_first_breach_pkey" PRIMARY KEY ("use_first_id","no")
);

-- CreateIndex
CREATE INDEX "use_first_breach_buyer_id_fell_at_idx" ON "use_first_breach"("buyer_id", "fell_at");

-- AddForeignKey
ALTER TABLE "use_first_breach" ADD CONSTRAINT "use_first_breach_use_first_id_fkey" FOREIGN KEY ("use_first_id") REFERENCES "use_first"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Licences suspended before there was a file stand in it from the end of their days of grace (fifteen after the day of payment).
INSERT INTO "use_first_breach" ("use_first_id", "no", "buyer_id", "due_fen", "fell_at")
SELECT "id", 1, "buyer_id", coalesce("due_fen", 0), (("pay_due_on" + 16)::timestamp AT TIME ZONE 'Asia/Shanghai')
FROM "use_first" WHERE "state" = 'BREACH' AND "pay_due_on" IS NOT NULL;
