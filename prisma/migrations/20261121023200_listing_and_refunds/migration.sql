-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('ORDERED', 'PAID');

-- AlterTable
ALTER TABLE "deposit" ADD COLUMN     "paused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "receipt_id" UUID;

-- AlterTable
ALTER TABLE "intent" ADD COLUMN     "admitted_at" TIMESTAMPTZ(6),
ADD COLUMN     "decision_due_at" TIMESTAMPTZ(6),
ADD COLUMN     "ended_at" TIMESTAMPTZ(6),
ADD COLUMN     "files_at" TIMESTAMPTZ(6),
ADD COLUMN     "findings" JSONB,
ADD COLUMN     "terms_no" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "basis_fen" BIGINT,
ADD COLUMN     "days_run" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "declarations" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "period_started_at" TIMESTAMPTZ(6),
ADD COLUMN     "promise" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reserve_hash" TEXT,
ADD COLUMN     "reserve_sealed" TEXT,
ADD COLUMN     "second_reviewer_id" UUID;

-- AlterTable
ALTER TABLE "payment_receipt" ADD COLUMN     "payer_account" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reported_at" TIMESTAMPTZ(6),
ADD COLUMN     "venue_id" UUID;

-- CreateTable
CREATE TABLE "listing_step" (
    "listing_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(6) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT,
    "terms_no" INTEGER NOT NULL,
    "period_ends_at" TIMESTAMPTZ(6),
    "working_days" INTEGER,
    "calendar_version" TEXT,

    CONSTRAINT "listing_step_pkey" PRIMARY KEY ("listing_id","no")
);

-- CreateTable
CREATE TABLE "payment_refund" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "deposit_id" UUID,
    "venue_id" UUID,
    "purpose" TEXT NOT NULL,
    "owner_key" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'ORDERED',
    "ordered_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "paid_at" TIMESTAMPTZ(6),
    "provider_ref" TEXT,

    CONSTRAINT "payment_refund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payment_refund_receipt_id_key" ON "payment_refund"("receipt_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_refund_deposit_id_key" ON "payment_refund"("deposit_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_refund_provider_ref_key" ON "payment_refund"("provider_ref");

-- CreateIndex
CREATE INDEX "payment_refund_venue_id_state_due_at_idx" ON "payment_refund"("venue_id", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deposit_receipt_id_key" ON "deposit"("receipt_id");

-- CreateIndex
CREATE INDEX "payment_receipt_venue_id_reported_at_idx" ON "payment_receipt"("venue_id", "reported_at");

-- AddForeignKey
ALTER TABLE "listing_step" ADD CONSTRAINT "listing_step_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refund" ADD CONSTRAINT "payment_refund_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "payment_receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Numbers people read: without gaps in order, with gaps in use.
CREATE SEQUENCE listing_no_seq;
GRANT USAGE, SELECT ON SEQUENCE listing_no_seq TO ttx_app;

-- The timeline of a listing is only ever added to.
CREATE TRIGGER listing_step_append_only BEFORE UPDATE OR DELETE ON listing_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER listing_step_no_truncate BEFORE TRUNCATE ON listing_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON listing_step FROM ttx_app;

ALTER TABLE payment_refund
  ADD CONSTRAINT payment_refund_positive CHECK (amount_fen > 0),
  ADD CONSTRAINT payment_refund_paid CHECK ((state = 'PAID') = (paid_at IS NOT NULL AND provider_ref IS NOT NULL));
ALTER TABLE deposit ADD CONSTRAINT deposit_held_by_receipt CHECK (state IN ('REQUESTED', 'CANCELLED') OR receipt_id IS NOT NULL);
ALTER TABLE intent
  ADD CONSTRAINT intent_admitted_has_number CHECK (state NOT IN ('ADMITTED', 'RECONFIRM', 'WON', 'LOST') OR (bidder_no IS NOT NULL AND admitted_at IS NOT NULL));
ALTER TABLE listing
  ADD CONSTRAINT listing_reserve_committed CHECK ((reserve_sealed IS NULL) = (reserve_hash IS NULL)),
  ADD CONSTRAINT listing_period_known CHECK (state <> 'LISTED' OR (period_ends_at IS NOT NULL AND period_started_at IS NOT NULL AND published_at IS NOT NULL));
