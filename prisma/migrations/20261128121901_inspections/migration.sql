-- CreateEnum
CREATE TYPE "InspectionItemState" AS ENUM ('DRAWN', 'PASSED', 'DEFECT_FOUND', 'REMEDIED', 'CLOSED', 'REFERRED');

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "division_code" CHAR(6) NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "share_bp" INTEGER NOT NULL,
    "minimum" INTEGER NOT NULL,
    "maximum" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "candidates" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "drawn_by_id" UUID,
    "drawn_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_item" (
    "inspection_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "contract_id" UUID NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "state" "InspectionItemState" NOT NULL DEFAULT 'DRAWN',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inspection_item_pkey" PRIMARY KEY ("inspection_id","no")
);

-- CreateTable
CREATE TABLE "inspection_step" (
    "inspection_id" UUID NOT NULL,
    "item_no" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "InspectionItemState" NOT NULL,
    "to_state" "InspectionItemState" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "inspection_step_pkey" PRIMARY KEY ("inspection_id","item_no","no")
);

-- CreateIndex
CREATE INDEX "inspection_office_id_drawn_at_id_idx" ON "inspection"("office_id", "drawn_at", "id");

-- CreateIndex
CREATE INDEX "inspection_division_code_drawn_at_id_idx" ON "inspection"("division_code", "drawn_at", "id");

-- CreateIndex
CREATE INDEX "inspection_item_contract_id_idx" ON "inspection_item"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_item_inspection_id_contract_id_key" ON "inspection_item"("inspection_id", "contract_id");

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_item" ADD CONSTRAINT "inspection_item_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_item" ADD CONSTRAINT "inspection_item_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_step" ADD CONSTRAINT "inspection_step_inspection_id_item_no_fkey" FOREIGN KEY ("inspection_id", "item_no") REFERENCES "inspection_item"("inspection_id", "no") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE inspection ADD CONSTRAINT inspection_bounds CHECK ("from" <= "to" AND share_bp BETWEEN 1 AND 10000 AND minimum BETWEEN 1 AND maximum);
-- What was drawn, and by which seed, stays; and no drawn file moves without the step that moved it.
CREATE TRIGGER inspection_append_only BEFORE UPDATE OR DELETE ON inspection FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inspection_step_append_only BEFORE UPDATE OR DELETE ON inspection_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON inspection, inspection_step FROM ttx_app;
REVOKE DELETE, TRUNCATE ON inspection_item FROM ttx_app;
