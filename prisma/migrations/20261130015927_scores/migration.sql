-- CreateEnum
CREATE TYPE "FeedbackSource" AS ENUM ('user', 'reviewer');

-- CreateEnum
CREATE TYPE "ScoreType" AS ENUM ('boolean', 'number', 'category');

-- CreateEnum
CREATE TYPE "ScoreDirection" AS ENUM ('higher', 'lower', 'none');

-- AlterEnum
ALTER TYPE "RatingType" ADD VALUE 'score';

-- DropIndex
DROP INDEX "feedback_project_id_interaction_id_rater_rating_type_key";

-- AlterTable
ALTER TABLE "awaited_events" ADD COLUMN     "session_id" TEXT,
ALTER COLUMN "interaction_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "score_label" TEXT,
ADD COLUMN     "score_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "score_type" "ScoreType",
ADD COLUMN     "score_value" DOUBLE PRECISION,
ADD COLUMN     "scored_session" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "source" "FeedbackSource" NOT NULL DEFAULT 'user';

-- CreateTable
CREATE TABLE "score_definitions" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "ScoreType" NOT NULL,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "labels" TEXT[],
    "direction" "ScoreDirection" NOT NULL DEFAULT 'none',
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_definitions_pkey" PRIMARY KEY ("project_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_target_rater_type_key" ON "feedback"("project_id", "interaction_id", "rater", "rating_type", "score_name", "scored_session");

-- AddForeignKey
ALTER TABLE "score_definitions" ADD CONSTRAINT "score_definitions_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: the scores of one session, and what waits for any answer of one. Both are few among many.
CREATE INDEX "feedback_sessions_idx" ON "feedback"("project_id", "scored_session", "score_name", "rater") WHERE "scored_session" <> '';
CREATE INDEX "awaited_events_session_idx" ON "awaited_events"("project_id", "session_id") WHERE "session_id" IS NOT NULL;
CREATE INDEX "feedback_scores_idx" ON "feedback"("project_id", "score_name", "created_at" DESC) WHERE "score_name" <> '';
