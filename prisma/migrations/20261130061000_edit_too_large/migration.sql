-- A correction that is too large to compare is not tried again.
ALTER TABLE "feedback" ADD COLUMN "edit_too_large" BOOLEAN NOT NULL DEFAULT false;

-- It has only those that are still to be compared.
DROP INDEX "feedback_uncompared_idx";
CREATE INDEX "feedback_uncompared_idx" ON "feedback"("project_id", "interaction_id") WHERE "rating_type" = 'correction' AND "edit_distance" IS NULL AND NOT "edit_too_large" AND "correction_text" IS NOT NULL;
