-- CreateEnum
CREATE TYPE "SecrecyCaseState" AS ENUM ('OPEN', 'RESTORED', 'SEALED');

-- AlterEnum
ALTER TYPE "DemandState" ADD VALUE 'WITHHELD';
ALTER TYPE "DemandState" ADD VALUE 'SEALED';

-- AlterEnum
ALTER TYPE "ResultState" ADD VALUE 'WITHHELD';
ALTER TYPE "ResultState" ADD VALUE 'SEALED';

-- CreateTable
CREATE TABLE "secrecy_case" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "seen_as" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "owner_id" UUID NOT NULL,
    "venue_id" UUID,
    "division_code" CHAR(6) NOT NULL,
    "state" "SecrecyCaseState" NOT NULL DEFAULT 'OPEN',
    "sealed" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "finding" TEXT,

    CONSTRAINT "secrecy_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "secrecy_case_no_key" ON "secrecy_case"("no");

-- CreateIndex
CREATE INDEX "secrecy_case_state_reported_at_idx" ON "secrecy_case"("state", "reported_at");

-- CreateIndex
CREATE INDEX "secrecy_case_subject_type_subject_id_idx" ON "secrecy_case"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "secrecy_case_owner_id_reported_at_idx" ON "secrecy_case"("owner_id", "reported_at");

-- CreateIndex
CREATE INDEX "secrecy_case_reporter_id_state_idx" ON "secrecy_case"("reporter_id", "state");

-- AddForeignKey
ALTER TABLE "secrecy_case" ADD CONSTRAINT "secrecy_case_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One report at a time withholds a thing.
CREATE UNIQUE INDEX "secrecy_case_one_open" ON "secrecy_case"("subject_type", "subject_id") WHERE "state" = 'OPEN';

CREATE SEQUENCE secrecy_case_no_seq;
