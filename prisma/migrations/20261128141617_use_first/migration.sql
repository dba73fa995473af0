-- CreateEnum
CREATE TYPE "UseFirstState" AS ENUM ('OFFERED', 'MATCHED', 'TRIAL', 'PAYABLE', 'NORMAL_LICENCE', 'BREACH', 'EXITED', 'EXPIRED', 'CANCELLED');

-- CreateTable
CREATE TABLE "use_first" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "state" "UseFirstState" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "outer_on" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(6),
    "sales_fen" BIGINT NOT NULL DEFAULT 0,
    "paid_fen" BIGINT NOT NULL DEFAULT 0,
    "due_fen" BIGINT,
    "pay_due_on" DATE,
    "state_reason" TEXT,
    "ended_at" TIMESTAMPTZ(6),
    "division_code" CHAR(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "use_first_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "use_first_report" (
    "use_first_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "sales_fen" BIGINT NOT NULL,
    "trigger_met" BOOLEAN NOT NULL,
    "evidence" TEXT NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reported_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "answer" TEXT,
    "answer_reason" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "use_first_report_pkey" PRIMARY KEY ("use_first_id","no")
);

-- CreateTable
CREATE TABLE "use_first_payment" (
    "use_first_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "received_on" DATE NOT NULL,
    "confirmed_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "use_first_payment_pkey" PRIMARY KEY ("use_first_id","no")
);

-- CreateIndex
CREATE UNIQUE INDEX "use_first_deal_id_key" ON "use_first"("deal_id");

-- CreateIndex
CREATE INDEX "use_first_seller_id_created_at_idx" ON "use_first"("seller_id", "created_at");

-- CreateIndex
CREATE INDEX "use_first_buyer_id_created_at_idx" ON "use_first"("buyer_id", "created_at");

-- AddForeignKey
ALTER TABLE "use_first" ADD CONSTRAINT "use_first_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_first" ADD CONSTRAINT "use_first_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_first" ADD CONSTRAINT "use_first_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_first" ADD CONSTRAINT "use_first_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_first_report" ADD CONSTRAINT "use_first_report_use_first_id_fkey" FOREIGN KEY ("use_first_id") REFERENCES "use_first"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_first_payment" ADD CONSTRAINT "use_first_payment_use_first_id_fkey" FOREIGN KEY ("use_first_id") REFERENCES "use_first"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Fees that were confirmed stay as they were confirmed.
CREATE TRIGGER use_first_payment_append_only BEFORE UPDATE OR DELETE ON use_first_payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER use_first_payment_no_truncate BEFORE TRUNCATE ON use_first_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
