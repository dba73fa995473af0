-- CreateTable
CREATE TABLE "sector_record" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "conduct" TEXT NOT NULL,
    "record_class" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "division_code" CHAR(6) NOT NULL,
    "decided_on" DATE NOT NULL,
    "repair_from" DATE NOT NULL,
    "shown_until" DATE NOT NULL,
    "repair_asked_at" TIMESTAMPTZ(6),
    "repair_due_at" TIMESTAMPTZ(6),
    "repair_answer" TEXT,
    "ended" TEXT,
    "ended_on" DATE,
    "end_document_no" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sector_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocation_consequence" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "document_no" TEXT,
    "on" DATE NOT NULL,
    "amount_fen" BIGINT,
    "words" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "revocation_consequence_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateIndex
CREATE UNIQUE INDEX "sector_record_contract_id_key" ON "sector_record"("contract_id");

-- CreateIndex
CREATE INDEX "sector_record_organisation_id_shown_until_idx" ON "sector_record"("organisation_id", "shown_until");

-- AddForeignKey
ALTER TABLE "sector_record" ADD CONSTRAINT "sector_record_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sector_record" ADD CONSTRAINT "sector_record_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation_consequence" ADD CONSTRAINT "revocation_consequence_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER revocation_consequence_append_only BEFORE UPDATE OR DELETE ON revocation_consequence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revocation_consequence_no_truncate BEFORE TRUNCATE ON revocation_consequence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON revocation_consequence FROM ttx_app;

-- A record is never taken away, and what it says of the party stays as it was decided; it may only end.
CREATE FUNCTION sector_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.organisation_id, OLD.contract_id, OLD.conduct, OLD.record_class, OLD.facts, OLD.document_no, OLD.decided_on, OLD.repair_from, OLD.shown_until)
     IS DISTINCT FROM (NEW.organisation_id, NEW.contract_id, NEW.conduct, NEW.record_class, NEW.facts, NEW.document_no, NEW.decided_on, NEW.repair_from, NEW.shown_until)
     OR OLD.ended IS NOT NULL THEN
    RAISE EXCEPTION 'record % stays as it was decided', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sector_record_stays BEFORE UPDATE OR DELETE ON sector_record FOR EACH ROW EXECUTE FUNCTION sector_record_stays();
