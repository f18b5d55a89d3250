-- CreateEnum
CREATE TYPE "PromptKind" AS ENUM ('text', 'chat');

-- CreateTable
CREATE TABLE "prompt_template" (
    "project_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "kind" "PromptKind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "prompt_template_pkey" PRIMARY KEY ("project_id","template")
);

-- CreateTable
CREATE TABLE "prompt_version" (
    "project_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "parent_version" TEXT,
    "kind" "PromptKind" NOT NULL,
    "content" JSONB NOT NULL,
    "variables" TEXT[],
    "includes" TEXT[],
    "model_name" TEXT,
    "model_params" JSONB,
    "author" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_version_pkey" PRIMARY KEY ("project_id","template","version")
);

-- CreateTable
CREATE TABLE "prompt_label" (
    "project_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "protected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "prompt_label_pkey" PRIMARY KEY ("project_id","template","label")
);

-- CreateTable
CREATE TABLE "prompt_label_move" (
    "project_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "from_version" TEXT,
    "to_version" TEXT,
    "moved_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_label_move_pkey" PRIMARY KEY ("project_id","template","id")
);

-- AddForeignKey
ALTER TABLE "prompt_template" ADD CONSTRAINT "prompt_template_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_version" ADD CONSTRAINT "prompt_version_project_id_template_fkey" FOREIGN KEY ("project_id", "template") REFERENCES "prompt_template"("project_id", "template") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_label" ADD CONSTRAINT "prompt_label_project_id_template_version_fkey" FOREIGN KEY ("project_id", "template", "version") REFERENCES "prompt_version"("project_id", "template", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_label_move" ADD CONSTRAINT "prompt_label_move_project_id_template_fkey" FOREIGN KEY ("project_id", "template") REFERENCES "prompt_template"("project_id", "template") ON DELETE CASCADE ON UPDATE CASCADE;
