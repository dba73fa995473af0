-- CreateTable
CREATE TABLE "auction_signature" (
    "auction_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "bidder_no" TEXT NOT NULL,
    "price_fen" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "chain_head" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,
    "public_key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "auction_signature_pkey" PRIMARY KEY ("auction_id","no")
);

-- CreateIndex
CREATE UNIQUE INDEX "auction_signature_auction_id_role_bidder_no_key" ON "auction_signature"("auction_id", "role", "bidder_no");

-- AddForeignKey
ALTER TABLE "auction_signature" ADD CONSTRAINT "auction_signature_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was signed stays signed.
ALTER TABLE auction_signature ADD CONSTRAINT auction_signature_role CHECK (role IN ('AUCTIONEER', 'RECORDER', 'BUYER'));
CREATE TRIGGER auction_signature_append_only BEFORE UPDATE OR DELETE ON auction_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER auction_signature_no_truncate BEFORE TRUNCATE ON auction_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
