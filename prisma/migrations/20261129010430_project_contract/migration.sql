-- CreateTable
CREATE TABLE "project_contract" (
    "result_id" UUID NOT NULL,
    "project_no" TEXT NOT NULL,
    "funder" TEXT NOT NULL,
    "demand" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "consent_no" TEXT,
    "consent_on" DATE,
    "document_id" UUID,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "project_contract_pkey" PRIMARY KEY ("result_id")
);

-- AddForeignKey
ALTER TABLE "project_contract" ADD CONSTRAINT "project_contract_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_contract" ADD CONSTRAINT "project_contract_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
