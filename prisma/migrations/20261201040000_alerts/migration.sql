-- CreateEnum
CREATE TYPE "AlertState" AS ENUM ('ok', 'pending', 'firing', 'no_data');

-- CreateTable
CREATE TABLE "alert_rule" (
    "project_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("project_id","rule_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "project_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "state" "AlertState" NOT NULL DEFAULT 'ok',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "pending_since" TIMESTAMPTZ(3),
    "firing_since" TIMESTAMPTZ(3),
    "good_since" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,
    "told_no_data" BOOLEAN NOT NULL DEFAULT false,
    "end_to_tell" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),
    "value" DOUBLE PRECISION,
    "n" DOUBLE PRECISION,
    "against" DOUBLE PRECISION,
    "next_look_at" TIMESTAMPTZ(3),
    "group_key" TEXT,
    "problem_id" UUID,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("project_id","rule_id")
);

-- CreateTable
CREATE TABLE "alert_transition" (
    "project_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "transition_id" UUID NOT NULL,
    "from_state" "AlertState" NOT NULL,
    "to_state" "AlertState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fired_since" TIMESTAMPTZ(3),
    "value" DOUBLE PRECISION,
    "n" DOUBLE PRECISION,
    "against" DOUBLE PRECISION,
    "problem_id" UUID,
    "change" TEXT,
    "by" TEXT,

    CONSTRAINT "alert_transition_pkey" PRIMARY KEY ("project_id","rule_id","transition_id")
);

-- CreateTable
CREATE TABLE "alert_default" (
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_default_pkey" PRIMARY KEY ("project_id","key")
);

-- CreateIndex
CREATE INDEX "alert_next_look_at_idx" ON "alert"("next_look_at");

-- AddForeignKey
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_project_id_rule_id_fkey" FOREIGN KEY ("project_id", "rule_id") REFERENCES "alert_rule"("project_id", "rule_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_transition" ADD CONSTRAINT "alert_transition_project_id_rule_id_fkey" FOREIGN KEY ("project_id", "rule_id") REFERENCES "alert_rule"("project_id", "rule_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_default" ADD CONSTRAINT "alert_default_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;
