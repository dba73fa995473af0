-- CreateEnum
CREATE TYPE "ContractImportState" AS ENUM ('QUEUED', 'RUNNING', 'MERGING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ContractImportChoice" AS ENUM ('ALL', 'GOOD');

-- CreateTable
CREATE TABLE "contract_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "uploaded_by_id" UUID,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "choice" "ContractImportChoice" NOT NULL,
    "state" "ContractImportState" NOT NULL DEFAULT 'QUEUED',
    "division_code" CHAR(6) NOT NULL,
    "progress_bp" INTEGER NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_good" INTEGER NOT NULL DEFAULT 0,
    "rows_bad" INTEGER NOT NULL DEFAULT 0,
    "rows_same" INTEGER NOT NULL DEFAULT 0,
    "rows_merged" INTEGER NOT NULL DEFAULT 0,
    "fault" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "contract_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_import_problem" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "details" JSONB,

    CONSTRAINT "contract_import_problem_pkey" PRIMARY KEY ("import_id","row_no","no")
);

-- CreateTable
CREATE TABLE "contract_import_row" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "external_no" TEXT NOT NULL,
    "row_hash" TEXT NOT NULL,
    "contract_id" UUID NOT NULL,
    "one_place_key" TEXT,
    "project_name" TEXT NOT NULL,
    "contract_type" TEXT,
    "licence_mode" TEXT,
    "licence_region" TEXT,
    "sublicence" BOOLEAN,
    "signed_on" DATE,
    "valid_from" DATE,
    "valid_to" DATE,
    "turnover_fen" BIGINT,
    "technical_fen" BIGINT,
    "field" TEXT,
    "ip_kinds" TEXT[],
    "programme" TEXT,
    "project_no" TEXT,
    "objective" TEXT,
    "industry" TEXT,
    "payment" TEXT,
    "royalty_base" TEXT,
    "royalty_rate_mode" TEXT,
    "expected_investment_fen" BIGINT,
    "expected_output_fen" BIGINT,
    "secret" TEXT NOT NULL,
    "tax_claims" TEXT[],
    "text" TEXT NOT NULL,
    "text_fingerprint" TEXT,
    "responsible" TEXT,
    "parties" JSONB NOT NULL,
    "deductions" JSONB,
    "instalments" JSONB,
    "patents" JSONB,

    CONSTRAINT "contract_import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "contract_import_origin" (
    "contract_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "applicant_id" UUID NOT NULL,
    "external_no" TEXT NOT NULL,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "contract_import_origin_pkey" PRIMARY KEY ("contract_id")
);

-- CreateIndex
CREATE INDEX "contract_import_organisation_id_created_at_id_idx" ON "contract_import"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "contract_import_state_created_at_idx" ON "contract_import"("state", "created_at");

-- CreateIndex
CREATE INDEX "contract_import_row_import_id_external_no_idx" ON "contract_import_row"("import_id", "external_no");

-- CreateIndex
CREATE INDEX "contract_import_row_import_id_one_place_key_idx" ON "contract_import_row"("import_id", "one_place_key");

-- CreateIndex
CREATE UNIQUE INDEX "contract_import_origin_applicant_id_external_no_key" ON "contract_import_origin"("applicant_id", "external_no");

-- CreateIndex
CREATE INDEX "contract_one_place_key_idx" ON "contract"("one_place_key");

-- AddForeignKey
ALTER TABLE "contract_import" ADD CONSTRAINT "contract_import_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Waiting rows can be read again from the file: they need no log.
ALTER TABLE contract_import_row SET UNLOGGED;
-- One file of one applicant is one import, until it has come to nothing.
CREATE UNIQUE INDEX contract_import_one_file ON contract_import (organisation_id, sha256) WHERE state NOT IN ('REFUSED', 'FAILED', 'CANCELLED');
ALTER TABLE contract_import ADD CONSTRAINT contract_import_counts CHECK (
  rows_read >= 0 AND rows_good >= 0 AND rows_bad >= 0 AND rows_same >= 0 AND rows_merged BETWEEN 0 AND rows_good AND progress_bp BETWEEN 0 AND 10000);
-- Where a contract came from stays as it is.
CREATE TRIGGER contract_import_origin_append_only BEFORE UPDATE OR DELETE ON contract_import_origin FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contract_import_origin_no_truncate BEFORE TRUNCATE ON contract_import_origin FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON contract_import_origin FROM ttx_app;
