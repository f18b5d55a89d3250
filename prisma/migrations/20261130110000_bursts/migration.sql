-- CreateEnum
CREATE TYPE "BurstKind" AS ENUM ('token', 'address', 'agent', 'minute');

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN     "burst_id" UUID;

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "burst_id" UUID;

-- AlterTable
ALTER TABLE "preferences" ADD COLUMN     "burst_id" UUID;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "bursts_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "leave_out_bursts" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "signals" ADD COLUMN     "burst_id" UUID,
ADD COLUMN     "rater" TEXT;

-- CreateTable
CREATE TABLE "vote_origins" (
    "project_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "rater" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "burst_id" UUID,

    CONSTRAINT "vote_origins_pkey" PRIMARY KEY ("project_id","received_at","interaction_id","rater")
);

-- CreateTable
CREATE TABLE "vote_hours" (
    "project_id" UUID NOT NULL,
    "kind" "BurstKind" NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "votes" INTEGER NOT NULL,
    "groups" INTEGER NOT NULL,
    "largest" INTEGER NOT NULL,
    "keys" TEXT[],
    "counts" INTEGER[],

    CONSTRAINT "vote_hours_pkey" PRIMARY KEY ("project_id","kind","hour")
);

-- CreateTable
CREATE TABLE "bursts" (
    "project_id" UUID NOT NULL,
    "burst_id" UUID NOT NULL,
    "kind" "BurstKind" NOT NULL,
    "group_key" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "votes" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "groups" INTEGER NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "left_out" BOOLEAN NOT NULL,

    CONSTRAINT "bursts_pkey" PRIMARY KEY ("project_id","burst_id")
);

-- AddForeignKey
ALTER TABLE "bursts" ADD CONSTRAINT "bursts_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of nearly no row; as in key_lookups no look-up by a key alone may use them.
CREATE INDEX "feedback_project_id_burst_id_idx" ON "feedback"("project_id", "burst_id") WHERE "burst_id" IS NOT NULL;
CREATE INDEX "annotations_project_id_burst_id_idx" ON "annotations"("project_id", "burst_id") WHERE "burst_id" IS NOT NULL;
CREATE INDEX "signals_project_id_burst_id_idx" ON "signals"("project_id", "burst_id") WHERE "burst_id" IS NOT NULL;
CREATE INDEX "preferences_project_id_burst_id_idx" ON "preferences"("project_id", "burst_id") WHERE "burst_id" IS NOT NULL;
