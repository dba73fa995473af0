-- AlterTable
ALTER TABLE "auction" ADD COLUMN     "fault_at" TIMESTAMPTZ(6);
