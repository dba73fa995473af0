-- AlterTable
ALTER TABLE "income_share" ADD COLUMN     "owners" TEXT[] DEFAULT ARRAY[]::TEXT[];
