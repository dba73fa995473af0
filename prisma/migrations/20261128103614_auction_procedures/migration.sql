-- AlterTable
ALTER TABLE "auction" ADD COLUMN     "presider_id" UUID,
ADD COLUMN     "presider_licence" TEXT,
ADD COLUMN     "presider_name" TEXT,
ADD COLUMN     "previous_id" UUID,
ADD COLUMN     "priority_due_at" TIMESTAMPTZ(6),
ADD COLUMN     "stage" TEXT,
ADD COLUMN     "stage_ends_at" TIMESTAMPTZ(6),
ADD COLUMN     "stage_round" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "standby_no" TEXT;

-- AlterTable
ALTER TABLE "bid_log_entry" ADD COLUMN     "body" JSONB;

-- AlterTable
ALTER TABLE "intent" ADD COLUMN     "priority_ground" TEXT,
ADD COLUMN     "priority_rank" INTEGER;

-- CreateTable
CREATE TABLE "auction_proxy" (
    "auction_id" UUID NOT NULL,
    "bidder_no" TEXT NOT NULL,
    "sealed_limit" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "auction_proxy_pkey" PRIMARY KEY ("auction_id","bidder_no")
);

-- CreateTable
CREATE TABLE "sealed_bid" (
    "auction_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "bidder_no" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "box" JSONB,
    "plan" TEXT,
    "committed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sealed_bid_pkey" PRIMARY KEY ("auction_id","round","bidder_no")
);

-- CreateTable
CREATE TABLE "key_share" (
    "auction_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "shares" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "key_share_pkey" PRIMARY KEY ("auction_id","round","holder")
);

-- CreateTable
CREATE TABLE "opening_key" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "holder_org_id" UUID NOT NULL,
    "public_key" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "opening_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auction_annulment" (
    "id" UUID NOT NULL,
    "auction_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "decision" TEXT,
    "decision_note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "auction_annulment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auction_message" (
    "auction_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auction_message_pkey" PRIMARY KEY ("auction_id","no")
);

-- CreateIndex
CREATE INDEX "opening_key_venue_id_holder_retired_at_idx" ON "opening_key"("venue_id", "holder", "retired_at");

-- CreateIndex
CREATE INDEX "auction_annulment_auction_id_idx" ON "auction_annulment"("auction_id");

-- AddForeignKey
ALTER TABLE "auction_proxy" ADD CONSTRAINT "auction_proxy_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_bid" ADD CONSTRAINT "sealed_bid_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auction_annulment" ADD CONSTRAINT "auction_annulment_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auction_message" ADD CONSTRAINT "auction_message_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A sealed bid, a key half laid open and a word said to the hall stay as they were.
DO $$
DECLARE append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['sealed_bid', 'key_share', 'auction_message'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- Two persons annul.
ALTER TABLE auction_annulment ADD CONSTRAINT auction_annulment_two_persons CHECK (decided_by_id IS NULL OR decided_by_id <> proposed_by_id);
CREATE UNIQUE INDEX auction_annulment_one_open ON auction_annulment (auction_id) WHERE decided_at IS NULL;
ALTER TABLE intent ADD CONSTRAINT intent_priority_rank_positive CHECK (priority_rank IS NULL OR priority_rank > 0);

-- Bids have the caller's number, but for those that the platform makes up to a limit; acts of staged procedures say what they say in the body.
ALTER TABLE bid_log_entry
  DROP CONSTRAINT bid_log_entry_shape,
  ADD CONSTRAINT bid_log_entry_shape CHECK (
    (kind = 'BID' AND bidder_no IS NOT NULL AND amount_fen IS NOT NULL AND (request_id IS NOT NULL OR body ? 'automatic')
       AND verdict IN ('ACCEPTED', 'MATCHED', 'REFUSED') AND (verdict = 'REFUSED') = (reason IS NOT NULL))
    OR (kind IN ('HALTED', 'REOPENED') AND verdict IS NULL AND bidder_no IS NULL AND amount_fen IS NULL)
    OR (kind NOT IN ('BID', 'HALTED', 'REOPENED') AND body IS NOT NULL AND coalesce(verdict, 'REFUSED') IN ('ACCEPTED', 'REFUSED')
       AND (coalesce(verdict, '') = 'REFUSED') = (reason IS NOT NULL)));
-- The price of a descending lot lies below its start.
ALTER TABLE auction
  DROP CONSTRAINT auction_price_at_least_start,
  ADD CONSTRAINT auction_price_at_least_start CHECK (current_fen IS NULL OR current_fen >= start_price_fen OR format = 'F6');
