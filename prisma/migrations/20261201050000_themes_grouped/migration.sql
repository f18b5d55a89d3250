-- CreateEnum
CREATE TYPE "ThemeVoice" AS ENUM ('said', 'passage', 'edit');

-- CreateEnum
CREATE TYPE "ThemeNamer" AS ENUM ('terms', 'model', 'person');

-- CreateTable
CREATE TABLE "theme" (
    "project_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "voice" "ThemeVoice" NOT NULL,
    "language" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "named_by" "ThemeNamer" NOT NULL DEFAULT 'terms',
    "namer" TEXT,
    "asked_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "first_seen" TIMESTAMPTZ(3) NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_pkey" PRIMARY KEY ("project_id","theme_id")
);

-- CreateTable
CREATE TABLE "theme_text" (
    "project_id" UUID NOT NULL,
    "text_id" TEXT NOT NULL,
    "theme_id" UUID,
    "interaction_id" TEXT NOT NULL,
    "feedback_id" TEXT,
    "annotation_id" TEXT,
    "rater" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theme_text_pkey" PRIMARY KEY ("project_id","text_id")
);

-- CreateTable
CREATE TABLE "theme_look" (
    "project_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "asked_on" DATE,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "tokens" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "theme_look_pkey" PRIMARY KEY ("project_id")
);

-- CreateIndex
CREATE INDEX "theme_text_project_id_answered_at_idx" ON "theme_text"("project_id", "answered_at");

-- CreateIndex
CREATE INDEX "theme_text_project_id_theme_id_answered_at_idx" ON "theme_text"("project_id", "theme_id", "answered_at");

-- CreateIndex
CREATE INDEX "theme_text_project_id_interaction_id_idx" ON "theme_text"("project_id", "interaction_id");

-- CreateIndex
CREATE INDEX "theme_text_project_id_feedback_id_idx" ON "theme_text"("project_id", "feedback_id");

-- CreateIndex
CREATE INDEX "theme_text_project_id_annotation_id_idx" ON "theme_text"("project_id", "annotation_id");

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_text" ADD CONSTRAINT "theme_text_project_id_theme_id_fkey" FOREIGN KEY ("project_id", "theme_id") REFERENCES "theme"("project_id", "theme_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_text" ADD CONSTRAINT "theme_text_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_text" ADD CONSTRAINT "theme_text_project_id_feedback_id_fkey" FOREIGN KEY ("project_id", "feedback_id") REFERENCES "feedback"("project_id", "feedback_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_text" ADD CONSTRAINT "theme_text_project_id_annotation_id_fkey" FOREIGN KEY ("project_id", "annotation_id") REFERENCES "annotations"("project_id", "annotation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_look" ADD CONSTRAINT "theme_look_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;
