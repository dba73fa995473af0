-- CreateEnum
CREATE TYPE "ExportGateState" AS ENUM ('CHECK', 'FREE', 'RESTRICTED', 'PENDING_INTENT', 'MAY_NEGOTIATE', 'PENDING_LICENCE', 'CONTROLLED', 'REGISTER', 'CLEARED', 'BLOCKED');

-- CreateEnum
CREATE TYPE "IncomeShareState" AS ENUM ('WAITING', 'COMPUTED', 'NOTICED', 'PAYABLE', 'PAID', 'CLAWBACK', 'CANCELLED');

-- CreateTable
CREATE TABLE "export_gate" (
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "venue_id" UUID,
    "state" "ExportGateState" NOT NULL DEFAULT 'CHECK',
    "version" INTEGER NOT NULL DEFAULT 0,
    "ground" TEXT NOT NULL,
    "place_of_use" TEXT NOT NULL DEFAULT '',
    "first_findings" JSONB,
    "first_by_id" UUID,
    "first_at" TIMESTAMPTZ(6),
    "second_findings" JSONB,
    "second_by_id" UUID,
    "second_at" TIMESTAMPTZ(6),
    "papers_needed" TEXT[],
    "expected_by" TIMESTAMPTZ(6),
    "effective_on" DATE,
    "cleared_at" TIMESTAMPTZ(6),
    "state_reason" TEXT,
    "division_code" CHAR(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "export_gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_paper" (
    "id" UUID NOT NULL,
    "gate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "export_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "income_share" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "state" "IncomeShareState" NOT NULL DEFAULT 'WAITING',
    "version" INTEGER NOT NULL DEFAULT 0,
    "received" BIGINT NOT NULL,
    "received_on" DATE NOT NULL,
    "known_costs" BIGINT NOT NULL DEFAULT 0,
    "costs" BIGINT NOT NULL DEFAULT 0,
    "taxes" BIGINT NOT NULL DEFAULT 0,
    "rate_bp" INTEGER NOT NULL,
    "floor_bp" INTEGER NOT NULL,
    "standard_bp" INTEGER NOT NULL,
    "floor_versions" TEXT[],
    "net" BIGINT NOT NULL DEFAULT 0,
    "pool" BIGINT NOT NULL DEFAULT 0,
    "unit_part" BIGINT NOT NULL DEFAULT 0,
    "company" TEXT,
    "decision_body" TEXT,
    "decision_on" DATE,
    "decided_by" TEXT[],
    "notice_place" TEXT,
    "adopted_by_id" UUID,
    "noticed_at" TIMESTAMPTZ(6),
    "notice_ends_at" TIMESTAMPTZ(6),
    "pay_due_on" DATE NOT NULL,
    "overdue_since" TIMESTAMPTZ(6),
    "paid_on" DATE,
    "paid_by_id" UUID,
    "state_reason" TEXT,
    "division_code" CHAR(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "income_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "income_share_line" (
    "income_share_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "claw_back" BIGINT,

    CONSTRAINT "income_share_line_pkey" PRIMARY KEY ("income_share_id","position")
);

-- CreateTable
CREATE TABLE "income_share_objection" (
    "id" UUID NOT NULL,
    "income_share_id" UUID NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "ruling" TEXT,
    "reasons" TEXT,
    "ruled_by_id" UUID,
    "ruled_at" TIMESTAMPTZ(6),

    CONSTRAINT "income_share_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_gate_seller_id_state_idx" ON "export_gate"("seller_id", "state");

-- CreateIndex
CREATE INDEX "export_gate_venue_id_state_idx" ON "export_gate"("venue_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "export_gate_result_id_buyer_id_key" ON "export_gate"("result_id", "buyer_id");

-- CreateIndex
CREATE UNIQUE INDEX "export_paper_gate_id_kind_number_key" ON "export_paper"("gate_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "income_share_origin_key" ON "income_share"("origin");

-- CreateIndex
CREATE INDEX "income_share_unit_id_state_created_at_idx" ON "income_share"("unit_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "income_share_deal_id_idx" ON "income_share"("deal_id");

-- CreateIndex
CREATE INDEX "income_share_state_pay_due_on_idx" ON "income_share"("state", "pay_due_on");

-- CreateIndex
CREATE INDEX "income_share_line_person_id_idx" ON "income_share_line"("person_id");

-- CreateIndex
CREATE INDEX "income_share_objection_income_share_id_filed_at_idx" ON "income_share_objection"("income_share_id", "filed_at");

-- AddForeignKey
ALTER TABLE "export_gate" ADD CONSTRAINT "export_gate_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_gate" ADD CONSTRAINT "export_gate_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_gate" ADD CONSTRAINT "export_gate_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_gate" ADD CONSTRAINT "export_gate_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_paper" ADD CONSTRAINT "export_paper_gate_id_fkey" FOREIGN KEY ("gate_id") REFERENCES "export_gate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_share" ADD CONSTRAINT "income_share_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_share" ADD CONSTRAINT "income_share_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_share" ADD CONSTRAINT "income_share_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_share_line" ADD CONSTRAINT "income_share_line_income_share_id_fkey" FOREIGN KEY ("income_share_id") REFERENCES "income_share"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_share_objection" ADD CONSTRAINT "income_share_objection_income_share_id_fkey" FOREIGN KEY ("income_share_id") REFERENCES "income_share"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A distribution never gives less than the floor, and the parts make the whole.
ALTER TABLE income_share
  ADD CONSTRAINT income_share_amounts CHECK (received > 0 AND costs >= 0 AND taxes >= 0 AND net >= 0 AND pool >= 0),
  ADD CONSTRAINT income_share_parts CHECK (net = pool + unit_part),
  ADD CONSTRAINT income_share_rate CHECK (rate_bp BETWEEN floor_bp AND 10000 AND standard_bp >= floor_bp),
  ADD CONSTRAINT income_share_noticed CHECK (state NOT IN ('NOTICED', 'PAYABLE', 'PAID', 'CLAWBACK') OR (noticed_at IS NOT NULL AND adopted_by_id IS NOT NULL AND decision_on IS NOT NULL)),
  ADD CONSTRAINT income_share_paid CHECK (state NOT IN ('PAID', 'CLAWBACK') OR paid_on IS NOT NULL);
ALTER TABLE income_share_line ADD CONSTRAINT income_share_line_positive CHECK (amount > 0);
ALTER TABLE income_share_objection ADD CONSTRAINT income_share_objection_ruled CHECK ((ruled_at IS NULL) = (ruling IS NULL));
-- Papers of the authority are only ever added; two persons classify, never one.
CREATE TRIGGER export_paper_append_only BEFORE UPDATE OR DELETE ON export_paper FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_paper_no_truncate BEFORE TRUNCATE ON export_paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON export_paper FROM ttx_app;
ALTER TABLE export_gate
  ADD CONSTRAINT export_gate_two_persons CHECK (state = 'CHECK' OR (first_by_id IS NOT NULL AND second_by_id IS NOT NULL AND first_by_id <> second_by_id)),
  ADD CONSTRAINT export_gate_cleared CHECK (state <> 'CLEARED' OR cleared_at IS NOT NULL),
  ADD CONSTRAINT export_gate_two_parties CHECK (seller_id <> buyer_id);
-- CreateTable
CREATE TABLE "extraordinary_extension" (
    "id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "classes" TEXT[],
    "window_from" TIMESTAMPTZ(6) NOT NULL,
    "window_until" TIMESTAMPTZ(6) NOT NULL,
    "days" INTEGER NOT NULL,
    "venue_id" UUID,
    "division_prefix" TEXT NOT NULL DEFAULT '',
    "declared_by_id" UUID NOT NULL,
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "extraordinary_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extraordinary_extension_item" (
    "extension_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(6) NOT NULL,
    "to_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "extraordinary_extension_item_pkey" PRIMARY KEY ("extension_id","class","subject_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "extraordinary_extension_document_no_key" ON "extraordinary_extension"("document_no");

-- CreateIndex
CREATE INDEX "extraordinary_extension_declared_at_idx" ON "extraordinary_extension"("declared_at");

-- CreateIndex
CREATE INDEX "extraordinary_extension_item_subject_id_idx" ON "extraordinary_extension_item"("subject_id");

-- AddForeignKey
ALTER TABLE "extraordinary_extension_item" ADD CONSTRAINT "extraordinary_extension_item_extension_id_fkey" FOREIGN KEY ("extension_id") REFERENCES "extraordinary_extension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A legal notice that moved deadlines stays as it was published, and so does what it moved.
CREATE TRIGGER extraordinary_extension_append_only BEFORE UPDATE OR DELETE ON extraordinary_extension FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extraordinary_extension_no_truncate BEFORE TRUNCATE ON extraordinary_extension FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extraordinary_extension_item_append_only BEFORE UPDATE OR DELETE ON extraordinary_extension_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extraordinary_extension_item_no_truncate BEFORE TRUNCATE ON extraordinary_extension_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON extraordinary_extension, extraordinary_extension_item FROM ttx_app;
ALTER TABLE extraordinary_extension ADD CONSTRAINT extraordinary_extension_window CHECK (window_from < window_until AND days BETWEEN 1 AND 60);
ALTER TABLE extraordinary_extension_item ADD CONSTRAINT extraordinary_extension_item_later CHECK (to_at > from_at);
