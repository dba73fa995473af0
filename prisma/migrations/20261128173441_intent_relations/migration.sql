-- AlterTable
ALTER TABLE "intent" ADD COLUMN     "relations" TEXT[] DEFAULT ARRAY[]::TEXT[];
