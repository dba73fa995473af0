-- CreateTable
CREATE TABLE "deposit_forfeit" (
    "deposit_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "appeal_ends_at" TIMESTAMPTZ(6) NOT NULL,
    "appeal" TEXT,
    "appealed_at" TIMESTAMPTZ(6),
    "ruling" TEXT,
    "ruling_reason" TEXT,
    "ruled_by_id" UUID,
    "ruled_at" TIMESTAMPTZ(6),
    "distribution" JSONB,
    "distributed_at" TIMESTAMPTZ(6),

    CONSTRAINT "deposit_forfeit_pkey" PRIMARY KEY ("deposit_id")
);

-- AddForeignKey
ALTER TABLE "deposit_forfeit" ADD CONSTRAINT "deposit_forfeit_deposit_id_fkey" FOREIGN KEY ("deposit_id") REFERENCES "deposit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
