-- CreateEnum
CREATE TYPE "SliceWidth" AS ENUM ('minute', 'hour', 'day');

-- CreateEnum
CREATE TYPE "SliceCube" AS ENUM ('core', 'tenant', 'language', 'segment');

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "edit_distance" INTEGER,
ADD COLUMN     "edit_kept" DOUBLE PRECISION;

-- The marks are made anew below.
DELETE FROM "metric_marks";

-- AlterTable
ALTER TABLE "metric_marks" DROP CONSTRAINT "metric_marks_pkey",
DROP COLUMN "hour",
ADD COLUMN     "minute" TIMESTAMPTZ(0) NOT NULL,
ADD CONSTRAINT "metric_marks_pkey" PRIMARY KEY ("project_id", "minute", "mark_id");

-- DropTable
DROP TABLE "metric_hour_buckets";

-- DropTable
DROP TABLE "metric_hours";

-- CreateTable
CREATE TABLE "metric_slices" (
    "project_id" UUID NOT NULL,
    "cube" "SliceCube" NOT NULL,
    "width" "SliceWidth" NOT NULL,
    "start" TIMESTAMPTZ(0) NOT NULL,
    "feature_name" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "prompt_template" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "cohort" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "interactions" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL,
    "thumbs_up" INTEGER NOT NULL,
    "thumbs_down" INTEGER NOT NULL,
    "stars" INTEGER[],
    "corrections" INTEGER NOT NULL,
    "measured" INTEGER NOT NULL,
    "edit_distance" DOUBLE PRECISION NOT NULL,
    "edit_kept" DOUBLE PRECISION NOT NULL,
    "comments" INTEGER NOT NULL,
    "timed" INTEGER NOT NULL,
    "latency_ms" BIGINT NOT NULL,
    "priced" INTEGER NOT NULL,
    "cost_usd" DOUBLE PRECISION NOT NULL,
    "sized" INTEGER NOT NULL,
    "tokens" BIGINT NOT NULL,
    "latency_buckets" INTEGER[],
    "latency_counts" INTEGER[],
    "cost_buckets" INTEGER[],
    "cost_counts" INTEGER[],
    "token_buckets" INTEGER[],
    "token_counts" INTEGER[],

    CONSTRAINT "metric_slices_pkey" PRIMARY KEY ("project_id","cube","width","start","feature_name","model_name","prompt_template","prompt_version","variant","cohort")
);

-- CreateTable
CREATE TABLE "metric_slice_parts" (
    "project_id" UUID NOT NULL,
    "cube" "SliceCube" NOT NULL,
    "width" "SliceWidth" NOT NULL,
    "kind" TEXT NOT NULL,
    "start" TIMESTAMPTZ(0) NOT NULL,
    "feature_name" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "prompt_template" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "cohort" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "metric_slice_parts_pkey" PRIMARY KEY ("project_id","cube","width","kind","start","feature_name","model_name","prompt_template","prompt_version","variant","cohort","name")
);

-- All of it is counted again, beginning with the first look.
INSERT INTO "metric_marks" ("project_id", "minute")
SELECT DISTINCT "project_id", date_trunc('minute', "created_at", 'UTC') FROM "interactions";
