-- CreateEnum
CREATE TYPE "ModelRecommendation" AS ENUM ('keep', 'switch', 'not_enough_data');

-- CreateTable
CREATE TABLE "feature_model_label" (
    "project_id" UUID NOT NULL,
    "feature_name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,

    CONSTRAINT "feature_model_label_pkey" PRIMARY KEY ("project_id","feature_name","label")
);

-- CreateTable
CREATE TABLE "feature_model_move" (
    "project_id" UUID NOT NULL,
    "feature_name" TEXT NOT NULL,
    "move_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "from_model" TEXT,
    "to_model" TEXT,
    "moved_by" TEXT NOT NULL,
    "by_itself" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feature_model_move_pkey" PRIMARY KEY ("project_id","feature_name","move_id")
);

-- CreateTable
CREATE TABLE "feature_model_guard" (
    "project_id" UUID NOT NULL,
    "feature_name" TEXT NOT NULL,
    "allowed_by" TEXT NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feature_model_guard_pkey" PRIMARY KEY ("project_id","feature_name")
);

-- CreateTable
CREATE TABLE "feature_model_run" (
    "project_id" UUID NOT NULL,
    "feature_name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "recommendation" "ModelRecommendation" NOT NULL,
    "model_name" TEXT,
    "current_model" TEXT,
    "randomized" BOOLEAN NOT NULL,

    CONSTRAINT "feature_model_run_pkey" PRIMARY KEY ("project_id","feature_name","day")
);

-- AddForeignKey
ALTER TABLE "feature_model_label" ADD CONSTRAINT "feature_model_label_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature_model_move" ADD CONSTRAINT "feature_model_move_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature_model_guard" ADD CONSTRAINT "feature_model_guard_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature_model_run" ADD CONSTRAINT "feature_model_run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;
