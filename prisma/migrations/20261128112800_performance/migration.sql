-- CreateEnum
CREATE TYPE "PerformanceState" AS ENUM ('PERFORMING', 'DELIVERED', 'ACCEPTED', 'COMPLETED', 'TERMINATED');

-- CreateEnum
CREATE TYPE "RoyaltyState" AS ENUM ('REPORTED', 'CONFIRMED', 'QUESTIONED');

-- CreateEnum
CREATE TYPE "BreachState" AS ENUM ('CLAIMED', 'ANSWERED', 'CURED', 'WITHDRAWN', 'DISPUTED');

-- AlterTable
ALTER TABLE "contract" ADD COLUMN     "foreign_language" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "contract_party" ADD COLUMN     "representative" TEXT;

-- CreateTable
CREATE TABLE "contract_performance" (
    "contract_id" UUID NOT NULL,
    "state" "PerformanceState" NOT NULL DEFAULT 'PERFORMING',
    "version" INTEGER NOT NULL DEFAULT 0,
    "division_code" CHAR(6) NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "delivered_at" TIMESTAMPTZ(6),
    "accepted_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "contract_performance_pkey" PRIMARY KEY ("contract_id")
);

-- CreateTable
CREATE TABLE "performance_step" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "PerformanceState" NOT NULL,
    "to_state" "PerformanceState" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "performance_step_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "performance_milestone" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "performance_milestone_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "performance_receipt" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "instalment_no" INTEGER,
    "royalty_no" INTEGER,
    "received_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "technical_fen" BIGINT,
    "note" TEXT NOT NULL DEFAULT '',
    "corrects_no" INTEGER,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "performance_receipt_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "royalty_report" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "state" "RoyaltyState" NOT NULL DEFAULT 'REPORTED',
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "rate_bp" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "royalty_report_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "performance_breach" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "state" "BreachState" NOT NULL DEFAULT 'CLAIMED',
    "by_side" "PartySide" NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "claimed_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_due_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "performance_breach_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateIndex
CREATE INDEX "contract_performance_state_opened_at_idx" ON "contract_performance"("state", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "performance_receipt_contract_id_corrects_no_key" ON "performance_receipt"("contract_id", "corrects_no");

-- CreateIndex
CREATE INDEX "performance_breach_state_answer_due_at_idx" ON "performance_breach"("state", "answer_due_at");

-- AddForeignKey
ALTER TABLE "contract_performance" ADD CONSTRAINT "contract_performance_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_step" ADD CONSTRAINT "performance_step_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract_performance"("contract_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_milestone" ADD CONSTRAINT "performance_milestone_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract_performance"("contract_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_receipt" ADD CONSTRAINT "performance_receipt_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract_performance"("contract_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "royalty_report" ADD CONSTRAINT "royalty_report_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract_performance"("contract_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_breach" ADD CONSTRAINT "performance_breach_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract_performance"("contract_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What happened is not rewritten.
CREATE TRIGGER performance_step_append_only BEFORE UPDATE OR DELETE ON performance_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER performance_step_no_truncate BEFORE TRUNCATE ON performance_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER performance_receipt_append_only BEFORE UPDATE OR DELETE ON performance_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER performance_receipt_no_truncate BEFORE TRUNCATE ON performance_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Money came in, or an entry is taken back whole.
ALTER TABLE performance_receipt ADD CONSTRAINT performance_receipt_amount CHECK ((corrects_no IS NULL AND amount_fen > 0) OR (corrects_no IS NOT NULL AND amount_fen < 0));
ALTER TABLE performance_receipt ADD CONSTRAINT performance_receipt_technical CHECK (technical_fen IS NULL OR (abs(technical_fen) <= abs(amount_fen) AND sign(technical_fen) IN (0, sign(amount_fen))));
ALTER TABLE royalty_report ADD CONSTRAINT royalty_report_amounts CHECK (base_fen >= 0 AND amount_fen >= 0 AND rate_bp BETWEEN 0 AND 10000 AND period_from <= period_to);
