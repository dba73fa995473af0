-- AlterTable
ALTER TABLE "contract" ADD COLUMN     "approval_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "change" JSONB,
ADD COLUMN     "disputed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "next_due_at" TIMESTAMPTZ(6),
ADD COLUMN     "one_place_key" TEXT,
ADD COLUMN     "signed_by_internal_body" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sublicence" BOOLEAN,
ADD COLUMN     "warn_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "contract_deduction" ADD COLUMN     "carrier_count" INTEGER,
ADD COLUMN     "carrier_kind" TEXT,
ADD COLUMN     "carrier_needed" INTEGER,
ADD COLUMN     "carrier_unit_fen" BIGINT;

-- AlterTable
ALTER TABLE "contract_instalment" ADD COLUMN     "estimated" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "due_on" DROP NOT NULL;

-- AlterTable
ALTER TABLE "contract_party" ALTER COLUMN "share_bp" DROP NOT NULL,
ALTER COLUMN "share_bp" DROP DEFAULT;

-- AlterTable
ALTER TABLE "provincial_review" ADD COLUMN     "answer_due_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "provincial_review_step" (
    "review_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "ProvincialReviewState" NOT NULL,
    "to_state" "ProvincialReviewState" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "provincial_review_step_pkey" PRIMARY KEY ("review_id","no")
);

-- CreateIndex
CREATE INDEX "contract_office_id_next_due_at_id_idx" ON "contract"("office_id", "next_due_at", "id");

-- AddForeignKey
ALTER TABLE "provincial_review_step" ADD CONSTRAINT "provincial_review_step_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "provincial_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A draft may hold a term that ends before it begins; a filed form may not.
ALTER TABLE contract DROP CONSTRAINT contract_term,
  ADD CONSTRAINT contract_term CHECK (state IN ('DRAFT', 'CORRECTION', 'WITHDRAWN') OR valid_from <= valid_to),
  ADD CONSTRAINT contract_filed_with_an_office CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (office_id IS NOT NULL AND submitted_at IS NOT NULL)),
  ADD CONSTRAINT contract_clock_runs CHECK (state NOT IN ('ACCEPTED', 'SECOND_REVIEW') OR (accepted_at IS NOT NULL AND due_at IS NOT NULL));
ALTER TABLE contract_deduction ADD CONSTRAINT contract_deduction_carrier CHECK (
  carrier_kind IS NULL OR (carrier_kind IN ('document', 'sample', 'plant') AND carrier_unit_fen > 0 AND carrier_count > 0 AND carrier_needed >= 0));

-- One contract, one place, nation-wide (管理办法（2000） Art. 8), also when two offices are asked in the same second.
CREATE UNIQUE INDEX contract_one_place ON contract (one_place_key)
  WHERE one_place_key IS NOT NULL AND state IN ('SUBMITTED', 'ACCEPTED', 'CORRECTION', 'SECOND_REVIEW', 'REGISTERED', 'CHANGE_PENDING', 'RE_REVIEW');

-- A number once given stays with its contract.
CREATE FUNCTION registration_number_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.registration_no IS NOT NULL AND (NEW.registration_no IS DISTINCT FROM OLD.registration_no OR NEW.registered_at IS DISTINCT FROM OLD.registered_at) THEN
    RAISE EXCEPTION 'the registration number of contract % stays', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_number_stays BEFORE UPDATE OF registration_no, registered_at ON contract FOR EACH ROW EXECUTE FUNCTION registration_number_stays();

-- No file moves without the decision that moved it.
CREATE FUNCTION contract_moved_by_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_decision record;
BEGIN
  SELECT from_state, to_state INTO last_decision FROM recognition_decision WHERE contract_id = NEW.id ORDER BY no DESC LIMIT 1;
  IF last_decision.to_state IS DISTINCT FROM (SELECT state FROM contract WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'contract % moved without a decision', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER contract_moved_by_decision AFTER UPDATE OF state ON contract DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION contract_moved_by_decision();

CREATE TRIGGER provincial_review_step_append_only BEFORE UPDATE OR DELETE ON provincial_review_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER provincial_review_step_no_truncate BEFORE TRUNCATE ON provincial_review_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON provincial_review_step FROM ttx_app;
