-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "drafted_at" TIMESTAMPTZ(6),
ADD COLUMN     "handed_over_at" TIMESTAMPTZ(6),
ADD COLUMN     "intent_id" UUID,
ADD COLUMN     "released_at" TIMESTAMPTZ(6),
ADD COLUMN     "state_reason" TEXT;

-- AlterTable
ALTER TABLE "public_notice" ADD COLUMN     "relation_facts" JSONB NOT NULL,
ADD COLUMN     "result_version_no" INTEGER NOT NULL,
ADD COLUMN     "running_since" TIMESTAMPTZ(6),
ADD COLUMN     "unit_place" TEXT NOT NULL,
ADD COLUMN     "venue_id" UUID;

-- CreateTable
CREATE TABLE "notice_step" (
    "notice_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(6) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT,
    "ends_at" TIMESTAMPTZ(6),
    "terms" JSONB,

    CONSTRAINT "notice_step_pkey" PRIMARY KEY ("notice_id","no")
);

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_step" ADD CONSTRAINT "notice_step_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Numbers people read: in order, with gaps in use.
CREATE SEQUENCE notice_no_seq;
CREATE SEQUENCE deal_no_seq;
CREATE SEQUENCE transaction_certificate_no_seq;
GRANT USAGE, SELECT ON SEQUENCE notice_no_seq, deal_no_seq, transaction_certificate_no_seq TO ttx_app;

-- The timeline of a notice is only ever added to.
CREATE TRIGGER notice_step_append_only BEFORE UPDATE OR DELETE ON notice_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_step_no_truncate BEFORE TRUNCATE ON notice_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON notice_step FROM ttx_app;

ALTER TABLE public_notice
  ADD CONSTRAINT public_notice_runs_to_an_end CHECK (state <> 'RUNNING' OR (ends_at IS NOT NULL AND running_since IS NOT NULL AND published_at IS NOT NULL)),
  ADD CONSTRAINT public_notice_stopped_has_a_rest CHECK (state <> 'OBJECTED' OR remaining_days > 0),
  ADD CONSTRAINT public_notice_cleared_until CHECK (state NOT IN ('CLEARED', 'USED') OR (cleared_at IS NOT NULL AND valid_until IS NOT NULL));
ALTER TABLE objection ADD CONSTRAINT objection_ruled CHECK ((state = 'FILED') = (ruled_at IS NULL) AND (ruled_at IS NULL OR ruling <> ''));
-- Two notices with exclusive effect never stand for the same result.
CREATE UNIQUE INDEX public_notice_exclusive_once ON public_notice (result_id)
  WHERE state IN ('RUNNING', 'OBJECTED', 'CLEARED') AND (trade_mode IN ('ASSIGNMENT', 'EQUITY') OR licence_kind IN ('exclusive', 'sole'));

-- A deal came about in one way, and one way makes one deal.
CREATE UNIQUE INDEX deal_once_per_intent ON deal (intent_id) WHERE intent_id IS NOT NULL;
ALTER TABLE deal ADD CONSTRAINT deal_origin CHECK (
  (origin = 'AUCTION' AND auction_id IS NOT NULL AND listing_id IS NOT NULL AND intent_id IS NOT NULL AND venue_id IS NOT NULL)
  OR (origin = 'SOLE_BUYER' AND listing_id IS NOT NULL AND intent_id IS NOT NULL AND venue_id IS NOT NULL)
  OR (origin = 'AGREED_PRICE' AND notice_id IS NOT NULL));
ALTER TABLE deal ADD CONSTRAINT deal_settles_when_signed CHECK ((settlement IS NULL) = (signed_at IS NULL));
-- What both signed stays as they signed it.
CREATE FUNCTION signed_contract_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.seller_signed_at IS NOT NULL OR OLD.buyer_signed_at IS NOT NULL) AND
     (NEW.contract_hash, NEW.contract_text, NEW.price_fen, NEW.seller_id, NEW.buyer_id) IS DISTINCT FROM
     (OLD.contract_hash, OLD.contract_text, OLD.price_fen, OLD.seller_id, OLD.buyer_id) THEN
    RAISE EXCEPTION 'deal % has been signed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deal_signed_contract_stays BEFORE UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION signed_contract_stays();
-- A certificate is revoked, never rewritten.
CREATE FUNCTION certificate_only_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.no, NEW.deal_id, NEW.facts, NEW.hash, NEW.verify_code, NEW.issued_at) IS DISTINCT FROM (OLD.no, OLD.deal_id, OLD.facts, OLD.hash, OLD.verify_code, OLD.issued_at)
     OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'certificate % may only be revoked', OLD.no USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transaction_certificate_only_revoked BEFORE UPDATE ON transaction_certificate FOR EACH ROW EXECUTE FUNCTION certificate_only_revoked();
