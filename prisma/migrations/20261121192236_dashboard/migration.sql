-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "edit_kinds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "cohort_minimum" INTEGER NOT NULL DEFAULT 10;

-- CreateTable
CREATE TABLE "saved_views" (
    "project_id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("project_id","view_id")
);

-- CreateTable
CREATE TABLE "interaction_looks" (
    "project_id" UUID NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interaction_looks_pkey" PRIMARY KEY ("project_id","interaction_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_project_id_name_key" ON "saved_views"("project_id", "name");

-- CreateIndex
CREATE INDEX "interaction_looks_project_id_looked_at_idx" ON "interaction_looks"("project_id", "looked_at");

-- CreateIndex
CREATE INDEX "annotations_project_id_created_at_idx" ON "annotations"("project_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interaction_looks" ADD CONSTRAINT "interaction_looks_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex: the corrections that wait to be compared with their answers. Small, and so found at once whatever the
-- planner knows of the table.
CREATE INDEX "feedback_uncompared_idx" ON "feedback"("project_id", "interaction_id") WHERE "rating_type" = 'correction' AND "edit_distance" IS NULL AND "correction_text" IS NOT NULL;

-- CreateIndex: the newest comments and the newest corrections, without a walk over all ratings.
CREATE INDEX "feedback_comments_idx" ON "feedback"("project_id", "created_at" DESC) WHERE "feedback_comment" IS NOT NULL;
CREATE INDEX "feedback_corrections_idx" ON "feedback"("project_id", "created_at" DESC) WHERE "rating_type" = 'correction';
