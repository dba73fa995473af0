-- CreateEnum
CREATE TYPE "MandateState" AS ENUM ('REQUESTED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'ENDED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "MandateSide" AS ENUM ('SELLER', 'BUYER');

-- CreateEnum
CREATE TYPE "RoomState" AS ENUM ('INVITED', 'OPEN', 'AGREED', 'CONCLUDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "RoomSide" AS ENUM ('SELLER', 'BUYER');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('OPEN', 'COUNTERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PriorityRightState" AS ENUM ('NAMED', 'NOTIFIED', 'EXERCISED', 'WAIVED', 'LAPSED');

-- AlterEnum
ALTER TYPE "DealOrigin" ADD VALUE 'NEGOTIATED';

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "terms" JSONB;

-- AlterTable
ALTER TABLE "public_notice" ADD COLUMN     "terms" JSONB;

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "manager_id" UUID,
    "side" "MandateSide" NOT NULL,
    "result_id" UUID,
    "demand_id" UUID,
    "services" TEXT[],
    "exclusive" BOOLEAN NOT NULL DEFAULT false,
    "rate_bp" INTEGER NOT NULL,
    "cap_fen" BIGINT,
    "conflicts" TEXT NOT NULL DEFAULT '',
    "remark" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "tail_months" INTEGER NOT NULL,
    "state" "MandateState" NOT NULL DEFAULT 'REQUESTED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "requested_by_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "state_reason" TEXT,
    "division_code" CHAR(6) NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manager_task" (
    "id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "manager_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "negotiation_room" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "opened_for_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "state" "RoomState" NOT NULL DEFAULT 'INVITED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "agreement_no" INTEGER NOT NULL DEFAULT 1,
    "agreed_offer_no" INTEGER,
    "notice_id" UUID,
    "deal_id" UUID,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "agreed_at" TIMESTAMPTZ(6),
    "last_act_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "close_reason" TEXT,
    "division_code" CHAR(6) NOT NULL,

    CONSTRAINT "negotiation_room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_party" (
    "room_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "RoomSide" NOT NULL,
    "mandate_id" UUID,
    "joined_at" TIMESTAMPTZ(6) NOT NULL,
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "room_party_pkey" PRIMARY KEY ("room_id","organisation_id")
);

-- CreateTable
CREATE TABLE "room_agreement" (
    "room_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "room_agreement_pkey" PRIMARY KEY ("room_id","no")
);

-- CreateTable
CREATE TABLE "room_signature" (
    "room_id" UUID NOT NULL,
    "agreement_no" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "room_signature_pkey" PRIMARY KEY ("room_id","agreement_no","person_id","organisation_id")
);

-- CreateTable
CREATE TABLE "room_entry" (
    "room_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID,
    "person_id" UUID,
    "person_name" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "about" INTEGER,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "room_entry_pkey" PRIMARY KEY ("room_id","no")
);

-- CreateTable
CREATE TABLE "room_offer" (
    "room_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "side" "RoomSide" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "terms" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answers_no" INTEGER,
    "state" "OfferState" NOT NULL DEFAULT 'OPEN',
    "valid_until" TIMESTAMPTZ(6) NOT NULL,
    "seller_accepted_at" TIMESTAMPTZ(6),
    "buyer_accepted_at" TIMESTAMPTZ(6),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "room_offer_pkey" PRIMARY KEY ("room_id","no")
);

-- CreateTable
CREATE TABLE "offer_refusal" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "offer_no" INTEGER,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "offer_refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_document" (
    "room_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "viewers" UUID[],
    "withdrawn_at" TIMESTAMPTZ(6),
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "room_document_pkey" PRIMARY KEY ("room_id","no")
);

-- CreateTable
CREATE TABLE "room_view" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "document_no" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "room_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "valuation_report" (
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "report_no" TEXT NOT NULL,
    "appraiser" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "valued_on" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "value_fen" BIGINT NOT NULL,
    "low_fen" BIGINT,
    "high_fen" BIGINT,
    "filed_with" TEXT NOT NULL DEFAULT '',
    "document_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdraw_reason" TEXT,

    CONSTRAINT "valuation_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_right" (
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "holder_id" UUID,
    "state" "PriorityRightState" NOT NULL DEFAULT 'NAMED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "notified_at" TIMESTAMPTZ(6),
    "notified_by" TEXT,
    "due_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "proof" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "priority_right_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mandate_no_key" ON "mandate"("no");

-- CreateIndex
CREATE INDEX "mandate_client_id_state_idx" ON "mandate"("client_id", "state");

-- CreateIndex
CREATE INDEX "mandate_agency_id_state_idx" ON "mandate"("agency_id", "state");

-- CreateIndex
CREATE INDEX "manager_task_mandate_id_done_at_idx" ON "manager_task"("mandate_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_room_no_key" ON "negotiation_room"("no");

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_room_notice_id_key" ON "negotiation_room"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_room_deal_id_key" ON "negotiation_room"("deal_id");

-- CreateIndex
CREATE INDEX "negotiation_room_seller_id_last_act_at_idx" ON "negotiation_room"("seller_id", "last_act_at");

-- CreateIndex
CREATE INDEX "negotiation_room_buyer_id_last_act_at_idx" ON "negotiation_room"("buyer_id", "last_act_at");

-- CreateIndex
CREATE INDEX "negotiation_room_state_last_act_at_idx" ON "negotiation_room"("state", "last_act_at");

-- CreateIndex
CREATE INDEX "room_party_organisation_id_idx" ON "room_party"("organisation_id");

-- CreateIndex
CREATE INDEX "offer_refusal_seller_id_reason_idx" ON "offer_refusal"("seller_id", "reason");

-- CreateIndex
CREATE UNIQUE INDEX "room_document_document_id_key" ON "room_document"("document_id");

-- CreateIndex
CREATE INDEX "room_view_room_id_document_no_at_idx" ON "room_view"("room_id", "document_no", "at");

-- CreateIndex
CREATE INDEX "valuation_report_result_id_valued_on_idx" ON "valuation_report"("result_id", "valued_on");

-- CreateIndex
CREATE UNIQUE INDEX "valuation_report_owner_id_report_no_key" ON "valuation_report"("owner_id", "report_no");

-- CreateIndex
CREATE INDEX "priority_right_result_id_idx" ON "priority_right"("result_id");

-- CreateIndex
CREATE UNIQUE INDEX "priority_right_subject_type_subject_id_kind_holder_key" ON "priority_right"("subject_type", "subject_id", "kind", "holder");

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demand"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_task" ADD CONSTRAINT "manager_task_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_room" ADD CONSTRAINT "negotiation_room_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_room" ADD CONSTRAINT "negotiation_room_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_room" ADD CONSTRAINT "negotiation_room_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_room" ADD CONSTRAINT "negotiation_room_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_room" ADD CONSTRAINT "negotiation_room_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_party" ADD CONSTRAINT "room_party_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_party" ADD CONSTRAINT "room_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_party" ADD CONSTRAINT "room_party_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_agreement" ADD CONSTRAINT "room_agreement_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_signature" ADD CONSTRAINT "room_signature_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_entry" ADD CONSTRAINT "room_entry_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_offer" ADD CONSTRAINT "room_offer_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_refusal" ADD CONSTRAINT "offer_refusal_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_document" ADD CONSTRAINT "room_document_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_document" ADD CONSTRAINT "room_document_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_view" ADD CONSTRAINT "room_view_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "negotiation_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "valuation_report" ADD CONSTRAINT "valuation_report_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "valuation_report" ADD CONSTRAINT "valuation_report_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_right" ADD CONSTRAINT "priority_right_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said, signed and seen in a room is never changed; nor is why an offer was turned down.
DO $$
DECLARE append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['room_agreement', 'room_signature', 'room_entry', 'room_view', 'offer_refusal'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- An offer may be answered; its terms stay.
CREATE FUNCTION offer_terms_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.terms IS DISTINCT FROM OLD.terms OR NEW.hash <> OLD.hash OR NEW.side <> OLD.side OR NEW.valid_until <> OLD.valid_until OR NEW.at <> OLD.at THEN
    RAISE EXCEPTION 'the terms of an offer stay' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER room_offer_terms_stay BEFORE UPDATE ON room_offer FOR EACH ROW EXECUTE FUNCTION offer_terms_stay();

-- A valuation report may be withdrawn; nothing else of it changes.
CREATE FUNCTION valuation_only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'withdrawn_at' - 'withdraw_reason') <> (to_jsonb(OLD) - 'withdrawn_at' - 'withdraw_reason') OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'a valuation report stays as it was recorded' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER valuation_report_only_withdrawn BEFORE UPDATE ON valuation_report FOR EACH ROW EXECUTE FUNCTION valuation_only_withdrawn();
CREATE TRIGGER valuation_report_stays BEFORE DELETE ON valuation_report FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Two parties talk about a result in one room at a time.
CREATE UNIQUE INDEX room_one_running ON negotiation_room (result_id, buyer_id) WHERE state IN ('INVITED', 'OPEN', 'AGREED');

CREATE SEQUENCE mandate_no_seq;
CREATE SEQUENCE room_no_seq;
