-- AlterEnum
ALTER TYPE "WriteBudget" ADD VALUE 'bytes';

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "address_kilobytes" INTEGER NOT NULL DEFAULT 10000,
ADD COLUMN     "answer_events" INTEGER NOT NULL DEFAULT 500,
ADD COLUMN     "answer_kilobytes" INTEGER NOT NULL DEFAULT 2000,
ADD COLUMN     "day_events" INTEGER NOT NULL DEFAULT 1000000,
ADD COLUMN     "day_megabytes" INTEGER NOT NULL DEFAULT 500;

-- CreateTable
CREATE TABLE "write_days" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "shard" SMALLINT NOT NULL,
    "events" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "write_days_pkey" PRIMARY KEY ("project_id","day","shard")
);

-- CreateIndex
CREATE INDEX "write_days_day_idx" ON "write_days"("day");
