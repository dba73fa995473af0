-- AlterTable
ALTER TABLE "priority_right" ADD COLUMN     "answered_by_id" UUID,
ADD COLUMN     "holder_person_id" UUID;

-- CreateIndex
CREATE INDEX "priority_right_holder_id_created_at_idx" ON "priority_right"("holder_id", "created_at");

-- CreateIndex
CREATE INDEX "priority_right_holder_person_id_created_at_idx" ON "priority_right"("holder_person_id", "created_at");
