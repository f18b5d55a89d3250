-- What somebody of the project looked at. Null for what nobody did, which is nearly all: nothing is written to old rows.
ALTER TABLE "feedback" ADD COLUMN "looked_at" TIMESTAMPTZ(3);
ALTER TABLE "annotations" ADD COLUMN "looked_at" TIMESTAMPTZ(3);

-- CreateEnum
CREATE TYPE "InboxKind" AS ENUM ('answer', 'problem');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('unread', 'read', 'assigned', 'waiting', 'resolved');

-- CreateTable
CREATE TABLE "inbox_item" (
    "project_id" UUID NOT NULL,
    "kind" "InboxKind" NOT NULL,
    "ref" TEXT NOT NULL,
    "interaction_id" TEXT,
    "problem_id" UUID,
    "state" "InboxState" NOT NULL,
    "assignee" TEXT,
    "waiting_until" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "fixed_template" TEXT,
    "fixed_version" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("project_id","kind","ref")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "project_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "InboxKind" NOT NULL,
    "ref" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "note" TEXT,
    "by" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("project_id","event_id")
);

-- CreateIndex
CREATE INDEX "inbox_item_project_id_state_at_ref_idx" ON "inbox_item"("project_id", "state", "at" DESC, "ref" DESC);

-- CreateIndex
CREATE INDEX "inbox_event_project_id_kind_ref_event_id_idx" ON "inbox_event"("project_id", "kind", "ref", "event_id");

-- CreateIndex
CREATE INDEX "inbox_event_project_id_batch_id_idx" ON "inbox_event"("project_id", "batch_id");

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_project_id_problem_id_fkey" FOREIGN KEY ("project_id", "problem_id") REFERENCES "problem"("project_id", "problem_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_event" ADD CONSTRAINT "inbox_event_project_id_kind_ref_fkey" FOREIGN KEY ("project_id", "kind", "ref") REFERENCES "inbox_item"("project_id", "kind", "ref") ON DELETE CASCADE ON UPDATE CASCADE;

-- What goes when its answer or its problem does. Partial, so that no list is read by them.
CREATE INDEX "inbox_item_interaction_idx" ON "inbox_item"("project_id", "interaction_id") WHERE "interaction_id" IS NOT NULL;
CREATE INDEX "inbox_item_problem_idx" ON "inbox_item"("project_id", "problem_id") WHERE "problem_id" IS NOT NULL;

-- What waits for a date, and what is resolved, for the page on the improvement cycle.
CREATE INDEX "inbox_item_waiting_idx" ON "inbox_item"("waiting_until") WHERE "state" = 'waiting' AND "waiting_until" IS NOT NULL;
CREATE INDEX "inbox_item_resolved_idx" ON "inbox_item"("project_id", "resolved_at") WHERE "resolved_at" IS NOT NULL;

-- Complaints that nobody looked at since they were made: the conditions of lib/platform/db/complaints.ts, word by word. A
-- rating that is given anew gets a later updated_at, and is in the index again by itself.
CREATE INDEX "feedback_unseen_idx" ON "feedback"("project_id", "updated_at" DESC, "interaction_id" DESC)
  WHERE "source" = 'user' AND ("rating_type" = 'binary' AND "rating_value" = 0 OR "rating_type" = 'stars' AND "rating_value" <= 2 OR "rating_type" = 'correction' OR "rating_type" = 'comment' AND NOT "rating_categories" <@ ARRAY['accurate', 'clear', 'helpful', 'well_written']::text[])
    AND ("looked_at" IS NULL OR "looked_at" < "updated_at");
CREATE INDEX "annotations_unseen_idx" ON "annotations"("project_id", "created_at" DESC, "interaction_id" DESC)
  WHERE (COALESCE("category", "comment") IS NOT NULL AND COALESCE("category", '') <> ALL (ARRAY['accurate', 'clear', 'helpful', 'well_written']::text[]))
    AND ("looked_at" IS NULL OR "looked_at" < "created_at");

-- What was opened so far was looked at, as far as it had been said by then.
UPDATE "feedback" AS f SET "looked_at" = look."looked_at" FROM "interaction_looks" AS look
  WHERE (f."project_id", f."interaction_id") = (look."project_id", look."interaction_id") AND f."updated_at" <= look."looked_at"
    AND f."source" = 'user' AND (f."rating_type" = 'binary' AND f."rating_value" = 0 OR f."rating_type" = 'stars' AND f."rating_value" <= 2 OR f."rating_type" = 'correction' OR f."rating_type" = 'comment' AND NOT f."rating_categories" <@ ARRAY['accurate', 'clear', 'helpful', 'well_written']::text[]);
UPDATE "annotations" AS a SET "looked_at" = look."looked_at" FROM "interaction_looks" AS look
  WHERE (a."project_id", a."interaction_id") = (look."project_id", look."interaction_id") AND a."created_at" <= look."looked_at"
    AND COALESCE(a."category", a."comment") IS NOT NULL AND COALESCE(a."category", '') <> ALL (ARRAY['accurate', 'clear', 'helpful', 'well_written']::text[]);

-- These are items that were read.
INSERT INTO "inbox_item" ("project_id", "kind", "ref", "interaction_id", "state", "at", "changed_at")
  SELECT look."project_id", 'answer', look."interaction_id", look."interaction_id", 'read', said."at", look."looked_at"
  FROM "interaction_looks" AS look CROSS JOIN LATERAL (
    SELECT max("at") AS "at" FROM (
      SELECT f."updated_at" AS "at" FROM "feedback" AS f
        WHERE (f."project_id", f."interaction_id") = (look."project_id", look."interaction_id") AND f."looked_at" IS NOT NULL
      UNION ALL
      SELECT a."created_at" FROM "annotations" AS a
        WHERE (a."project_id", a."interaction_id") = (look."project_id", look."interaction_id") AND a."looked_at" IS NOT NULL
    ) AS each
  ) AS said WHERE said."at" IS NOT NULL;
