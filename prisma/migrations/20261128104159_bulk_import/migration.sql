-- CreateEnum
CREATE TYPE "BulkImportState" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "BulkImportOutcome" AS ENUM ('WAITING', 'ACCEPTED', 'REPEATED', 'REFUSED');

-- CreateTable
CREATE TABLE "bulk_import" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "document_id" UUID,
    "options" JSONB NOT NULL,
    "state" "BulkImportState" NOT NULL DEFAULT 'WAITING',
    "fault" JSONB,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "read_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "lease_until" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bulk_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_import_row" (
    "import_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "cells" JSONB,
    "outcome" "BulkImportOutcome" NOT NULL DEFAULT 'WAITING',
    "subject_id" UUID,
    "problems" JSONB,

    CONSTRAINT "bulk_import_row_pkey" PRIMARY KEY ("import_id","no")
);

-- CreateTable
CREATE TABLE "bulk_import_key" (
    "owner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "row_hash" CHAR(64) NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "bulk_import_key_pkey" PRIMARY KEY ("owner_id","kind","row_hash")
);

-- CreateIndex
CREATE INDEX "bulk_import_owner_id_kind_created_at_idx" ON "bulk_import"("owner_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "bulk_import_state_created_at_idx" ON "bulk_import"("state", "created_at");

-- CreateIndex
CREATE INDEX "bulk_import_row_import_id_outcome_no_idx" ON "bulk_import_row"("import_id", "outcome", "no");

-- AddForeignKey
ALTER TABLE "bulk_import" ADD CONSTRAINT "bulk_import_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_import_row" ADD CONSTRAINT "bulk_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "bulk_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
