-- CreateEnum
CREATE TYPE "ImprovementSource" AS ENUM ('prompt_version', 'problem', 'manual');

-- CreateEnum
CREATE TYPE "ImprovementState" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "improvement" (
    "project_id" UUID NOT NULL,
    "improvement_id" UUID NOT NULL,
    "source" "ImprovementSource" NOT NULL,
    "source_key" TEXT,
    "template" TEXT,
    "version" TEXT,
    "problem_id" UUID,
    "name" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "categories" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "ImprovementState" NOT NULL DEFAULT 'draft',
    "hold_out" DOUBLE PRECISION NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,
    "claim" JSONB,
    "claimed_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "improvement_pkey" PRIMARY KEY ("project_id","improvement_id")
);

-- CreateTable
CREATE TABLE "improvement_text" (
    "project_id" UUID NOT NULL,
    "improvement_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "improvement_text_pkey" PRIMARY KEY ("project_id","improvement_id","language")
);

-- CreateTable
CREATE TABLE "improvement_notice" (
    "project_id" UUID NOT NULL,
    "improvement_id" UUID NOT NULL,
    "rater" TEXT NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "held_out" BOOLEAN NOT NULL,
    "first_told_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "improvement_notice_pkey" PRIMARY KEY ("project_id","improvement_id","rater")
);

-- CreateIndex
CREATE UNIQUE INDEX "improvement_project_id_source_key_key" ON "improvement"("project_id", "source_key");

-- What a rater has not read: asked for on every page that shows notices.
CREATE INDEX "improvement_notice_unread_idx" ON "improvement_notice"("project_id", "rater") WHERE "read_at" IS NULL;

-- AddForeignKey
ALTER TABLE "improvement" ADD CONSTRAINT "improvement_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_text" ADD CONSTRAINT "improvement_text_project_id_improvement_id_fkey" FOREIGN KEY ("project_id", "improvement_id") REFERENCES "improvement"("project_id", "improvement_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_notice" ADD CONSTRAINT "improvement_notice_project_id_improvement_id_fkey" FOREIGN KEY ("project_id", "improvement_id") REFERENCES "improvement"("project_id", "improvement_id") ON DELETE CASCADE ON UPDATE CASCADE;
