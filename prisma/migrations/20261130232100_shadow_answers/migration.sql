-- CreateEnum
CREATE TYPE "ShadowVerdictValue" AS ENUM ('candidate', 'shown', 'tie');

-- CreateTable
CREATE TABLE "shadow_answer" (
    "project_id" UUID NOT NULL,
    "shadow_id" TEXT NOT NULL,
    "shadow_of" TEXT NOT NULL,
    "feature_name" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "prompt_template" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "response_text" TEXT NOT NULL,
    "response_latency_ms" INTEGER,
    "cost_usd" DOUBLE PRECISION,
    "token_count" INTEGER,
    "finish_reason" TEXT,
    "details" JSONB NOT NULL,
    "in_progress" BOOLEAN NOT NULL,
    "clipped" JSONB,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shadow_answer_pkey" PRIMARY KEY ("project_id","shadow_id")
);

-- CreateTable
CREATE TABLE "shadow_verdict" (
    "project_id" UUID NOT NULL,
    "shadow_id" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "verdict" "ShadowVerdictValue" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shadow_verdict_pkey" PRIMARY KEY ("project_id","shadow_id","reviewer_id")
);

-- CreateIndex
CREATE INDEX "shadow_answer_project_id_shadow_of_idx" ON "shadow_answer"("project_id", "shadow_of");

-- CreateIndex
CREATE INDEX "shadow_answer_project_id_created_at_shadow_id_idx" ON "shadow_answer"("project_id", "created_at", "shadow_id");

-- AddForeignKey
ALTER TABLE "shadow_answer" ADD CONSTRAINT "shadow_answer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shadow_verdict" ADD CONSTRAINT "shadow_verdict_project_id_shadow_id_fkey" FOREIGN KEY ("project_id", "shadow_id") REFERENCES "shadow_answer"("project_id", "shadow_id") ON DELETE CASCADE ON UPDATE CASCADE;
