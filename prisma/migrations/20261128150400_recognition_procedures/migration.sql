-- CreateEnum
CREATE TYPE "RefusalAppealState" AS ENUM ('FILED', 'UPHELD', 'REMITTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ExpertReviewState" AS ENUM ('OPEN', 'CONCLUDED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "ExpertOpinionState" AS ENUM ('INVITED', 'GIVEN', 'DECLINED');

-- CreateTable
CREATE TABLE "refusal_appeal" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "decision_no" INTEGER NOT NULL,
    "division_code" CHAR(6) NOT NULL,
    "state" "RefusalAppealState" NOT NULL DEFAULT 'FILED',
    "grounds" TEXT NOT NULL,
    "filed_by_id" UUID,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "reasons" TEXT,

    CONSTRAINT "refusal_appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_review" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "state" "ExpertReviewState" NOT NULL DEFAULT 'OPEN',
    "question" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "summary" TEXT,

    CONSTRAINT "expert_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_opinion" (
    "review_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "ExpertOpinionState" NOT NULL DEFAULT 'INVITED',
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6),
    "is_technology" BOOLEAN,
    "technical_fen" BIGINT,
    "words" TEXT,

    CONSTRAINT "expert_opinion_pkey" PRIMARY KEY ("review_id","person_id")
);

-- CreateTable
CREATE TABLE "contract_reader" (
    "contract_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "named_by_id" UUID,
    "named_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "contract_reader_pkey" PRIMARY KEY ("contract_id","person_id")
);

-- CreateIndex
CREATE INDEX "refusal_appeal_division_code_state_due_at_idx" ON "refusal_appeal"("division_code", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "refusal_appeal_contract_id_decision_no_key" ON "refusal_appeal"("contract_id", "decision_no");

-- CreateIndex
CREATE UNIQUE INDEX "expert_review_contract_id_no_key" ON "expert_review"("contract_id", "no");

-- CreateIndex
CREATE INDEX "expert_opinion_person_id_state_idx" ON "expert_opinion"("person_id", "state");

-- CreateIndex
CREATE INDEX "contract_reader_person_id_idx" ON "contract_reader"("person_id");

-- AddForeignKey
ALTER TABLE "refusal_appeal" ADD CONSTRAINT "refusal_appeal_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_review" ADD CONSTRAINT "expert_review_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "expert_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_reader" ADD CONSTRAINT "contract_reader_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_reader" ADD CONSTRAINT "contract_reader_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An appeal is decided once, an expert's answer is given once, and a name on the list of readers is ended, never struck.
ALTER TABLE refusal_appeal ADD CONSTRAINT refusal_appeal_decided CHECK ((state = 'FILED') = (decided_at IS NULL));
ALTER TABLE expert_review ADD CONSTRAINT expert_review_wanted CHECK (wanted BETWEEN 1 AND 9);
CREATE UNIQUE INDEX expert_review_one_open ON expert_review (contract_id) WHERE state = 'OPEN';
REVOKE DELETE, TRUNCATE ON refusal_appeal, expert_review, expert_opinion, contract_reader FROM ttx_app;
