-- CreateEnum
CREATE TYPE "ExperimentKind" AS ENUM ('prompt', 'model', 'custom');

-- CreateEnum
CREATE TYPE "ExperimentState" AS ENUM ('draft', 'running', 'paused', 'promoted', 'stopped');

-- CreateTable
CREATE TABLE "experiment" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "hypothesis" TEXT NOT NULL DEFAULT '',
    "kind" "ExperimentKind" NOT NULL,
    "feature_name" TEXT,
    "prompt_template" TEXT,
    "label" TEXT,
    "traffic" DOUBLE PRECISION NOT NULL,
    "salt" TEXT NOT NULL,
    "primary_metric" JSONB,
    "guardrails" JSONB NOT NULL DEFAULT '[]',
    "pause_on_harm" BOOLEAN NOT NULL DEFAULT false,
    "state" "ExperimentState" NOT NULL DEFAULT 'draft',
    "winner" TEXT,
    "decision" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "split_at" TIMESTAMPTZ(3),
    "history_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("project_id","experiment")
);

-- CreateTable
CREATE TABLE "experiment_arm" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "is_control" BOOLEAN NOT NULL,
    "prompt_version" TEXT,
    "model_name" TEXT,
    "paused_at" TIMESTAMPTZ(3),

    CONSTRAINT "experiment_arm_pkey" PRIMARY KEY ("project_id","experiment","variant")
);

-- CreateTable
CREATE TABLE "experiment_transition" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "transition_id" UUID NOT NULL,
    "from_state" "ExperimentState",
    "to_state" "ExperimentState" NOT NULL,
    "split" JSONB NOT NULL,
    "changed_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experiment_transition_pkey" PRIMARY KEY ("project_id","experiment","transition_id")
);

-- CreateTable
CREATE TABLE "experiment_user" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "rater_key" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "first_exposed_at" TIMESTAMPTZ(3) NOT NULL,
    "switched" BOOLEAN NOT NULL,
    "interactions" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL,
    "thumbs" INTEGER NOT NULL,
    "thumbs_up" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "stars_sum" INTEGER NOT NULL,
    "corrections" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "kept_sum" DOUBLE PRECISION NOT NULL,
    "timed" INTEGER NOT NULL,
    "latency_ms" BIGINT NOT NULL,
    "priced" INTEGER NOT NULL,
    "cost_usd" DOUBLE PRECISION NOT NULL,
    "named_counts" INTEGER[],
    "named_sums" DOUBLE PRECISION[],
    "early_count" INTEGER NOT NULL,
    "early_sum" DOUBLE PRECISION NOT NULL,
    "before_count" INTEGER NOT NULL,
    "before_sum" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "experiment_user_pkey" PRIMARY KEY ("project_id","experiment","rater_key")
);

-- CreateTable
CREATE TABLE "experiment_history" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "rater_key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "sum" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "experiment_history_pkey" PRIMARY KEY ("project_id","experiment","rater_key")
);

-- CreateTable
CREATE TABLE "experiment_uncounted" (
    "project_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "experiment" TEXT NOT NULL,
    "unknown" INTEGER NOT NULL,
    "anonymous" INTEGER NOT NULL,

    CONSTRAINT "experiment_uncounted_pkey" PRIMARY KEY ("project_id","minute","experiment")
);

-- CreateTable
CREATE TABLE "experiment_mark" (
    "project_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "mark_id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "experiment_mark_pkey" PRIMARY KEY ("project_id","minute","mark_id")
);

-- AddForeignKey
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment_arm" ADD CONSTRAINT "experiment_arm_project_id_experiment_fkey" FOREIGN KEY ("project_id", "experiment") REFERENCES "experiment"("project_id", "experiment") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment_transition" ADD CONSTRAINT "experiment_transition_project_id_experiment_fkey" FOREIGN KEY ("project_id", "experiment") REFERENCES "experiment"("project_id", "experiment") ON DELETE CASCADE ON UPDATE CASCADE;

-- One running experiment splits the readers of a label. Those without one have no readers to share.
CREATE UNIQUE INDEX "experiment_running_key" ON "experiment"("project_id", "prompt_template", "label") WHERE "state" = 'running' AND "prompt_template" IS NOT NULL AND "label" IS NOT NULL;

-- Which projects count experiments: looked up whenever metrics are counted.
CREATE INDEX "experiment_counted_idx" ON "experiment"("project_id") WHERE "state" IN ('running', 'paused');

-- All answers of a user in an experiment, to count the user again. Of answers without an experiment nothing is kept.
CREATE INDEX "interactions_experiment_user_idx" ON "interactions"("project_id", "experiment", (COALESCE('user:' || "user_hash", 'session:' || "session_id")), "created_at") WHERE "experiment" IS NOT NULL;
