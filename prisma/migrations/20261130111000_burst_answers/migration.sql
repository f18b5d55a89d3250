-- AlterTable
ALTER TABLE "bursts" ADD COLUMN     "answered_from" TIMESTAMPTZ(3),
ADD COLUMN     "answered_to" TIMESTAMPTZ(3);
