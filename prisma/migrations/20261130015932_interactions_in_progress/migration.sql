-- AlterTable
ALTER TABLE "interactions" ADD COLUMN     "in_progress" BOOLEAN NOT NULL DEFAULT false;
