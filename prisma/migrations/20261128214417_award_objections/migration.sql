-- CreateTable
CREATE TABLE "award_objection" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "ground" TEXT NOT NULL,
    "interest" TEXT NOT NULL,
    "filed_by" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "ruling" TEXT,
    "ruled_at" TIMESTAMPTZ(6),
    "ruled_by_id" UUID,

    CONSTRAINT "award_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "award_objection_deal_id_filed_at_idx" ON "award_objection"("deal_id", "filed_at");

-- AddForeignKey
ALTER TABLE "award_objection" ADD CONSTRAINT "award_objection_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
