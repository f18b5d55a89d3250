-- CreateEnum
CREATE TYPE "BenchInputs" AS ENUM ('latest', 'badly_rated');

-- CreateEnum
CREATE TYPE "BenchState" AS ENUM ('running', 'finished', 'stopped');

-- CreateEnum
CREATE TYPE "BenchAnswerState" AS ENUM ('waiting', 'answered', 'failed', 'skipped');

-- CreateTable
CREATE TABLE "bench_run" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "inputs" "BenchInputs" NOT NULL,
    "asked" SMALLINT NOT NULL,
    "input_as" TEXT,
    "content" JSONB NOT NULL,
    "variables" TEXT[],
    "model_name" TEXT NOT NULL,
    "model_params" JSONB,
    "prices" JSONB,
    "state" "BenchState" NOT NULL DEFAULT 'running',
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,

    CONSTRAINT "bench_run_pkey" PRIMARY KEY ("project_id","run_id")
);

-- CreateTable
CREATE TABLE "bench_answer" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "state" "BenchAnswerState" NOT NULL DEFAULT 'waiting',
    "claimed_until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "response_text" TEXT,
    "latency_ms" INTEGER,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "finish_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bench_answer_pkey" PRIMARY KEY ("project_id","run_id","interaction_id")
);

-- CreateIndex
CREATE INDEX "bench_run_project_id_template_version_idx" ON "bench_run"("project_id", "template", "version");

-- CreateIndex
CREATE INDEX "bench_answer_project_id_interaction_id_idx" ON "bench_answer"("project_id", "interaction_id");

-- AddForeignKey
ALTER TABLE "bench_run" ADD CONSTRAINT "bench_run_project_id_template_version_fkey" FOREIGN KEY ("project_id", "template", "version") REFERENCES "prompt_version"("project_id", "template", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bench_answer" ADD CONSTRAINT "bench_answer_project_id_run_id_fkey" FOREIGN KEY ("project_id", "run_id") REFERENCES "bench_run"("project_id", "run_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bench_answer" ADD CONSTRAINT "bench_answer_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One run of a prompt at a time; also how the jobs find those that run.
CREATE UNIQUE INDEX "bench_run_running_key" ON "bench_run"("project_id", "template") WHERE "state" = 'running';
