-- CreateEnum
CREATE TYPE "SignalKind" AS ENUM ('copy', 'citation_click', 'dwell', 'regenerate', 'rephrase', 'follow_up', 'accept', 'abandon', 'session_complete');

-- CreateEnum
CREATE TYPE "AwaitingKind" AS ENUM ('feedback', 'annotation', 'signal');

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "redaction_enabled" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "redaction_patterns" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "redaction_skipped_kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "writes_per_minute" INTEGER NOT NULL DEFAULT 60;

-- CreateTable
CREATE TABLE "annotations" (
    "project_id" UUID NOT NULL,
    "annotation_id" TEXT NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "quote_exact" TEXT NOT NULL,
    "quote_prefix" TEXT,
    "quote_suffix" TEXT,
    "position_start" INTEGER,
    "position_end" INTEGER,
    "category" TEXT,
    "comment" TEXT,
    "user_hash" TEXT,
    "session_id" TEXT,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("project_id","annotation_id")
);

-- CreateTable
CREATE TABLE "signals" (
    "project_id" UUID NOT NULL,
    "signal_id" TEXT NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "signal" "SignalKind" NOT NULL,
    "value" DOUBLE PRECISION,
    "user_hash" TEXT,
    "session_id" TEXT,
    "fingerprint" BYTEA NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signals_pkey" PRIMARY KEY ("project_id","signal_id")
);

-- CreateTable
CREATE TABLE "awaited_events" (
    "project_id" UUID NOT NULL,
    "kind" "AwaitingKind" NOT NULL,
    "event_id" TEXT NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "awaited_events_pkey" PRIMARY KEY ("project_id","kind","event_id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "project_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "claim_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "status" SMALLINT,
    "body" TEXT,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("project_id","idempotency_key")
);

-- CreateTable
CREATE TABLE "write_allowances" (
    "project_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "allowed" INTEGER NOT NULL,
    "used" INTEGER NOT NULL,
    "granted" INTEGER NOT NULL,

    CONSTRAINT "write_allowances_pkey" PRIMARY KEY ("project_id","key_id","client")
);

-- CreateIndex
CREATE INDEX "annotations_project_id_interaction_id_idx" ON "annotations"("project_id", "interaction_id");

-- CreateIndex
CREATE INDEX "signals_project_id_interaction_id_idx" ON "signals"("project_id", "interaction_id");

-- CreateIndex
CREATE INDEX "awaited_events_project_id_interaction_id_idx" ON "awaited_events"("project_id", "interaction_id");

-- CreateIndex
CREATE INDEX "awaited_events_project_id_received_at_idx" ON "awaited_events"("project_id", "received_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_claimed_at_idx" ON "idempotency_keys"("claimed_at");

-- CreateIndex
CREATE INDEX "write_allowances_window_start_idx" ON "write_allowances"("window_start");

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signals" ADD CONSTRAINT "signals_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awaited_events" ADD CONSTRAINT "awaited_events_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;
